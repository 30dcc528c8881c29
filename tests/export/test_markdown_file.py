"""A copy of one item as a Markdown file, with its photos where the text looks for them."""

import pytest

from editor_app.export.markdown_file import write_copy
from editor_app.intake.markdown_file import read_markdown_file
from editor_app.model.item import Boilerplate, LeadFigure, Project, Publication
from editor_app.store.errors import DiskFullError, PhotoMissingError
from tests.builders import an_item

SRC = f"media/ab/{'ab' * 32}.jpg"


def refuse(src):
    raise PhotoMissingError(src)


@pytest.fixture
def item():
    return an_item(headline="Flood", body=f"It rose.\n\n![Water]({SRC})\n")


def test_the_words_and_the_photos_are_written(item, tmp_path):
    file = tmp_path / "new" / "flood.md"
    assert write_copy(item, file, photo=lambda _: b"picture") == ()
    assert "headline: Flood" in file.read_text("utf-8")
    assert "It rose." in file.read_text("utf-8")
    assert (file.parent / SRC).read_bytes() == b"picture"


def test_a_photo_that_cannot_be_read_does_not_keep_the_words_back(item, tmp_path):
    file = tmp_path / "flood.md"
    assert write_copy(item, file, photo=refuse) == (SRC,)
    assert file.is_file()


def test_a_lead_photo_outside_the_library_s_own_is_never_a_place_to_write_to(tmp_path):
    item = an_item(headline="Flood", lead_figure=LeadFigure(src="../../etc/passwd"))
    assert write_copy(item, tmp_path / "a" / "b" / "flood.md", photo=lambda _: b"x") == ()
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["flood.md"]


def test_a_full_disk_there_is_said_in_words(item, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("editor_app.export.markdown_file.write_whole", full)
    with pytest.raises(DiskFullError):
        write_copy(item, tmp_path / "flood.md", photo=lambda _: b"picture")


def test_what_an_item_has_of_the_lists_comes_back_from_its_copy(tmp_path):
    about = Boilerplate(name="About", heading="Us", text="We.\n\nStill.", language="en", version=2)
    item = an_item(
        headline="Flood",
        body="It rose.",
        boilerplates=(about,),
        projects=(Project(title="P", donor="D", disclaimer="Not us", emblem=SRC, emblem_alt="s"),),
        publications=(Publication(title="T", pages=3, cover=SRC),),
    )
    file = tmp_path / "flood.md"
    write_copy(item, file, photo=lambda _: b"picture")
    assert (file.parent / SRC).is_file()
    read = read_markdown_file(file.read_text("utf-8"), None).fields
    assert read["boilerplates"] == item.boilerplates
    assert read["projects"] == item.projects
    assert read["publications"] == item.publications
