"""Ways to break the program on purpose: what the harness must find out, or it proves nothing."""

import shutil
import time
from dataclasses import replace

from editor_app.export.staging import Staging
from editor_app.store import items
from editor_app.store.acknowledging import AckLog
from editor_app.store.writing import Entry

_SLOW_DISK = 0.01  # seconds that a commit takes


def unbroken():
    """Leave the program as it is."""


def acknowledge_early():
    """Say that words are saved before they are committed."""
    write = items._write

    def hasty(connection, item, stored, *, searched, op):
        write(connection, item, stored, searched=searched, op=op)
        AckLog.from_environment().write(op, [item])
        time.sleep(_SLOW_DISK)

    items._write = hasty


def export_in_place():
    """Write an export straight into its folder, file by file."""

    def commit(staging, moves):
        for move in moves:
            place = staging.target / move.path
            if move.after:
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(staging.prepared(move.path), place)
            else:
                place.unlink(missing_ok=True)
        staging._is_committed = True

    Staging.commit = commit


def save_other_words():
    """Save other words than were acknowledged, with a checksum that fits those."""
    honest = Entry.of

    def forged(item, *, key, searched):
        return honest(replace(item, body=item.body[:-2]), key=key, searched=searched)

    Entry.of = forged


CONTROLS = {
    "": unbroken,
    "early": acknowledge_early,
    "in place": export_in_place,
    "other words": save_other_words,
}
