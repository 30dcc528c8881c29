"""What can go wrong when something that was found is mended, or a house gives a list of words."""

from editor_app.errors import EditorError


class ChecksError(EditorError):
    """The base of what this package raises."""


class OutdatedFixError(ChecksError):
    """The words that a fix is for are not there any more."""

    def __init__(self) -> None:
        super().__init__(
            "This text was changed meanwhile, so nothing was mended.",
            hint="Look at the list of checks again.",
        )


class ListUnreadableError(ChecksError):
    """A list of words or short forms cannot be read at all."""
