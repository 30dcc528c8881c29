"""The one family of errors that a user is meant to read."""

from typing_extensions import override


class EditorError(Exception):
    """Something could not be done, said in words for the person at the keyboard.

    The message is one full sentence; the hint says what to do next. Each package derives one
    base class of its own, so that a caller can tell where a failure came from.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @override
    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
