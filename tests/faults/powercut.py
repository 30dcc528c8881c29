"""Power cuts: what was said to be saved or exported is on the disk, not only on its way there.

    python -m tests.faults.powercut [--cuts 100] [--seed N] [--control no-sync] [--at-once]

A process works in a file system that lies in one file. It is stopped, the file is copied as it is,
and the copy is mounted: what had not reached the disk is gone, as after a power cut. Needs root and
loop devices. Prints a line for each cut, and ends with 1 where anything was lost or half.

It shows what was not synced; it does not show disks that lie, or that write in another order.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, nullcontext
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from unittest.mock import patch

from editor_app.errors import EditorError
from editor_app.export import staging
from editor_app.export.errors import ExportError
from editor_app.export.manifest import read_manifest
from editor_app.export.staging import STAGING_NAME, digest, finish_interrupted
from editor_app.model.fields import checksum
from editor_app.store.backups.archive import Occasion, manifest_of, opened, proven_parts
from editor_app.store.backups.keeping import backups_in, keep_backup, own_place
from editor_app.store.errors import StoreError
from editor_app.store.library import Library
from editor_app.store.verify import verify
from tests.faults.careless import CONTROLS
from tests.faults.ground import Ground, add_photo, change, clock_at, export, prepared
from tests.faults.judging import promised

_SIZE = "96M"
_MEMORY = Path("/dev/shm")  # noqa: S108 - the folder made there has a name of its own
_LATEST = 4.0  # seconds until the cut
_MAKING = ["-q", "-F", "-E", "lazy_itable_init=0"]


def why_not():
    """Return why power cannot be cut on this machine; empty where it can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "only root can mount a file system on Linux"
    if not (shutil.which("mkfs.ext4") and shutil.which("mount")):
        return "there is no mkfs.ext4 or no mount"
    folder = Path(mkdtemp(prefix="standfirst-cut-"))
    try:
        with mounted(_image(folder / "try"), folder / "mnt"):
            return ""
    except subprocess.CalledProcessError as error:
        return f"a file cannot be mounted here: {error}"
    finally:
        shutil.rmtree(folder)


def _image(path):
    subprocess.run(["truncate", "-s", _SIZE, path], check=True)
    subprocess.run(["mkfs.ext4", *_MAKING, path], check=True, capture_output=True)
    return path


@contextmanager
def mounted(image, place):
    """Mount a file as a file system."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop", image, place], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def working(ground, notes, chance):
    """Save, take photos in, export and back up, for ever; note what was said to be done."""
    with Library.open(ground.library, clock=clock_at(20)) as library:
        for turn in count():
            number = 1 + turn % 3
            change(library, number, body=f"Turn {turn}.\n\n{chance.random()} {'words ' * 50}\n")
            if turn % 5 == 4:
                lead = add_photo(library, 50 + turn)
                change(library, number, lead_figure=lead)
            if turn % 6 == 5:
                export(library, ground, library.clock)
                _note(notes, exported=read_manifest(ground.site).to_bytes().decode())
            if turn % 20 == 19:
                made = keep_backup(library, own_place(library), occasion=Occasion.AUTOMATIC)
                _note(notes, backup=made.name)


def _note(notes, **what):
    with notes.open("a", encoding="utf-8") as file:
        file.write(json.dumps(what) + "\n")


def cut(template, folder, chance):
    """Let somebody work, cut the power, and return what was promised and what is wrong."""
    live = _copied(template, folder / "live.img")
    log, notes = folder / "acknowledged.jsonl", folder / "notes.jsonl"
    for path in (log, notes):
        path.unlink(missing_ok=True)
    with mounted(live, folder / "live") as place:
        child = os.fork()
        if not child:
            os.environ["STANDFIRST_ACK_LOG"] = str(log)
            working(Ground(place / "ground"), notes, chance)
        time.sleep(chance.uniform(_LATEST / 4, _LATEST))
        os.kill(child, signal.SIGSTOP)
        os.waitpid(child, os.WUNTRACED)
        dead = _copied(live, folder / "dead.img")
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with mounted(dead, folder / "dead") as place:
        ground = Ground(place / "ground")
        said = (
            [json.loads(line) for line in notes.read_text().splitlines()] if notes.exists() else []
        )
        lines = promised(Ground(folder))
        return len(lines), len(said), list(judged(ground, lines, said))


def judged(ground, lines, said):
    """Yield what is wrong on a disk after a power cut."""
    try:
        with Library.open(ground.library, clock=clock_at(21)) as library:
            yield from verify(library).problems
            for item, version, sha256 in lines:
                try:
                    if checksum(library.history.get(item, version)) != sha256:
                        yield f"lost: other words in version {version} of {item}"
                except StoreError as error:
                    yield f"lost: version {version} of {item}: {error.message}"
            yield from _backups(library, said)
        yield from _export(ground, said)
    except (EditorError, OSError) as error:
        yield f"cannot be opened: {error!r}"


def _backups(library, said):
    """Yield backups that were said to be made and are not, or that are there and not whole."""
    there = {one.path.name: one.path for one in backups_in(own_place(library))}
    for name in {note["backup"] for note in said if "backup" in note} - there.keys():
        yield f"lost: the backup {name}"
    for name, path in there.items():
        try:
            with opened(path) as archive:
                list(proven_parts(archive, manifest_of(archive).files))
        except EditorError:
            yield f"half: the backup {name}"


def _export(ground, said):
    """Yield what is wrong with the visible export, once one that was cut short is finished."""
    try:
        if (ground.site / STAGING_NAME).exists():
            finish_interrupted(ground.site)
        manifest = read_manifest(ground.site)
    except ExportError as error:
        yield f"half: {error.message}"
        return
    for path, entry in manifest.files.items():
        if digest(ground.site / path) != entry.sha256:
            yield f"half: {path} is not what the manifest says"
    exported = [note["exported"] for note in said if "exported" in note]
    versions = {one.item: one.version for one in manifest.items.values()}
    last = (
        {one["item"]: one["version"] for one in json.loads(exported[-1])["items"]}
        if exported
        else {}
    )
    for item, version in last.items():
        if versions.get(item, 0) < version:
            yield f"lost: the export of {item} in version {version}"


@contextmanager
def all_at_once():
    """Bring each export to the disk in one call for the whole file system, as large ones are."""
    with patch.object(staging, "FEW", -1):
        yield


def _copied(image, to):
    subprocess.run(["cp", "--sparse=always", image, to], check=True)
    return to


def cuts(folder, times, seed):
    """Cut the power so many times; yield what `cut` returns."""
    template = _image(folder / "template.img")
    with mounted(template, folder / "live") as place:
        shutil.copytree(prepared(folder / "ground").folder, place / "ground")
    for number in range(times):
        yield cut(template, folder, random.Random(f"{seed} {number}"))  # noqa: S311 - of a test


def main():
    """Cut, and end with 1 where anything was lost."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--cuts", type=int, default=100)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--control", choices=CONTROLS)
    ask.add_argument("--at-once", action="store_true", help="as large exports are synced")
    asked = ask.parse_args()
    if reason := why_not():
        sys.exit(f"No power can be cut here: {reason}.")
    folder = Path(mkdtemp(prefix="standfirst-cut-", dir=_MEMORY if _MEMORY.is_dir() else None))
    promises = done = bad = 0
    try:
        how = all_at_once() if asked.at_once else nullcontext()
        with CONTROLS.get(asked.control, nullcontext)(), how:
            for saves, others, wrong in cuts(folder, asked.cuts, asked.seed):
                promises, done, bad = promises + saves + others, done + 1, bad + bool(wrong)
                print(f"cut {done}: {saves} saves, {others} exports and backups; ", end="")
                print("; ".join(wrong[:3]) or "all there", flush=True)
    finally:
        shutil.rmtree(folder)
    print(f"{done} cuts, {promises} promises, {bad} cuts with losses")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
