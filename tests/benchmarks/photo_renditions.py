"""A photo of 24 megapixels becomes all its copies: time and peak memory, beside two others.

    python tests/benchmarks/photo_renditions.py [--sharp FOLDER] [--runs 5]

*Ours* is what the program does: five widths, each as WebP and JPEG, and the cuts of a lead photo
apart. *Pillow's floor* is the least that can be written with Pillow for the same files: decode
once at a fitting scale, resize, save. *sharp* is the library of that name for Node, which makes
the same sizes at the same qualities, all at once; FOLDER is where ``npm install sharp`` ran. The
photo is made here, with gradients, shapes and grain, so that it packs like a photo. Each runs in
a process of its own, in turns; the time is that of the work without starting up (the median),
the memory the most that the whole process ever held.
"""

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image, ImageDraw, ImageFilter

from editor_app.background.threads import cores, on_all_cores
from editor_app.media.photo import inspect
from editor_app.media.recipes import Shape, lead_recipes, page_recipes
from editor_app.media.rendition import make_renditions
from editor_app.model.photo_words import PhotoWords

SIZE = (6000, 4000)
JPEG_QUALITY, WEBP_QUALITY = 80, 78
SHARP = """
const sharp = require(process.argv[2] + '/node_modules/sharp');
const fs = require('fs');
const [, , , photo, threads, ...widths] = process.argv;
sharp.cache(false);
if (+threads) sharp.concurrency(+threads);
const data = fs.readFileSync(photo);
const start = process.hrtime.bigint();
const at = width => sharp(data).rotate().resize(+width);
Promise.all(widths.flatMap(width => [
  at(width).webp({quality: WEBP, effort: 4}).toBuffer(),
  at(width).jpeg({quality: JPEG}).toBuffer(),
])).then(files => console.log(JSON.stringify({
  seconds: Number(process.hrtime.bigint() - start) / 1e9,
  bytes: files.reduce((sum, file) => sum + file.length, 0),
  peak: process.resourceUsage().maxRSS / 1024,
})));
"""


def a_photo():
    """Return a JPEG of 24 megapixels: a sky, hills, houses, and the grain of a sensor."""
    sky = Image.linear_gradient("L").resize(SIZE)
    picture = Image.merge(
        "RGB", (sky, sky.point(lambda v: 90 + v // 3), sky.point(lambda v: 200 - v // 2))
    )
    draw = ImageDraw.Draw(picture)
    for step in range(900):
        x, y = step * 7919 % SIZE[0], SIZE[1] // 3 + step * 104729 % (2 * SIZE[1] // 3)
        side = 20 + step * 31 % 260
        colour = (step * 37 % 256, step * 59 % 256, step * 83 % 256)
        if step % 2:
            draw.rectangle((x, y, x + side, y + side // 2), fill=colour)
        else:
            draw.ellipse((x, y, x + side, y + side), fill=colour)
    picture = picture.filter(ImageFilter.GaussianBlur(1.5))
    coarse = Image.effect_noise((SIZE[0] // 4, SIZE[1] // 4), 60).resize(
        SIZE, Image.Resampling.BICUBIC
    )
    picture = Image.blend(picture, coarse.convert("RGB"), 0.12)
    grain = Image.effect_noise(SIZE, 24).convert("RGB")
    file = io.BytesIO()
    Image.blend(picture, grain, 0.12).save(file, "JPEG", quality=90, subsampling="4:2:0")
    return file.getvalue()


def ours(data, recipes_of):
    recipes = recipes_of(inspect(data), PhotoWords())
    start = time.perf_counter()
    made = make_renditions(data, recipes, each=on_all_cores)
    return time.perf_counter() - start, sum(map(len, made.values())), len(made)


def cuts(photo, words):
    return [recipe for recipe in lead_recipes(photo, words) if recipe.shape is not Shape.PAGE]


def floor(data):
    widths = sorted({recipe.width for recipe in page_recipes(inspect(data), PhotoWords())})
    start = time.perf_counter()
    image = Image.open(io.BytesIO(data))
    image.draft(None, (widths[-1], 1))
    image.load()
    files = []
    for width in reversed(widths):
        size = (width, round(width * SIZE[1] / SIZE[0]))
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
        for kind, options in (
            ("WEBP", {"quality": WEBP_QUALITY, "method": 4}),
            ("JPEG", {"quality": JPEG_QUALITY, "optimize": True}),
        ):
            file = io.BytesIO()
            image.save(file, kind, **options)
            files.append(file.getvalue())
    return time.perf_counter() - start, sum(map(len, files)), len(files)


def most_memory():
    """Return the most megabytes that this process held, itself alone."""
    words = Path("/proc/self/status").read_text("ascii")
    return int(words.split("VmHWM:")[1].split()[0]) / 1024


def work(kind, photo):
    """Do one kind of work in this process and print what it took."""
    data = photo.read_bytes()
    todo = {
        "ours": lambda: ours(data, page_recipes),
        "cuts": lambda: ours(data, cuts),
        "floor": lambda: floor(data),
    }[kind]
    seconds, size, _ = todo()
    print(json.dumps({"seconds": seconds, "bytes": size, "peak": most_memory()}))


def in_child(command):
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sharp", type=Path, help="the folder in which npm installed sharp")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        work(arguments.work[0], Path(arguments.work[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "photo.jpg"
        photo.write_bytes(a_photo())
        measure(photo, Path(folder), arguments)


def measure(photo, folder, arguments):
    me = [sys.executable, __file__, "--work"]
    commands = {
        "ours, 10 for the page": [*me, "ours", str(photo)],
        "ours, 4 cuts of the lead": [*me, "cuts", str(photo)],
        "Pillow's floor": [*me, "floor", str(photo)],
    }
    if arguments.sharp:
        script = folder / "sharp.js"
        script.write_text(
            SHARP.replace("WEBP", str(WEBP_QUALITY)).replace("JPEG", str(JPEG_QUALITY))
        )
        widths = sorted(
            {str(r.width) for r in page_recipes(inspect(photo.read_bytes()), PhotoWords())}
        )
        for threads, name in ((0, "sharp"), (cores(), f"sharp, {cores()} threads each")):
            node = ["node", str(script), str(arguments.sharp), str(photo), str(threads)]
            commands[name] = [*node, *widths]
    runs = {name: [] for name in commands}
    for _ in range(arguments.runs):
        for name, command in commands.items():
            runs[name].append(in_child(command))
    print(
        f"24 megapixels, {photo.stat().st_size / 1e6:.1f} MB, {cores()} cores of {os.cpu_count()}"
    )
    seconds = {}
    for name, results in runs.items():
        seconds[name] = statistics.median(result["seconds"] for result in results)
        least = min(result["seconds"] for result in results)
        peak = max(result["peak"] for result in results)
        files = results[0]["bytes"] / 1e6
        took = f"{seconds[name]:6.2f} s (best {least:.2f})"
        print(f"{name:26} {took}  {peak:4.0f} MB  {files:.2f} MB of files")
    mine = seconds["ours, 10 for the page"]
    for name in commands:
        if name.startswith(("Pillow", "sharp")):
            print(f"ours / {name:20} {mine / seconds[name]:.2f}")


if __name__ == "__main__":
    main()
