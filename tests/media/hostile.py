"""What becomes of files that are made to do harm: run it to see what each costs.

    python -m tests.media.hostile [WORD]

Each file is taken in by a process of its own: looked at, decoded, and where it is a photo made
into all its copies. Printed are the processor's time and the most memory. WORD picks the kinds
that have it in their description.
"""

import ast
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

if __name__ == "__main__" and __package__ is None:
    sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.errors import EditorError
from editor_app.media.decoding import read_photo
from editor_app.media.found_words import found_in
from editor_app.media.photo import inspect, is_animated
from editor_app.media.recipes import lead_recipes
from editor_app.media.rendition import make_renditions, thumbnail
from editor_app.model.photo_words import PhotoWords
from tests.media.hostile_files import hostile_files

MOST_SECONDS, MOST_MEGABYTES = 5, 400


def take_in(path, name):
    """Do with a file what the library does; return what became of it, in words."""
    try:
        data = read_photo(path)
        photo = inspect(data, name=name)
        is_animated(data)
        found_in(data)
        thumbnail(data, longest=200)
        make_renditions(data, lead_recipes(photo, PhotoWords()))
    except EditorError as error:
        return f"refused: {error.message!r}"
    return f"taken: {photo.width} x {photo.height} {photo.extension}"


def report(path, name):
    """Take a file in and print what it cost this process."""
    start = time.process_time()
    became = take_in(path, name)
    seconds = time.process_time() - start
    words = Path("/proc/self/status").read_text("ascii")
    peak = int(words.split("VmHWM:")[1].split()[0]) / 1024
    print(json.dumps({"became": became, "seconds": seconds, "peak": peak}))


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    bad = number = 0
    worst = {"seconds": 0, "peak": 0}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        for what, name, data in hostile_files():
            if wanted.lower() not in what.lower():
                continue
            path.write_bytes(data)
            command = [sys.executable, "-m", "tests.media.hostile", "--one", str(path), ascii(name)]
            command = ["timeout", "60", *command]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            number += 1
            if done.returncode:
                bad += 1
                print(f"CRASHED   {what}: {done.returncode} {done.stderr[-500:]}", flush=True)
                continue
            one = json.loads(done.stdout)
            is_bad = one["seconds"] > MOST_SECONDS or one["peak"] > MOST_MEGABYTES
            bad += is_bad
            worst = {key: max(value, one[key]) for key, value in worst.items()}
            cost = f"{one['seconds']:5.2f} s {one['peak']:4.0f} MB"
            print(
                f"{'TOO MUCH ' if is_bad else ''}{cost}  {what}: {one['became'][:120]}", flush=True
            )
    print(f"{number} kinds, {bad} bad; worst {worst['seconds']:.2f} s and {worst['peak']:.0f} MB")
    return 1 if bad else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        report(Path(sys.argv[2]), ast.literal_eval(sys.argv[3]))
    else:
        sys.exit(main())
