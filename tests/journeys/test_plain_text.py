"""From a plain text that came by mail to an exported page, on the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = """\
Project News

Four harbours agree on one timetable for the delta

15 September 2025

After two years of talks the harbour masters of the delta have settled on a single timetable, \
which we explain in a new Working Paper: "One Clock for Four Quays".

At the end of September the towns will hang the timetable beside the fish market, where everybody \
comes past once a day and where the clock has been right since it was repaired.

The interest of the villages is part of a wider change: "we ask for boats that wait for the school \
and not for the tide", their letter says.

After two years of talks the harbour masters of the delta have settled on a single timetable, \
which we explain in this new Working Paper.

One of the lessons is that a timetable needs fewer lines than a contract.

---

Photo: Harbour Archive on Flickr

Loading..."""


def run(*words):
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *(str(word) for word in words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=dict(os.environ),
        check=False,
        timeout=120,
    )


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library"


def objects(done):
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_text_becomes_a_page_and_a_second_export_writes_nothing(tmp_path, library):
    text, site = tmp_path / "mail.txt", tmp_path / "site"
    text.write_text(TEXT, "utf-8")
    (made,) = objects(run("import", text, "--library", library, "--json"))
    assert made["headline"] == "Four harbours agree on one timetable for the delta"
    assert made["dropped"] == ["Loading..."]
    (repeated,) = made["repeated"]
    assert repeated.startswith("After two years of talks")

    (item,) = objects(run("show", made["id"], "--json", "--library", library))
    assert item["section"] == "Project News"
    assert item["display_date"] == "2025-09-15"
    assert item["standfirst"].endswith("“One Clock for Four Quays”.") or item[
        "standfirst"
    ].endswith('"One Clock for Four Quays".')
    assert "Harbour Archive" in item["lead_figure"]["credit"]
    assert item["status"] == "draft"

    assert run("status", made["id"], "--to", "ready", "--library", library).returncode == 0
    export = ("export", "--all", "--to", site, "--library", library, "--json")
    first = objects(run(*export))
    assert {one["action"] for one in first} == {"written"}
    (page,) = site.glob("*/*/index.html")
    html = page.read_text("utf-8")
    assert html.count("<h1") == 1
    assert "One of the lessons" in html
    assert "Loading" not in html
    second = objects(run(*export))
    assert {one["action"] for one in second} == {"kept"}
    assert [one["path"] for one in second] == [one["path"] for one in first]


def test_the_manifest_names_every_file_with_its_hash(tmp_path, library):
    text, site = tmp_path / "mail.txt", tmp_path / "site"
    text.write_text(TEXT, "utf-8")
    (made,) = objects(run("import", text, "--library", library, "--json"))
    run("status", made["id"], "--to", "ready", "--library", library)
    run("export", made["id"], "--to", site, "--library", library)
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    named = {one["path"] for one in manifest["files"]}
    there = {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()}
    assert there - named == {"manifest.json"}
    assert all(
        {"path", "sha256", "size", "item", "version"} <= set(one) for one in manifest["files"]
    )
