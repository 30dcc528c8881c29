"""What an item said earlier, on the command line."""

from dataclasses import replace

import pytest

from tests.builders import a_library, an_item


@pytest.fixture
def item(tmp_path):
    with a_library(tmp_path / "library") as library:
        item = library.items.save(an_item(headline="Flood", body="Old.\n"), over=0)
        library.items.save(replace(item, headline="Floods", body="New.\n"), over=1)
        library.history.name(item.id, 1, "Before clearance")
    return item


def test_the_versions_of_an_item_are_listed_newest_first(standfirst, tmp_path, item):
    library = ("--library", tmp_path / "library")
    newest, oldest = standfirst("show", item.id, "--versions", *library).lines
    assert newest.split()[0] == "2"
    assert newest.endswith("save")
    assert oldest.endswith("save, Before clearance")
    found = standfirst("show", item.id, "--versions", "--json", *library).objects
    assert [one["version"] for one in found] == [2, 1]
    assert found[1]["name"] == "Before clearance"
    assert found[1]["saved_at"].startswith("2026-03-02T14:02")


def test_an_item_is_shown_as_it_was(standfirst, tmp_path, item):
    library = ("--library", tmp_path / "library")
    was = standfirst("show", item.id, "--version", "1", "--as", "markdown", *library).out
    assert "headline: Flood\n" in was
    assert was.endswith("Old.\n")
    assert "Floods" in standfirst("show", item.id, *library).out


def test_a_version_that_is_not_there_is_named(standfirst, tmp_path, item):
    shown = standfirst("show", item.id, "--version", "9", "--library", tmp_path / "library")
    assert shown.code == 1
    assert "version" in shown.err


def test_versions_and_one_version_are_two_questions(standfirst, tmp_path, item):
    both = ("--versions", "--version", "1")
    shown = standfirst("show", item.id, *both, "--library", tmp_path / "library")
    assert shown.code == 2
