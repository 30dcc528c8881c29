"""How long until a window can be used: Standfirst, a bare PySide6 window, and ReText.

Run it on a display; without one, under a virtual one::

    xvfb-run -a uv run python tests/benchmarks/start_speed.py
    xvfb-run -a uv run python tests/benchmarks/start_speed.py --retext --rounds 11

``--retext`` installs ReText into a virtual environment of its own, which needs a package index
once. The programs take turns, so that a busy machine is busy for all of them. *Seen* means that the
window was painted for the first time, *usable* that the event loop answers too, with the item open
and the caret in its text: a probe loaded before the program (PYTHONPATH, sitecustomize) tells both
moments, the second at the first idle one after the window was shown, and ends the process. Times
are from the start of the process, Python included; medians and the ratio to the bare window are
printed, and the least time of the processor until the window is usable: that says something on a
busy machine too. What Standfirst opens behind the item, its library first of all, comes after.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = """\
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.exec()
"""
# Loaded by Python itself in each measured process, before the program.
PROBE = '''\
"""Report the first idle moment after the first window is shown, and end the process."""
import importlib.abc
import importlib.machinery
import os
import sys


class Finder(importlib.abc.MetaPathFinder):
    """Patches QApplication.exec once Qt's widgets are imported."""

    def find_spec(self, name, path, target=None):
        if name not in ("PySide6.QtWidgets", "PyQt6.QtWidgets"):
            return None
        sys.meta_path.remove(self)
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        run = spec.loader.exec_module

        def exec_module(module):
            run(module)
            watch(module)

        spec.loader.exec_module = exec_module
        return spec


def watch(widgets):
    core = sys.modules[widgets.__name__.replace("QtWidgets", "QtCore")]
    application = widgets.QApplication
    loop = application.exec
    turn = application.processEvents
    pipe = int(os.environ["STANDFIRST_PROBE"])

    def shown():
        return [w for w in application.topLevelWidgets() if w.isVisible() and w.isWindow()]

    def look():
        if not shown():
            core.QTimer.singleShot(0, look)
            return
        for window in shown():
            window.repaint()
        os.write(pipe, b"s")
        core.QTimer.singleShot(0, report)

    def report():
        os.write(pipe, b"u")
        os._exit(0)

    def process(*arguments):
        turn(*[one for one in arguments if not isinstance(one, application)])
        if shown():
            os.write(pipe, b"s")

    application.processEvents = process

    def exec_(*_self):
        core.QTimer.singleShot(0, look)
        return loop()

    application.exec = exec_
    application.exec_ = exec_


sys.meta_path.insert(0, Finder())
'''


def usable_after(command, folder):
    """Return the seconds until a window is seen, until it can be used, and of the processor."""
    reading, writing = os.pipe()
    home = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")}
    environment = {
        **os.environ,
        **home,
        "PYTHONPATH": str(folder / "probe"),
        "STANDFIRST_PROBE": str(writing),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environment,
        pass_fds=[writing],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    seen = 0.0
    while said := os.read(reading, 10):
        seconds = time.perf_counter() - started
        seen = seen or seconds
        if b"u" in said:
            break
    os.close(reading)
    _, status, spent = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if not said:
        message = f"no window came up: {' '.join(map(str, command))}"
        raise SystemExit(message)
    return seen, seconds, spent.ru_utime + spent.ru_stime


def retext_in(folder):
    """Install ReText into an environment in folder and return how to start it."""
    venv.create(folder / "retext", with_pip=True)
    python = folder / "retext" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "ReText"], check=True)
    return [python, "-m", "ReText"]


def programs_in(folder, *, with_retext):
    """Return what to measure, by name."""
    probe = folder / "probe"
    probe.mkdir()
    (probe / "sitecustomize.py").write_text(PROBE, encoding="utf-8")
    (folder / "bare.py").write_text(BARE, encoding="utf-8")
    programs = {
        "bare PySide6 window": [sys.executable, folder / "bare.py"],
        "Standfirst": [sys.executable, ROOT / "main.py", folder / "library"],
    }
    if with_retext:
        programs["ReText"] = retext_in(folder)
    return programs


def measure(*, rounds, with_retext):
    """Return the times of each program, by name."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        programs = programs_in(folder, with_retext=with_retext)
        for command in programs.values():  # makes the library, warms the caches of the disk
            usable_after(command, folder)
        times = {name: [] for name in programs}
        for _ in range(rounds):
            for name, command in programs.items():
                times[name].append(usable_after(command, folder))
    return times


def main():
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--retext", action="store_true", help="measure ReText too")
    arguments = parser.parse_args()
    times = measure(rounds=arguments.rounds, with_retext=arguments.retext)
    medians = {
        name: [statistics.median(kind) for kind in zip(*taken, strict=True)]
        for name, taken in times.items()
    }
    spent = {name: min(cpu for _, _, cpu in taken) for name, taken in times.items()}
    bare = medians["bare PySide6 window"][1]
    print(f"start to seen and to usable window, median of {arguments.rounds}")
    for name, (seen, usable, _) in medians.items():
        print(
            f"  {name:<22} seen {seen * 1000:5.0f} ms {seen / bare:5.2f} x bare,"
            f" usable {usable * 1000:5.0f} ms {usable / bare:5.2f} x bare,"
            f" processor {spent[name] * 1000:5.0f} ms"
        )


if __name__ == "__main__":
    main()
