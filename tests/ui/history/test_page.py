"""A comparison is shown as a reader sees the page, and reads nothing from anywhere else."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from editor_app.body import read_markdown
from editor_app.editing.comparing import Comparison, compare
from editor_app.editing.comparing_words import State
from editor_app.editing.draft import Draft
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.ui.history.comparison_view import ComparisonView
from editor_app.ui.history.line_words import Dress, style_of
from editor_app.ui.history.page import comparison_html
from editor_app.ui.look.look import Look
from editor_app.ui.look.tokens import DARK, LIGHT

SAME = "\n\n".join(f"Paragraph {number} stays." for number in range(20))


def difference(old, new, **fields):
    return compare(Draft.of(an_item(old)), Draft.of(an_item(new, **fields)))


def an_item(body, **fields):
    return NewsItem(id="01a00000-0000-7000-8000-000000000001", body=body, **fields)


def html(comparison, tokens=LIGHT, **dress):
    wear = Dress(tokens=tokens, serif="serif", photo_width=100, **dress)
    return comparison_html(comparison, wear, unfolded=frozenset(), most=50)


def brightness(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture
def view(qtbot, qapp):
    asked = []

    def picture(src):
        asked.append(src)
        return QImage(40, 30, QImage.Format.Format_RGB32) if src.startswith("media/") else None

    made = ComparisonView(Look(qapp), picture)
    made.asked = asked
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    return made


def show(view, comparison, language="en-GB"):
    view.show_comparison(comparison, title="From 14:02 to now", language=language)
    return view.toPlainText()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", [State.ADDED, State.REMOVED, State.CHANGED])
def test_what_was_added_or_removed_can_be_read_in_light_and_dark(tokens, state):
    style = dict(part.strip().split(":") for part in style_of(state, tokens).split(";"))
    assert contrast(style["color"], style["background-color"]) >= 4.5


def test_who_sees_no_colour_sees_lines_under_and_through_the_words():
    found = html(difference("The first ferry.", "The second ferry."))
    assert 'text-decoration:line-through">first</span>' in found
    assert 'text-decoration:underline">second</span>' in found


def test_marks_of_the_text_are_kept():
    found = html(difference("A **bold** word.", "A **bold** word came."))
    assert "<b>bold</b>" in found


def test_words_that_look_like_html_are_only_words():
    found = html(difference("a", "a &lt;img src=x&gt; &lt;script&gt;", headline="<b>x</b>"))
    assert "<script" not in found
    assert "<img" not in found
    assert "&lt;b&gt;x" in found.replace("</span>", "")


def test_what_did_not_change_is_folded_and_can_be_unfolded(view):
    words = show(view, difference(SAME, f"First of all.\n\n{SAME}\n\nLast of all."))
    assert "… 18 unchanged paragraphs" in words
    assert "Paragraph 10 stays." not in words
    view.anchorClicked.emit(QUrl("unfold:2"))
    assert "Paragraph 10 stays." in view.toPlainText()


def test_of_a_long_text_only_the_beginning_is_laid_out_until_more_is_wanted(view):
    many = "\n\n".join(f"New paragraph {number}." for number in range(400))
    words = show(view, difference("", many))
    assert "New paragraph 59." in words
    assert "New paragraph 60." not in words
    assert "… 340 more lines" in words
    view.anchorClicked.emit(QUrl("more:"))
    assert "New paragraph 179." in view.toPlainText()
    assert "And 370 more." in view.accessibleDescription()


def test_photos_come_from_the_library_and_nothing_else_is_ever_read(view):
    old, new = "![a](media/a.jpg)", "![b](media/a.jpg)\n\n![c](https://example.org/c.jpg)"
    show(view, difference(old, new, lead_figure=LeadFigure(src="media/l.jpg", alt="Boats")))
    kind = QTextDocument.ResourceType
    assert "media/l.jpg" in view.asked
    assert view.loadResource(kind.StyleSheetResource.value, QUrl("file:///etc/passwd")) is None
    blank = view.loadResource(kind.ImageResource.value, QUrl("file:///etc/passwd"))
    assert isinstance(blank, QImage)


def test_a_comparison_is_laid_out_once_whatever_its_scroll_bar_does(view):
    lead = LeadFigure(src="media/l.jpg", alt="Boats")
    long = "\n\n".join(f"New paragraph {number}." for number in range(60))
    show(view, difference("", long, lead_figure=lead))
    words = show(view, difference("", "Short.", lead_figure=lead))
    assert words.count("From 14:02 to now") == 1
    view.resize(200, 400)
    assert view.toPlainText() == words


def test_every_kind_of_block_is_shown(view):
    body = (
        "## Head\n\n> Said\n>\n> -- Somebody\n\n1. one\n2. two\n\n"
        "::: fact-box In short\n\nWords in a box.\n\n:::\n\n| A | B |\n| - | - |\n| c | d |\n\n"
        "***\n\nA line^[with a note].\n\n::: publication\ntitle: Report\n:::\n\n"
        "~~~\ncode\n~~~\n"
    )
    words = show(view, difference("", body))
    assert all(
        said in words
        for said in ("Head", "Said", "— Somebody", "1. one", "2. two", "Words in a box.", "A | B")
    )
    assert all(said in words for said in ("c | d", "[note: with a note]", "Report", "code"))
    assert read_markdown(body).blocks


def test_a_line_that_is_another_kind_of_line_says_what_it_was(view):
    assert "(was: paragraph)" in show(view, difference("Head", "## Head"))
    assert "(stood alone)" in show(view, difference("Said so", "> Said so"))


def test_words_that_are_only_grouped_otherwise_are_said_to_be(view):
    grouped = Comparison(is_regrouped=True)
    assert "grouped in another way" in show(view, grouped)
    assert not grouped.is_empty


def test_arabic_is_laid_out_from_the_right(view):
    show(view, difference("غادرت السفينة", "غادرت العبّارة"), language="ar")
    assert view.document().defaultTextOption().textDirection().name == "RightToLeft"
    view.show_words("These are the present words.")
    assert view.document().defaultTextOption().textDirection().name == "LayoutDirectionAuto"
