"""Notes of a text: numbered through the whole page, whatever was set before and is remembered."""

import random
from dataclasses import replace

from editor_app.body import read_markdown, write_html
from editor_app.render.setting import BodySetter

BLOCKS = (
    "A claim.^[One note.]",
    "Two claims.^[First *of two*.] And more.^[Second of two.]",
    "No claim at all.",
    "| a^[In a table.] | b |\n|---|---|\n| 1 | 2 |",
    "::: fact-box Title\nInside.^[In a box.]\n:::",
    "::: unknown\nLocked.^[In a locked block.]\n:::",
    "A line with <u>HTML</u>.^[Beside HTML.]",
)


def as_a_page_has_it(text):
    return "".join(BodySetter().set_body(read_markdown(text), lambda _src: None).blocks)


def test_a_text_is_set_as_its_body_is_written():
    text = "\n\n".join(BLOCKS)
    written = write_html(read_markdown(text), pictures=lambda _src: None)
    assert as_a_page_has_it(text) == written
    for number in range(1, 8):
        assert f'id="note-ref-{number}" href="#note-{number}"' in written
        assert f'<li id="note-{number}">' in written
    assert "note-8" not in written


def test_blocks_that_are_remembered_are_numbered_anew():
    chance = random.Random(20)  # noqa: S311  # a game, not a secret
    setter = BodySetter()
    for _ in range(60):
        text = "\n\n".join(chance.choices(BLOCKS, k=chance.randint(1, 8)))
        blocks = setter.set_body(read_markdown(text), lambda _src: None).blocks
        assert "".join(blocks) == as_a_page_has_it(text)


def test_a_text_without_notes_has_no_list_of_them():
    body = read_markdown("No claim.\n\nNone at all.")
    assert len(BodySetter().set_body(body, lambda _src: None).blocks) == 2


def test_html_from_outside_cannot_take_the_place_of_a_note():
    html = write_html(
        read_markdown(
            'A <a id="note-ref-1" role="doc-noteref">claim</a>.^[Ours.]\n\n'
            '<section class="notes" role="doc-endnotes"><ol><li id="note-1">Forged</li></ol>'
            '</section>\n\n<sup class="note"><a id="note-1">1</a></sup>\n'
        )
    )
    assert html.count('id="note-1"') == html.count('id="note-ref-1"') == 1
    assert html.count('role="doc-endnotes"') == 1
    assert html.count('class="note"') == 1


def test_the_list_of_notes_has_a_label_and_ways_back_in_the_page_s_language(item, page_of):
    page = page_of(replace(item, language="fr", body="Une phrase.^[Sa note.]\n")).html
    assert '<section class="notes" role="doc-endnotes" aria-labelledby="footnotes">' in page
    assert '<p class="label" id="footnotes">Notes</p>' in page
    assert 'role="doc-backlink" aria-label="Retour au texte"' in page


def test_a_publication_names_its_language_in_the_page_s_own(item, page_of):
    card = "::: publication\ntitle: Bericht\nlanguage: de\n:::\n"
    assert '<span class="language">German</span>' in page_of(replace(item, body=card)).html
    boxed = f"::: fact-box Mehr\n{card}:::\n"
    page = page_of(replace(item, language="es", body=boxed)).html
    assert '<span class="language">alemán</span>' in page


def test_a_box_has_its_title_as_its_name_or_the_page_s_own_word(item, page_of):
    box = "::: fact-box The *whole* story & more\nWords.\n:::\n"
    page = page_of(replace(item, body=box)).html
    assert '<aside class="fact-box" aria-label="The whole story &amp; more">' in page
    page = page_of(replace(item, language="fr", body="::: fact-box\nMots.\n:::\n")).html
    assert '<aside class="fact-box" aria-label="En bref">' in page
