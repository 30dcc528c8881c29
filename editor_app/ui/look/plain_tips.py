"""Tooltips made of words that others wrote, such as those in a photo's file."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Return words as a tooltip that shows them letter for letter.

    Qt takes what looks like HTML for HTML, and loads the pictures that it names.
    """
    if not Qt.mightBeRichText(words):
        return words
    return f"<p>{'<br>'.join(map(escape, words.splitlines()))}</p>"
