"""How far along an item is."""

from enum import StrEnum


class Status(StrEnum):
    """The five states of an item. *Changed since export* is derived, not a status."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    READY = "ready"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"

    @property
    def is_finished(self) -> bool:
        """Whether items in this state go into an export."""
        return self in {Status.READY, Status.PUBLISHED}
