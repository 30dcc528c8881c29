"""Content as a plain line of a form, and back without losing marks that were not touched."""

from editor_app.body.tree import Content, Text


def words_of(content: Content) -> str:
    """Return the words of content."""
    return "".join(node.text for node in content if isinstance(node, Text))


def changed_content(before: Content, words: str) -> Content:
    """Return the content for words, which is the one before where its words are the same."""
    if words == words_of(before):
        return before
    return (Text(words),) if words.strip() else ()
