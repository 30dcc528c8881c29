"""Damaged photos: every one is named by a test of the library, and no wrong picture goes out.

    python -m tests.faults.rot_photos [--times 200] [--seed N] [--control no-photo-hash]

Prints a table, and ends with 1 where a damage was passed over or a wrong picture was exported.
"""

import argparse
import random
import shutil
import sys
from collections import Counter
from contextlib import nullcontext
from itertools import cycle, islice
from pathlib import Path
from tempfile import mkdtemp

from editor_app.store.backups.keeping import own_place
from editor_app.store.library import Library
from editor_app.store.recovery import Recovery
from editor_app.store.renditions import CACHE_NAME
from editor_app.store.verify import verify
from tests.faults.careless import CONTROLS
from tests.faults.ground import clock_at, export, prepared
from tests.faults.judging import files_in
from tests.faults.spoiling import eight_bits, one_bit

_ITEMS = 6
COLUMNS = ("tried", "named", "passed over", "wrong out", "brought back")


class RottenPhotos:
    """A library whose photos' files are damaged again and again."""

    def __init__(self, folder):
        self._folder = folder
        self._template = prepared(folder / "template", items=_ITEMS)
        self._right = files_in(self._exported(self._template).site)

    def after(self, way, chance):
        """Return what becomes of damaged photos: which of `COLUMNS` are true of them."""
        ground = self._template.copied(self._folder / "run")
        photos = sorted(path for path in (ground.library / "media").glob("*/*") if path.is_file())
        hurt = {path.relative_to(ground.library).as_posix() for path in way(photos, chance)}
        found = {"tried"}
        with Library.open(ground.library, clock=clock_at(9)) as library:
            problems = "\n".join(verify(library).problems)
            found.add("named" if all(src in problems for src in hurt) else "passed over")
        written = files_in(self._exported(ground).site)
        pictures = {name: data for name, data in written.items() if name.endswith(".jpg")}
        if any(self._right.get(name) != data for name, data in pictures.items()):
            found.add("wrong out")
        with Library.open(ground.library, clock=clock_at(9)) as library:
            recovery = Recovery(library, [own_place(library)])
            if all(recovery.bring_back_photo(src) for src in hurt) and not verify(library).problems:
                found.add("brought back")
        return found

    def _exported(self, ground):
        """Export into an empty folder, with nothing kept of the photos."""
        shutil.rmtree(ground.site)
        shutil.rmtree(ground.library / CACHE_NAME, ignore_errors=True)
        with Library.open(ground.library, clock=clock_at(9)) as library:
            export(library, ground, clock_at(9))
        return ground


def a_bit(photos, chance):
    """Turn one bit over."""
    return _changed(chance.choice(photos), lambda data: one_bit(data, chance))


def some_bits(photos, chance):
    """Turn eight bits over."""
    return _changed(chance.choice(photos), lambda data: eight_bits(data, chance))


def cut_off(photos, chance):
    """Cut the end off."""
    return _changed(chance.choice(photos), lambda data: data[: chance.randrange(len(data))])


def deleted(photos, chance):
    """Delete one."""
    photo = chance.choice(photos)
    photo.unlink()
    return [photo]


def exchanged(photos, chance):
    """Exchange two, each under the other's name."""
    one, other = chance.sample(photos, 2)
    data, later = one.read_bytes(), other.read_bytes()
    one.write_bytes(later)
    other.write_bytes(data)
    return [one, other]


def renamed(photos, chance):
    """Give one capital letters, as some disks do."""
    photo = chance.choice(photos)
    photo.rename(photo.with_name(photo.name.upper()))
    return [photo]


WAYS = (a_bit, some_bits, cut_off, deleted, exchanged, renamed)


def _changed(photo, change):
    photo.write_bytes(change(photo.read_bytes()))
    return [photo]


def counted(rotten, times, seed):
    """Damage photos so many times, each way in its turn; return what was found, by way."""
    found = {way.__name__: Counter() for way in WAYS}
    for number, way in enumerate(islice(cycle(WAYS), times)):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 - of a test
        found[way.__name__].update(rotten.after(way, chance))
    return found


def main():
    """Damage, and end with 1 where something was passed over."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--times", type=int, default=200)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--control", choices=CONTROLS)
    asked = ask.parse_args()
    folder = Path(mkdtemp(prefix="standfirst-rot-"))
    try:
        rotten = RottenPhotos(folder)
        with CONTROLS.get(asked.control, nullcontext)():
            found = counted(rotten, asked.times, asked.seed)
    finally:
        shutil.rmtree(folder)
    found["all"] = sum(found.values(), Counter())
    print(f"{'damage':<12}" + "".join(f"{one:>14}" for one in COLUMNS))
    for name, counts in found.items():
        print(f"{name:<12}" + "".join(f"{counts[one]:>14}" for one in COLUMNS))
    bad = found["all"]["passed over"] + found["all"]["wrong out"]
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
