import codecs
from datetime import UTC, date, datetime

import pytest

from editor_app.errors import EditorError
from editor_app.intake.errors import (
    FileUnreadableError,
    ImportLaterError,
    IntakeError,
    NotTextError,
)
from editor_app.intake.files import import_file
from editor_app.intake.textfile import MAX_BYTES
from editor_app.media.painting import paint_landscape
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
FRENCH = (
    "Le pont est ouvert\n\nUne journée d'été à Genève : « déjà vu ».\n\n"
    "La fête a duré jusqu'à minuit."
)


def clock():
    return NOW


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "library", clock=clock) as opened:
        yield opened


@pytest.fixture
def bring(tmp_path, library):
    folder = tmp_path / "in"
    folder.mkdir()

    def bring(name, content, **beside):
        for other, data in beside.items():
            (folder / other.replace("__", ".")).write_bytes(data)
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
        return import_file(folder / name, library=library, clock=clock)

    return bring


def test_a_file_becomes_a_draft_that_the_library_keeps(bring, library):
    imported = bring("a.txt", "A bridge opens\n\nFirst words.\n\nLoading...")
    kept = library.items.get(imported.item.id)
    assert kept == imported.item
    assert (kept.status, kept.version, kept.headline) == (Status.DRAFT, 1, "A bridge opens")
    assert imported.dropped == ("Loading...",)


def test_text_and_markdown_alike_begin_as_drafts_of_now(bring):
    assert bring("a.md", "# A bridge\n\nWords.").item.created_at == NOW


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode(),
        codecs.BOM_UTF8 + FRENCH.encode(),
        FRENCH.encode("utf-16"),
        FRENCH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"),
        FRENCH.encode("utf-32"),
        FRENCH.encode("cp1252"),
        FRENCH.replace("\n", "\r\n").encode(),
        FRENCH.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16 bare", "big", "utf-32", "cp1252", "crlf", "cr"],
)
def test_files_of_every_encoding_come_in_with_their_accents(bring, data):
    item = bring("a.txt", data).item
    assert item.headline == "Le pont est ouvert"
    assert item.standfirst == "Une journée d'été à Genève : « déjà vu »."
    assert item.body == "La fête a duré jusqu'à minuit.\n"


def test_an_older_encoding_is_mentioned(bring):
    assert any("encoding" in note for note in bring("a.txt", FRENCH.encode("cp1252")).notes)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", b"", NotTextError),
        ("a.txt", b" \n\t\n", NotTextError),
        ("a.txt", b"\xef\xbb\xbf", NotTextError),
        ("a.txt", b"words\0words and more\0\0", NotTextError),
        ("a.md", b"# A\n\nwords\0words", NotTextError),
        ("a.txt", bytes(range(256)) * 20, NotTextError),
        ("a.txt", b"%PDF-1.7 and so on", NotTextError),
        ("a.txt", b"PK\x03\x04 and so on", NotTextError),
        ("a.txt", b"x" * (MAX_BYTES + 1), NotTextError),
        ("a.docx", b"PK\x03\x04", ImportLaterError),
        ("a.html", b"<p>words</p>", ImportLaterError),
        ("a.xyz", b"words", IntakeError),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_adds_nothing(
    bring, library, name, data, kind
):
    with pytest.raises(kind) as refused:
        bring(name, data)
    assert name in refused.value.message
    assert refused.value.message.endswith(".")
    assert refused.value.hint
    assert library.items.count(ItemQuery()) == 0


def test_documents_of_later_name_the_version_that_reads_them(bring):
    with pytest.raises(ImportLaterError, match=r"Standfirst 0\.3"):
        bring("a.docx", b"PK\x03\x04")


def test_a_file_that_is_gone_or_a_folder_is_said_to_be_so(tmp_path, library):
    with pytest.raises(FileUnreadableError, match="no file"):
        import_file(tmp_path / "none.txt", library=library, clock=clock)
    with pytest.raises(FileUnreadableError, match="folder"):
        import_file(tmp_path, library=library, clock=clock)


# ---------------------------------------------------------------- Markdown


def test_front_matter_becomes_fields(bring):
    item = bring(
        "a.md",
        "---\ntitle: A bridge opens\nlang: fr\ndate: 15 septembre 2015\ntags: [Ponts, Eau]\n"
        "author: Jeanne\ncategory: Actualités\ndescription: Enfin.\ncountry: NO\ncredit: Jean\n"
        "contacts:\n  - name: Jeanne\n    email: j@example.org\n---\n\nWords.\n",
    ).item
    assert (item.headline, item.language, item.section) == ("A bridge opens", "fr", "Actualités")
    assert item.display_date == date(2015, 9, 15)
    assert item.tags == ("Ponts", "Eau")
    assert (item.byline, item.summary, item.standfirst) == ("Jeanne", "Enfin.", "Enfin.")
    assert item.countries == ("NO",)
    assert item.lead_figure.credit == "Jean"
    assert item.contacts[0].email == "j@example.org"
    assert item.body == "Words.\n"


def test_front_matter_that_nobody_knows_is_kept_and_named(bring):
    imported = bring("a.md", "---\ntitle: A\ncolour: blue\ndate: 31 February 2015\n---\nWords.\n")
    assert "colour: blue" in imported.item.internal_notes
    assert "31 February 2015" in imported.item.internal_notes
    assert imported.item.display_date is None
    assert sum("colour" in note or "date" in note for note in imported.notes) == 2


@pytest.mark.parametrize(
    "front",
    [
        "a: [1, 2\nb: }",
        "a: &a [x, x]\n" + "".join(f"b{n}: *a\n" for n in range(50)),
        "a: " + "[" * 5000,
        "a: " + "x" * 70_000,
        "- just\n- a: list",
        "a: !!python/object/apply:os.system ['true']",
    ],
    ids=["broken", "aliases", "deep", "long", "list", "python"],
)
def test_front_matter_that_cannot_be_read_is_kept_as_words(bring, front):
    imported = bring("a.md", f"---\n{front}\n---\n\n# A bridge\n\nWords.\n")
    assert imported.item.headline == "A bridge"
    assert imported.item.body == "Words.\n"
    assert imported.item.internal_notes
    assert imported.notes


def test_the_first_heading_is_the_headline_and_the_others_move_down(bring):
    item = bring("a.md", "# A *bridge*\n\nWords.\n\n# One\n\n## Two\n").item
    assert item.headline == "A bridge"
    assert item.body == "Words.\n\n## One\n\n### Two\n"


def test_a_heading_that_says_the_given_headline_again_is_not_printed_twice(bring):
    assert (
        bring("a.md", "---\ntitle: A bridge\n---\n# A bridge\n\nWords.\n").item.body == "Words.\n"
    )


def test_a_body_that_needs_no_change_stays_to_the_letter(bring):
    body = (
        "Words   with *odd*  spaces\nand __marks__.\n\n\n* one\n* two\n\nEnd [a][1].\n\n[1]: /x\n"
    )
    assert bring("a.md", body).item.body == body


def test_footnotes_become_notes_where_they_are_referred_to(bring):
    item = bring("a.md", "# A bridge\n\nWords.[^1]\n\n> [!NOTE]\n> Alert\n\n[^1]: A *note*.\n").item
    assert item.body == "Words.^[A *note*.]\n\n> [!NOTE]\n> Alert\n"


def test_pictures_in_boxes_come_along(bring):
    data = paint_landscape(1, width=60, height=40)
    text = "# A\n\n::: fact-box B\n![A bay](b.jpg){left}\n: ![C](b.jpg) D\n:::\n"
    body = bring("a.md", text, b__jpg=data).item.body
    assert body.startswith("::: fact-box B\n![A bay](media/")
    assert body.count("(media/") == 2


def test_pictures_beside_the_file_come_along(bring, library):
    data = paint_landscape(1, width=60, height=40)
    item = bring(
        "a.md",
        "---\nimage: lead.jpg\nalt: A bay\ncredit: Jane\n---\n# A\n\n![A bay](my%20bay.jpg)\n",
        **{"my bay__jpg": data, "lead__jpg": paint_landscape(2, width=60, height=40)},
    ).item
    src = item.body.split("(")[1].split(")")[0]
    assert library.photos.data(src) == data
    assert library.photos.get(item.lead_figure.src) is not None
    assert item.lead_figure.alt == "A bay"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("gone.jpg", "not beside"),
        ("../secret.jpg", "outside"),
        ("link.jpg", "outside"),
        ("https://www.example.org/a.jpg", "on the web"),
        ("//www.example.org/a.jpg", "on the web"),
        ("text.jpg", "left out"),
    ],
)
def test_pictures_that_stay_outside_are_named_and_keep_their_address(
    bring, tmp_path, address, said
):
    (tmp_path / "secret.jpg").write_bytes(paint_landscape(1, width=60, height=40))
    folder = tmp_path / "in"
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "text.jpg").write_bytes(b"no picture")
    imported = bring("a.md", f"# A\n\n![A bay]({address})\n")
    assert imported.item.body == f"![A bay]({address})\n"
    assert any(said in note for note in imported.notes)


@pytest.mark.parametrize(
    "data",
    [b"[" * 20_000, b"![" * 20_000, b">" * 5_000 + b" x", b"- " * 5_000, b"<" * 20_000],
    ids=["brackets", "pictures", "quotes", "points", "angles"],
)
def test_hostile_markdown_comes_in_or_is_refused_without_a_hang(bring, data):
    try:
        assert bring("a.md", data).item.version == 1
    except EditorError as refused:
        assert refused.hint  # noqa: PT017 - either end is good, a traceback is not
