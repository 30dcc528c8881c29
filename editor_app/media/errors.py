"""What can go wrong with a photo, in words."""

from editor_app.errors import EditorError


class MediaError(EditorError):
    """Something could not be done with a photo."""


class PhotoRefusedError(MediaError):
    """A file is not a photo that can be taken into the library."""
