"""Short words about what is painted: plain text of content, names of languages, sides."""

from unicodedata import bidirectional

from PySide6.QtCore import QLocale

from editor_app.body.tree import Content, Text


def plain_words(content: Content) -> str:
    """Return content as plain text, without its notes."""
    return "".join(node.text for node in content if isinstance(node, Text))


def is_from_right(words: str) -> bool:
    """Whether words are written from the right: their first letter that has a side says so."""
    for letter in words:
        side = bidirectional(letter)
        if side in {"L", "R", "AL"}:
            return side != "L"
    return False


def language_name(tag: str) -> str:
    """Return what a language is called, or its tag where nobody knows."""
    locale = QLocale(tag.replace("-", "_"))
    if locale.language() in {QLocale.Language.C, QLocale.Language.AnyLanguage}:
        return tag
    name = QLocale.languageToString(locale.language())
    return f"{name} ({tag})" if "-" in tag else name
