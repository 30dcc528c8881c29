"""A library on disk and a way to call the command line on it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from editor_app.cli import main
from editor_app.model.status import Status
from tests.builders import a_library, an_item

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self):
        return self.out.splitlines()

    @property
    def objects(self):
        return [json.loads(line) for line in self.lines]


@pytest.fixture
def standfirst(capsys):
    """Return a function that runs a command in this process."""

    def run(*words):
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Outcome(code, *capsys.readouterr())

    return run


@pytest.fixture
def process():
    """Return a function that runs a command as a process of its own."""

    def run(*words, **environment):
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *(str(word) for word in words)],
            capture_output=True,
            env={**os.environ, **environment},
            check=False,
            timeout=120,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def folder(tmp_path):
    """Return the folder of a library with a few items."""
    folder = tmp_path / "library"
    a_library(
        folder,
        an_item(headline="Ferries for the delta", status=Status.READY, slug="ferries"),
        an_item(headline="Un atelier à Dakar", language="fr", section="Actualités"),
        an_item(headline="Wells in the north", status=Status.IN_REVIEW, body="Deep *wells*.\n"),
    ).close()
    return folder


@pytest.fixture
def ids(standfirst, folder):
    """Return the items' ids by the first word of their headlines."""
    listed = standfirst("list", "--library", folder, "--json").objects
    return {one["headline"].split()[0]: one["id"] for one in listed}
