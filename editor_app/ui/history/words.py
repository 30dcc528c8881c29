"""The words of the History tab: days, moments, and what is said of a version."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from itertools import islice
from types import MappingProxyType

from editor_app.editing.comparing import Comparison
from editor_app.editing.comparing_words import Runs, State
from editor_app.store.history import Revision
from editor_app.ui.item_list.words import isolated, long_date

_OPERATIONS: Mapping[str, str] = MappingProxyType(
    {
        "trash": "Moved to the trash",
        "restore": "Taken out of the trash",
        "mend": "Brought back after damage",
        "bulk": "Changed with other items",
        "replace": "Words replaced in many items",
        "undo": "A change of many items undone",
        "damaged": "Its name or time is damaged",
    }
)
_MOST_SPOKEN = 30  # changes that are read out; who wants more goes through the text


def day_title(day: date, *, today: date) -> str:
    """Return how a day is called: *Today*, *Yesterday*, *12 November*, *12 November 2024*."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    words = long_date(day)
    return words if day.year != today.year else words.rsplit(" ", 1)[0]


def time_words(moment: datetime) -> str:
    """Return the time of day of a moment, as the clock on the wall shows it."""
    return f"{moment.astimezone():%H:%M}"


def moment_words(moment: datetime, *, now: datetime) -> str:
    """Return a moment in words: *12 November, 14:02*; of today only the time."""
    local, today = moment.astimezone(), now.astimezone().date()
    if local.date() == today:
        return f"{local:%H:%M}"
    day = day_title(local.date(), today=today)
    return f"{day.replace('Yesterday', 'yesterday')}, {local:%H:%M}"


def operation_words(revision: Revision) -> str:
    """Return what made a version, where that says more than what changed in it."""
    return _OPERATIONS.get(revision.op, "")


def first_words(revision: Revision) -> str:
    """Return what is said of the oldest version that is kept."""
    return "First version" if revision.version == 1 else "Oldest version kept"


def spoken_version(revision: Revision, *, day: str, what: str, is_present: bool) -> str:
    """Return a row as a screen reader says it."""
    parts = (
        f"{day}, {time_words(revision.saved_at)}",
        "present version" if is_present else "",
        f"named {revision.name}" if revision.name else "",
        "exported" if revision.is_exported else "",
        what,
    )
    return ". ".join(part for part in parts if part)


def shown_name(revision: Revision) -> str:
    """Return the name of a version so that it stands among other words."""
    return isolated(revision.name)


# ------------------------------------------------------------ a comparison, read out


def spoken_comparison(comparison: Comparison) -> str:
    """Return the differences one after the other, for those who cannot see the colours."""
    said = list(islice(_spoken_parts(comparison), _MOST_SPOKEN))
    lines = sum(line.state is not State.KEPT for line in comparison.lines)
    more = len(comparison.fields) + len(comparison.photos) + lines - len(said)
    return " ".join((*said, *([f"And {more} more."] if more else [])))


def _spoken_parts(comparison: Comparison) -> Iterable[str]:
    for change in comparison.fields:
        yield f"{change.label}: {_spoken_runs(change.runs)}."
    for photo in comparison.photos:
        name = "Lead photo" if photo.is_lead else "Photo"
        yield f"{name} {photo.state.value}."
    for line in comparison.lines:
        if line.state is State.KEPT:
            continue
        words = " ".join(found for part in line.parts if (found := _spoken_runs(part)))
        kind = line.line.kind.value.capitalize()
        yield f"{kind}: {words or line.state.value}."


def _spoken_runs(runs: Runs) -> str:
    names = {State.ADDED: "added", State.REMOVED: "removed", State.CHANGED: "other formatting"}
    return ", ".join(
        f"{names[run.state]} “{text.strip()}”"
        for run in runs
        if run.state in names and (text := getattr(run.piece, "text", "")).strip()
    )
