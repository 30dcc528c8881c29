"""Characters that cannot be seen."""

import pytest

from editor_app.ui.editor.invisibles import Invisibles
from tests.ui.editor.build import paragraph

ALL = "a\u00a0b c\u202fd e\u2011f g\u00adh i\u2028j k\u200el"


@pytest.fixture
def invisibles(typist):
    return Invisibles(typist.editor)


def picture(typist):
    return typist.editor.viewport().grab().toImage()


@pytest.mark.parametrize(
    "letter", ["\u00a0", "\u202f", "\u2011", "\u00ad", "\u200d", "\u200f", "\u202e"]
)
def test_each_has_a_sign_that_is_seen_only_on_demand(typist, invisibles, letter):
    typist.open(paragraph(f"before{letter}after"))
    typist.editor.clearFocus()
    without = picture(typist)
    invisibles.show_all(is_on=True)
    typist.open(paragraph("beforeafter"))
    end_only = picture(typist)
    typist.open(paragraph(f"before{letter}after"))
    assert picture(typist) not in (without, end_only)
    invisibles.show_all(is_on=False)
    assert picture(typist) == without


def test_showing_them_changes_nothing_of_the_text(qtbot, typist, invisibles):
    typist.open(paragraph(ALL.replace("\u2028", "")))
    before = typist.blocks
    with qtbot.assertNotEmitted(typist.editor.body_edited):
        invisibles.show_all(is_on=True)
        picture(typist)
    assert typist.blocks == before
