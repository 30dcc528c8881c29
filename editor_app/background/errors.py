"""What can go wrong on a thread."""

from editor_app.errors import EditorError


class UnexpectedError(EditorError):
    """A mistake in the program; it was handed to ``sys.excepthook`` as well."""

    def __init__(self) -> None:
        super().__init__(
            "The program made a mistake while working.",
            hint="What you have written is kept; save it and start Standfirst again.",
        )
