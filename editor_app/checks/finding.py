"""What a check found: how bad it is, where it is, and what would mend it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from editor_app.body.tree import Block


class Level(StrEnum):
    """How much a finding matters, the worst first."""

    BLOCKS = "blocks"
    WARNS = "warns"
    HINTS = "hints"

    @property
    def rank(self) -> int:
        """Return 0 for the worst level, more for what matters less."""
        return tuple(Level).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is in an item.

    ``field`` is a field of the item: ``headline``, ``lead_figure.alt``, ``publications[1].title``,
    ``body``; empty for the item as a whole. In the body, ``block`` is the way to a block: its
    number among the blocks of the body, then its number among the blocks inside that one as
    `blocks_inside` counts them. ``part`` names one of several texts of a block: ``caption``,
    ``credit``, ``alt``, ``attribution``, ``title``, ``speaker``, ``role``, ``head[2]``,
    ``cell[0][2]``, ``note[0]``, a field of a card; empty for the block's only or main words.
    ``start`` and ``end`` count characters (code points) in the plain text of the field or part;
    both are None where it is meant as a whole.

    A rule about one passage gives places without field and block: they are within that passage.
    """

    field: str = ""
    block: tuple[int, ...] = ()
    part: str = ""
    start: int | None = None
    end: int | None = None

    @property
    def name(self) -> str:
        """Return field, block and part in one word, e.g. ``body[3][1].caption``."""
        steps = "".join(f"[{step}]" for step in self.block)
        return f"{self.field}{steps}" + (f".{self.part}" if self.part else "")

    @property
    def is_in_body(self) -> bool:
        """Whether this is a block of the body or words in it."""
        return self.field == "body" and bool(self.block)

    def between(self, start: int, end: int) -> "Place":
        """Return the place from start to end in the text that this place is about."""
        return Place(self.field, self.block, self.part, start, end)


def at(start: int, end: int) -> Place:
    """Return the place from start to end in the passage that a rule looks at."""
    return Place(start=start, end=end)


@dataclass(frozen=True, slots=True)
class Reword:
    """Put other words in place of the characters of a place; they carry the marks of the first."""

    text: str


@dataclass(frozen=True, slots=True)
class Readdress:
    """Let the link over a place lead to another address; an empty one takes the link away."""

    address: str


@dataclass(frozen=True, slots=True)
class SayLanguage:
    """Mark the characters of a place as being in another language, by its BCP 47 tag."""

    tag: str


@dataclass(frozen=True, slots=True)
class PutBlocks:
    """Put other blocks in place of the block of a place; none removes it.

    In a passage rule, the block that the passage is the words of.
    """

    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a field of the item another value, of the type that the field has."""

    value: Any


Act = Reword | Readdress | SayLanguage | PutBlocks | SetValue


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done at one place."""

    place: Place
    act: Act


@dataclass(frozen=True, slots=True)
class Fix:
    """What mends a finding in one step that can be undone; ``label`` is what its button says.

    Only what cannot be wrong is offered: a fix changes nothing outside its places, and its rule
    has nothing more to say there afterwards. Places are those before any of the changes.
    """

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule says: one sentence, where, and a fix where there is a safe one.

    ``subject`` are the words that a reason to leave it holds for; where empty, the words at the
    place. A reason is forgotten when they change. ``item`` is another item that it is about.
    """

    message: str
    place: Place = Place()
    fix: Fix | None = None
    subject: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is missing or wrong in an item.

    ``rule`` is the rule's id; ``subject`` the words that are concerned; ``item`` the id of another
    item that it is about, empty where there is none.
    """

    rule: str
    level: Level
    message: str
    place: Place
    fix: Fix | None = None
    subject: str = ""
    item: str = ""


def reword(label: str, start: int, end: int, text: str) -> Fix:
    """Return the fix that puts text in place of some characters of the passage looked at."""
    return Fix(label, (Change(at(start, end), Reword(text)),))


def remove(label: str, place: Place = Place()) -> Fix:
    """Return the fix that removes the block of a place."""
    return Fix(label, (Change(place, PutBlocks()),))
