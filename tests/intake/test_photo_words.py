"""Pictures beside an imported text bring their own words; what the text says comes first."""

import pytest

from editor_app.body.read import read_markdown
from editor_app.body.tree import Gallery, Text
from editor_app.intake.files import import_file
from editor_app.media.packet import PublishedWords, packet_of, with_packet
from tests.builders import THEN, a_library, a_photo

SAID = PublishedWords(
    alt="Boats at a quay", caption="The quay at noon", credit="Photo: A. Nowak", language="en"
)


@pytest.fixture
def bring(tmp_path):
    """Return a function that imports a text with a photo beside it that has words of its own."""
    (tmp_path / "quay.jpg").write_bytes(with_packet(a_photo(), packet_of(SAID)))
    with a_library(tmp_path / "library") as library:

        def bring(text):
            (tmp_path / "a.md").write_text(text, encoding="utf-8")
            return import_file(tmp_path / "a.md", library=library, clock=lambda: THEN).item

        yield bring


def plain(content):
    return "".join(piece.text for piece in content if isinstance(piece, Text))


def said(figure):
    return figure.alt, plain(figure.caption), plain(figure.credit)


def test_a_figure_without_words_gets_those_of_its_photo(bring):
    (figure,) = read_markdown(bring("# A\n\n![](quay.jpg)\n").body).blocks
    assert said(figure) == ("Boats at a quay", "The quay at noon", "Photo: A. Nowak")


def test_words_of_the_text_come_before_those_of_the_photo(bring):
    text = "# A\n\n![Two boats](quay.jpg)\n: At **noon**\n"
    (figure,) = read_markdown(bring(text).body).blocks
    assert said(figure) == ("Two boats", "At noon", "Photo: A. Nowak")


def test_a_gallery_is_taken_along_with_its_photos(bring):
    item = bring("# A\n\n::: gallery The quay\n![](quay.jpg)\n\n![Two](quay.jpg)\n:::\n")
    (gallery,) = read_markdown(item.body).blocks
    assert isinstance(gallery, Gallery)
    assert [figure.src[:6] for figure in gallery.figures] == ["media/", "media/"]
    assert [figure.alt for figure in gallery.figures] == ["Boats at a quay", "Two"]


def test_the_lead_photo_begins_with_its_own_words(bring):
    lead = bring("---\nimage: quay.jpg\ncredit: Photo by Jane\n---\n# A\n").lead_figure
    assert (lead.alt, lead.caption) == ("Boats at a quay", "The quay at noon")
    assert "Jane" in lead.credit


def test_a_photo_of_the_library_keeps_what_the_text_says_and_no_more(bring):
    item = bring("# A\n\n![](quay.jpg)\n")
    src = item.body.split("(")[1].split(")")[0]
    assert bring(f"# A\n\n![Two boats]({src})\n").body == f"![Two boats]({src})\n"
