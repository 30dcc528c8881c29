"""What was read from a file, before it is an item of a library."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The parts of an item found in a file, with a word on all that was not kept as it stood.

    ``fields`` are fields of an item by name; ``photo`` is what is known of the lead photo
    (``src`` as the file says it, ``photo_alt``, ``photo_caption``, ``photo_credit``).
    """

    fields: dict[str, Any]
    body: str
    photo: dict[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
