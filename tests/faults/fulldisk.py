"""Full disks of many sizes: nothing saved is lost, what cannot be saved is said, exports are whole.

    python -m tests.faults.fulldisk [--sizes 128] [--step 16] [--control in-place]

Each size is what is left free on a disk of its own in memory, on which somebody saves, takes a
photo in, exports and backs up until the disk is full; then the reserve is given up and the words
are saved after all. Needs root. Prints a table, and ends with 1 where anything was lost or half.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import mkdtemp

from editor_app.export.errors import ExportError
from editor_app.export.manifest import read_manifest
from editor_app.export.staging import STAGING_NAME, digest
from editor_app.store.backups.archive import Occasion
from editor_app.store.backups.keeping import keep_backup, own_place
from editor_app.store.errors import DiskFullError, LibraryError
from editor_app.store.library import Library
from editor_app.store.names import BALLAST_NAME
from tests.faults.careless import CONTROLS
from tests.faults.ground import Ground, add_photo, change, clock_at, export, prepared
from tests.faults.judging import promised
from tests.faults.powercut import judged

COLUMNS = ("refused in words", "reserve used", "saved by it", "wrong")
_KIB = 1024
_ROOM = 64 << 20  # of the disk, nearly all of it taken
_MOST = 60  # turns of work, more than fit on the largest size


def why_not():
    """Return why no disk can be made on this machine; empty where it can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "only root can mount a disk in memory on Linux"
    folder = Path(mkdtemp(prefix="standfirst-full-"))
    try:
        with _disk(folder):
            return ""
    except subprocess.CalledProcessError as error:
        return f"no disk in memory can be mounted here: {error}"
    finally:
        shutil.rmtree(folder)


@contextmanager
def _disk(folder):
    place = folder / "disk"
    place.mkdir()
    options = f"size={_ROOM}"
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", place]
    try:
        subprocess.run(mount, check=True, capture_output=True)
        try:
            yield place
        finally:
            subprocess.run(["umount", place], check=True)
    finally:
        place.rmdir()


def filled_up(template, folder, free):
    """Work on a disk with so many bytes free; return which of `COLUMNS` are true, and what for."""
    log = folder / "acknowledged.jsonl"
    log.unlink(missing_ok=True)
    with _disk(folder) as place:
        ground = template.copied(place / "ground")
        with Library.open(ground.library, clock=clock_at(20)) as library:
            library.ballast.lay_in()
        _leave(place, free)
        found, wrong = _worked(ground, log)
        (place / "filling").unlink()
        (ground.library / BALLAST_NAME).unlink(missing_ok=True)
        wrong += list(judged(ground, promised(Ground(folder)), []))
        wrong += _half(ground)
    return found | ({"wrong"} if wrong else set()), wrong


def _leave(place, free):
    """Fill a disk up to what is to stay free."""
    there = os.statvfs(place)
    left = there.f_bavail * there.f_frsize
    with (place / "filling").open("wb") as file:
        file.write(bytes(max(left - free, 0)))


def _worked(ground, log):
    """Work until nothing more can be saved, then with the reserve; return what came of it."""
    found, wrong = set(), []
    os.environ["STANDFIRST_ACK_LOG"] = str(log)
    try:
        with Library.open(ground.library, clock=clock_at(21)) as library:
            for turn in range(_MOST):
                for work in (_save, _photo, _export, _back_up):
                    try:
                        work(library, ground, turn)
                    except DiskFullError:
                        found.add("refused in words")
                    except ExportError as error:
                        found.add("refused in words")
                        wrong += [] if "full" in error.message else [error.message]
                if "refused in words" in found:
                    break
            if library.ballast.drop():
                found.add("reserve used")
                _save(library, ground, 999)
                found.add("saved by it")
    except LibraryError as error:
        wrong.append(f"{type(error).__name__}: {error.message}")
    finally:
        del os.environ["STANDFIRST_ACK_LOG"]
    return found, wrong


def _save(library, _ground, turn):
    words = os.urandom(6000).hex()
    change(library, 1 + turn % 3, body=f"Turn {turn}: {words}\n")


def _photo(library, _ground, turn):
    add_photo(library, 60 + turn)


def _export(library, ground, _turn):
    export(library, ground, library.clock, as_zip=True)


def _back_up(library, _ground, _turn):
    keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)


def _half(ground):
    """Return what of an export is not what its manifest says."""
    if (ground.site / STAGING_NAME / "journal.json").exists():
        return []  # finished by the next one
    files = read_manifest(ground.site).files
    return [
        f"half: {path}"
        for path, entry in files.items()
        if digest(ground.site / path) != entry.sha256
    ]


def main():
    """Fill disks, and end with 1 where anything was wrong."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--sizes", type=int, default=128)
    ask.add_argument("--step", type=int, default=16, help="KiB")
    ask.add_argument("--control", choices=CONTROLS)
    asked = ask.parse_args()
    if reason := why_not():
        sys.exit(f"No disk can be filled here: {reason}.")
    folder = Path(mkdtemp(prefix="standfirst-full-"))
    counts = Counter()
    try:
        template = prepared(folder / "template")
        with CONTROLS.get(asked.control, nullcontext)():
            for number in range(asked.sizes):
                found, wrong = filled_up(template, folder, number * asked.step * _KIB)
                counts.update(found)
                if number % 8 == 7:
                    print(f"{number + 1} sizes: {dict(counts)}", flush=True)
                if wrong:
                    print(f"{number * asked.step} KiB free: {'; '.join(wrong[:3])}", flush=True)
    finally:
        shutil.rmtree(folder)
    print(f"{asked.sizes} sizes: " + ", ".join(f"{counts[one]} {one}" for one in COLUMNS))
    sys.exit(1 if counts["wrong"] else 0)


if __name__ == "__main__":
    main()
