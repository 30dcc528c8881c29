"""What can go wrong with spelling."""

from pathlib import Path

from editor_app.errors import EditorError


class SpellingError(EditorError):
    """Spelling cannot be checked, or a dictionary cannot be used."""


class SpellerStoppedError(SpellingError):
    """The process that looks words up came to an end."""

    def __init__(self) -> None:
        super().__init__(
            "The spelling of some words could not be checked.",
            hint="Nothing is lost; switch spelling off and on again to try once more.",
        )


class BadDictionaryError(SpellingError):
    """A file that is no dictionary, or none that can be used."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(
            f"“{file.name}” was not installed: {reason}",
            hint="Choose a dictionary for LibreOffice (.oxt), or an .aff file with its .dic file.",
        )
