"""Rules of the house that no other tool holds."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = sorted([*(ROOT / "editor_app").rglob("*.py"), ROOT / "main.py"])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SHIPPED_TEXTS = [
    *PRODUCT,
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", "pyproject.toml", ".ci/run")),
    *(p for p in (ROOT / "resources").rglob("*") if p.suffix in {".html", ".css", ".svg", ".toml"}),
]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def relative(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def test_no_module_is_longer_than_400_lines():
    long = [p for p in (*PRODUCT, *TESTS) if len(p.read_text("utf-8").splitlines()) > 400]
    assert relative(long) == []


def test_no_shipped_text_knows_the_machine_it_was_written_on():
    machine = re.compile(r"(?<![\w.\-])/(?:home|Users|root|work|mnt|srv)/\w")
    knowing = [p for p in SHIPPED_TEXTS if machine.search(p.read_text("utf-8"))]
    assert relative(knowing) == []


def test_the_product_never_turns_the_sandbox_of_the_preview_off():
    switch = re.compile(r"no-sandbox|DISABLE_SANDBOX|disable-web-security|disable-gpu-sandbox")
    assert relative(p for p in PRODUCT if switch.search(p.read_text("utf-8"))) == []


def test_the_product_never_asks_for_the_network():
    clients = re.compile(
        r"^\s*(?:import|from)\s+(?:requests|httpx|aiohttp|urllib\.request|http\.client|ftplib|smtplib|socket)\b",
        re.MULTILINE,
    )
    assert relative(p for p in PRODUCT if clients.search(p.read_text("utf-8"))) == []


def test_every_module_says_what_it_is_about():
    silent = [p for p in PRODUCT if not re.match(r'\s*(?:#![^\n]*\n)?"""\S', p.read_text("utf-8"))]
    assert relative(silent) == []


def test_imports_run_one_way():
    pytest.importorskip("importlinter", reason="import-linter belongs to the extra named check")
    done = subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_of_qt_is_held_below_the_one_that_aborts():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "pyside6>=6.9,<6.12" in project["dependencies"]
    major, minor = (int(part) for part in version("pyside6").split(".")[:2])
    assert (6, 9) <= (major, minor) < (6, 12)


def test_the_top_level_holds_only_what_it_should():
    allowed = {
        "editor_app", "resources", "tests", "main.py", "pyproject.toml", "README.md", "LICENSE",
        "CHANGELOG.md", ".ci", ".gitignore",
    }  # fmt: skip
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a git checkout")
    assert {name.split("/")[0] for name in done.stdout.split("\0") if name} <= allowed
