"""The command line where a standard stream is closed."""

import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(("words", "code"), [("list", 0), ("show nothing", 1)])
def test_a_closed_stream_is_no_crash(folder, closed, words, code):
    asked = f'"$0" "$1" {words} --library "$2" {closed}'
    program = [sys.executable, str(ROOT / "main.py"), str(folder)]
    done = subprocess.run(
        ["sh", "-c", asked, *program], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
