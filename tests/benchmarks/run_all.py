"""Run every benchmark, one after the other, and print what each has to say.

    uv run python tests/benchmarks/run_all.py [--retext]

The machine should have nothing else to do. Where there is no display and ``xvfb-run`` is
installed, the start of the window is measured under a virtual one. ``--retext`` measures ReText
beside it, which is installed from a package index into an environment of its own.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def display():
    """Return what to put before a command so that it has a display."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return []
    return ["xvfb-run", "-a"] if shutil.which("xvfb-run") else []


def main():
    """Run the benchmarks in the order a user would feel them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--retext", action="store_true", help="measure ReText's start too")
    arguments = parser.parse_args()
    start = [*display(), sys.executable, HERE / "start_speed.py"]
    if arguments.retext:
        start.append("--retext")
    others = sorted({path.name for path in HERE.glob("*.py")} - {"start_speed.py", "run_all.py"})
    failed = []
    for command in (start, *([sys.executable, HERE / name] for name in others)):
        name = next(Path(part).name for part in command if str(part).endswith(".py"))
        print(f"\n== {name}", flush=True)
        if subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode:
            failed.append(name)
    if failed:
        print(f"\nfailed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
