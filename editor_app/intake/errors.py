"""What can go wrong when a file is brought in, in words."""

from editor_app.errors import EditorError


class IntakeError(EditorError):
    """A file could not be brought in; nothing was added to the library."""


class ImportLaterError(IntakeError):
    """A kind of file that a later version of the program reads."""


class FileUnreadableError(IntakeError):
    """A file that is not there, not a file, or may not be read."""


class NotTextError(IntakeError):
    """A file that holds no text, or more of it than an item can be."""
