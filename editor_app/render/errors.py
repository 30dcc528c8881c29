"""What can go wrong between an item and its page."""

from editor_app.errors import EditorError


class RenderError(EditorError):
    """A page could not be made."""


class ThemeError(RenderError):
    """A theme is missing, incomplete, or has a mistake in a template."""
