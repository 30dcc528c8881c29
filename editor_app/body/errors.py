"""What can go wrong with the text of an item."""

from editor_app.errors import EditorError


class BodyError(EditorError):
    """The text of an item could not be read or written."""
