"""Tooltips show the words of a photo letter for letter, whatever they look like."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import PhotoWords
from editor_app.store.photo_query import PhotoSummary
from editor_app.store.query import Cursor
from editor_app.ui.fields.lead_photo import LeadPhoto
from editor_app.ui.look.plain_tips import plain_tip
from editor_app.ui.photos.browser_model import PhotoGridModel
from tests.ui.photos.conftest import a_record, found

TRICK = "A <img src='file:///etc/shadow'> & 3 < 5"


def shown_of(tip):
    """Return the words that Qt shows of a tooltip that looks like HTML to it."""
    page = QTextDocument()
    page.setHtml(tip)
    return page.toPlainText()


@pytest.mark.parametrize("words", [TRICK, f"Name\n{TRICK}", f"{TRICK}\nlast line", "<b>bold</b>"])
def test_words_that_look_like_html_are_shown_as_they_are_written(words):
    tip = plain_tip(words)
    assert tip == words or shown_of(tip) == words
    assert "<img" not in tip.partition("\n")[0]


def test_plain_words_stay_as_they_are():
    assert plain_tip("A ferry,\nat noon & later") == "A ferry,\nat noon & later"


def test_alt_text_is_no_html(qtbot, look):
    strip = LeadPhoto(look, lambda _src: None)
    qtbot.addWidget(strip)
    strip.show_figure(LeadFigure(src="media/a.jpg", alt=TRICK))
    assert shown_of(strip.pill.toolTip()) == TRICK


def test_a_caption_in_the_browser_is_no_html():
    added = datetime(2026, 3, 2, tzinfo=UTC)
    summary = PhotoSummary(
        src="media/a.jpg",
        name=f"{TRICK}.jpg",
        width=1,
        height=1,
        size=1,
        added_at=added,
        caption="A caption",
        credit="",
        alt="",
        uses=0,
        lacks_words=True,
        trashed_at=None,
        cursor=Cursor("", 1),
    )
    model = PhotoGridModel(lambda _query: [summary])
    model.show(model.query)
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert shown_of(tip) == f"{TRICK}.jpg\nA caption"


def test_what_a_file_says_is_no_html_on_the_way_back_to_it(sit_at):
    sitting = sit_at(a_record(found=(found("title", TRICK),), typed=PhotoWords(title="Mine")))
    tip = sitting.find("photoTitle").parent().back.toolTip()
    assert shown_of(tip).splitlines()[0] == f"Back to the photo's own: “{TRICK}”"
