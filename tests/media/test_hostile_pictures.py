"""Files made to do harm are taken or refused in a sentence; nothing else ever happens."""

import subprocess
import sys

import pytest

from editor_app.media.errors import PhotoRefusedError
from editor_app.media.photo import inspect
from tests.media.hostile_files import GROUPS, disguised, names


def taken_or_refused(data, name):
    try:
        return inspect(data, name=name)
    except PhotoRefusedError as refused:
        return refused


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_each_is_taken_or_refused_in_a_sentence_of_one_line(group, caplog):
    for what, name, data in group():
        became = taken_or_refused(data, name)
        if isinstance(became, PhotoRefusedError):
            assert became.message.endswith("."), what
            assert became.message.isprintable(), what
            assert len(became.message) < 200, what
            assert became.hint, what
        else:
            assert became.width * became.height <= 120_000_000, what
    caplog.clear()  # Pillow notes what it thinks of such files


def test_what_is_no_photo_is_never_taken():
    for what, name, data in disguised():
        with pytest.raises(PhotoRefusedError):
            pytest.fail(f"{what} was taken as {inspect(data, name=name)}")


def test_a_name_does_not_decide_over_a_photo():
    taken = [inspect(data, name=name) for what, name, data in names() if "good" in what]
    assert {photo.extension for photo in taken} == {"jpg"}


@pytest.mark.parametrize("kind", ["bomb.png", "said.jpg", "more.png", "scans.jpg"])
def test_memory_and_work_are_bounded(kind, tmp_path):
    script = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (900_000_000,) * 2)\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (20, 20))\n"
        "from pathlib import Path\n"
        "from editor_app.media.errors import PhotoRefusedError\n"
        "from editor_app.media.photo import inspect\n"
        "try:\n    inspect(Path(sys.argv[1]).read_bytes())\n"
        "except PhotoRefusedError as refused:\n    sys.exit('memory' in refused.message)\n"
    )
    path = tmp_path / "photo"
    path.write_bytes(
        next(data for group in GROUPS[1:3] for _, name, data in group() if name == kind)
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == 0
