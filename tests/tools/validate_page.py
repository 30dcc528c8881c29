"""Put pages before the validators that are installed: vnu, html-validate, axe-core.

None of them comes with the project. To have them all, anywhere outside the checkout:

    npm install --prefix TOOLS vnu-jar html-validate@10 axe-core     (Node and Java)
    apt-get install chromium                                         (to run axe-core in)

    python tests/tools/validate_page.py --tools TOOLS SITE_OR_PAGE …

Says which of them it used and which it did not find; exits 1 where one found an error.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

RULES = {"extends": ["html-validate:standard", "html-validate:a11y"]}
WIDTHS = (1280, 390, 320)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
RUN_AXE = """
<script src="{axe}"></script>
<script>
addEventListener("load", async () => {{
  const result = await axe.run({{ resultTypes: ["violations"] }});
  const found = result.violations.map(v => [v.id, v.help, v.nodes.map(n => n.html)]);
  const wide = document.documentElement.scrollWidth > innerWidth + 1;
  const report = document.createElement("pre");
  report.id = "axe-report";
  report.textContent = JSON.stringify({{ found, wide, version: axe.version }});
  document.body.append(report);
}});
</script>
</body>"""


def pages_in(paths):
    """Return the pages that were named, and those in the folders that were named."""
    for path in paths:
        yield from sorted(path.rglob("*.html")) if path.is_dir() else [path]


def found_file(tools, name):
    """Return a file of that name in the folder with the tools, or None."""
    return next(iter(sorted(tools.rglob(name))), None) if tools else None


def run(*command):
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )


def with_vnu(tools, pages):
    jar = found_file(tools, "vnu.jar")
    if not jar or not shutil.which("java"):
        return None
    done = run("java", "-jar", jar, "--errors-only", *pages)
    return [line for line in done.stderr.splitlines() if line.strip()]


def with_html_validate(tools, pages):
    program = found_file(tools, "html-validate.mjs") or shutil.which("html-validate")
    if not program or not shutil.which("node"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        rules = Path(folder) / "rules.json"
        rules.write_text(json.dumps(RULES))
        done = run("node", program, "--config", rules, "--formatter", "text", *pages)
    return [line for line in done.stdout.splitlines() if line.strip()]


def with_axe(tools, pages):
    axe = found_file(tools, "axe.min.js")
    browser = next((shutil.which(name) for name in BROWSERS if shutil.which(name)), None)
    if not axe or not browser:
        return None
    return [
        f"{page} ({width} px, {scheme}): {problem}"
        for page in pages
        for width in WIDTHS
        for scheme in ("light", "dark")
        for problem in axe_problems(browser, axe, page, width=width, is_dark=scheme == "dark")
    ]


def axe_problems(browser, axe, page, *, width, is_dark):
    """Return what axe-core says of a page. The copy it sees has no CSP, which would refuse axe."""
    html = re.sub(r"<meta http-equiv=[^>]*>", "", page.read_text(encoding="utf-8"))
    html = html.replace("</body>", RUN_AXE.format(axe=axe.resolve().as_uri()))
    copy = page.with_name(f".axe-{page.name}")
    copy.write_text(html, encoding="utf-8")
    dark = ["--blink-settings=preferredColorScheme=0"] if is_dark else []
    try:
        done = run(
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
            *("--virtual-time-budget=20000", f"--window-size={width},900", *dark),
            *("--dump-dom", copy.resolve().as_uri()),
        )
    finally:
        copy.unlink()
    written = re.search(r'<pre id="axe-report">(.*?)</pre>', done.stdout, re.DOTALL)
    if not written:
        return ["axe-core gave no report"]
    report = json.loads(unescape(written[1]))
    wide = ["wider than the window"] if report["wide"] else []
    return wide + [f"{rule}: {text} {nodes[:2]}" for rule, text, nodes in report["found"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--tools", type=Path, help="the folder that npm installed into")
    arguments = parser.parse_args()
    pages = list(pages_in(arguments.paths))
    print(f"{len(pages)} pages")
    failed = False
    for name, validate in (
        ("vnu", with_vnu),
        ("html-validate", with_html_validate),
        ("axe-core", with_axe),
    ):
        problems = validate(arguments.tools, pages)
        if problems is None:
            print(f"{name}: not found, so not asked")
            continue
        print(f"{name}: {len(problems)} problems")
        for problem in problems:
            print(f"  {problem}")
        failed = failed or bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
