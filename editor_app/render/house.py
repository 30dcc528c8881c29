"""What a page says about the organisation behind it."""

from typing import Protocol


class HouseWords(Protocol):
    """The organisation as a page needs to know it; the store's `House` is one."""

    @property
    def organisation(self) -> str:
        """The name in the page's header."""

    @property
    def address(self) -> str:
        """The web address that the exported folder is uploaded to."""

    @property
    def language(self) -> str:
        """The organisation's first language, as a BCP 47 tag."""

    @property
    def navigation(self) -> tuple[tuple[str, str], ...]:
        """The header's links: text and address."""
