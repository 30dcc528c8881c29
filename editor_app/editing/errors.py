"""What can go wrong while an item is on the desk."""

from collections.abc import Sequence

from editor_app.errors import EditorError
from editor_app.model.status import Status


class EditingError(EditorError):
    """Something could not be done with the item on the desk."""


class NothingOpenError(EditingError):
    """There is no item on the desk."""

    def __init__(self) -> None:
        super().__init__("No item is open.", hint="Choose one in the list, or make a new one.")


class PhotoFileError(EditingError):
    """A photo's file cannot be read from disk."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"The file “{name}” cannot be read.",
            hint=f"{reason}. Copy it to this computer and try again." if reason else "",
        )


class FindError(EditingError):
    """What is looked for cannot be looked for like this."""


class StatusRefusedError(EditingError):
    """An item cannot go to the status asked for; ``missing`` says why, one clause each."""

    def __init__(self, to: Status, missing: Sequence[str]) -> None:
        super().__init__(
            f"This item cannot be set to “{to.value}”: {_joined(missing)}.",
            hint="Put that right, then change the status again.",
        )
        self.to = to
        self.missing = tuple(missing)


def _joined(clauses: Sequence[str]) -> str:
    """Return clauses as one, the last two joined by *and*."""
    *others, last = clauses or ("",)
    return f"{', '.join(others)} and {last}" if others else last
