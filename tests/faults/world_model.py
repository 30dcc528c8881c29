"""What a library must hold, said by plain dictionaries and a clock that can be moved."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from editor_app.model.status import Status


class Clock:
    """A clock that goes on by a second at each look, and when it is told to."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)

    def __call__(self):
        """Return the next second."""
        self.now += timedelta(seconds=1)
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the model knows of a version."""

    headline: str = ""
    standfirst: str = ""
    paragraphs: tuple[str, ...] = ()
    language: str = "en-GB"
    is_ready: bool = False
    is_trashed: bool = False
    saved_at: datetime | None = None

    @property
    def body(self):
        """The text as Markdown."""
        return "\n\n".join(self.paragraphs) + "\n" if self.paragraphs else ""

    @classmethod
    def of(cls, item):
        """Return what an item says."""
        return cls(
            headline=item.headline,
            standfirst=item.standfirst,
            paragraphs=tuple(part for part in item.body.rstrip("\n").split("\n\n") if part),
            language=item.language,
            is_ready=item.status is Status.READY,
            is_trashed=item.is_trashed,
        )


@dataclass(slots=True)
class Model:
    """What the library must hold: versions, names, checksums, photos; by item and by path."""

    items: dict = field(default_factory=dict)  # item: {version: Words}
    sums: dict = field(default_factory=dict)  # (item, version): checksum that was acknowledged
    names: dict = field(default_factory=dict)  # (item, version): name
    sources: set = field(default_factory=set)  # (item, version) that was exported or translated
    photos: dict = field(default_factory=dict)  # src: [credit, lies in the trash]

    def newest(self, item):
        """Return the newest version of an item and its words."""
        version = max(self.items[item])
        return version, self.items[item][version]

    def in_use(self, src):
        """Return whether an item shows a photo as it stands."""
        return any(src in self.newest(item)[1].body for item in self.items)

    def is_named(self, src):
        """Return whether any version shows a photo."""
        return any(src in words.body for its in self.items.values() for words in its.values())
