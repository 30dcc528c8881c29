"""Cards in the text: the one in a line, putting one in, changing what it says."""

from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.body.tree import Card
from editor_app.ui.editor.deletion import select_line
from editor_app.ui.editor.formats import object_format
from editor_app.ui.editor.insertion import insert_block
from editor_app.ui.editor.leaves import Kind, Leaf
from editor_app.ui.editor.lines import one_step, table_of
from editor_app.ui.editor.reader import Reader


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card and the number of its text block."""

    number: int
    card: Card


def insert_card(cursor: QTextCursor, card: Card) -> None:
    """Put a card where the caret is, and the caret into the line after it."""
    insert_block(cursor, [Leaf(Kind.CARD, card=card)])


def card_at(block: QTextBlock) -> PlacedCard | None:
    """Return the card that a line is, if it is one."""
    if table_of(block) is not None:
        return None
    card = Reader(block.document()).leaf(block).card
    return None if card is None else PlacedCard(block.blockNumber(), card)


def change_card(cursor: QTextCursor, placed: PlacedCard, card: Card) -> None:
    """Make a placed card say what card says, in one undo step."""
    if card == placed.card:
        return
    with one_step(cursor):
        object_character = QTextCursor(cursor.document().findBlockByNumber(placed.number))
        select_line(object_character, object_character.block())
        object_character.setCharFormat(object_format(card))
