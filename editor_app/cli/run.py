"""Carry out what the command line asks for, and turn failures into sentences and exit codes."""

import gc
import os
import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import FrameType
from typing import cast

from editor_app.cli import arguments as words
from editor_app.cli.errors import CommandError
from editor_app.cli.output import Output, speak_utf8
from editor_app.cli.system import check_display, explain_missing
from editor_app.errors import EditorError

Command = Callable[[Namespace, Output], int]

INTERRUPTED = 130
TERMINATED = 143
NOBODY_READS = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Do what argv asks for and return the exit code: 0 done, 1 not done, 2 usage, 3 blocked."""
    speak_utf8()
    output = Output()
    try:
        code = _obey(sys.argv[1:] if argv is None else argv, output)
        sys.stdout.flush()
    except EditorError as error:
        output.error(error)
        code = error.exit_code if isinstance(error, CommandError) else 1
    except BrokenPipeError:
        _drop_output()
        code = NOBODY_READS
    except OSError as error:
        output.error(_explain(error))
        code = 1
    except KeyboardInterrupt:
        output.progress("")
        code = INTERRUPTED
    except SystemExit as leaving:  # --help, and a request to terminate
        code = leaving.code if isinstance(leaving.code, int) else 0
    return code


def _obey(argv: Sequence[str], output: Output) -> int:
    arguments = words.read_arguments(argv)
    output.is_json = arguments.json
    if arguments.runs == words.WINDOW:
        check_display()
        return _command(arguments.runs)(arguments, output)
    command = _command(arguments.runs)
    with _orderly_termination():
        return command(arguments, output)


def _command(runs: str) -> Command:
    """Return the function that ``module:name`` points to, importing its module only now.

    The garbage collector rests meanwhile: it would take a tenth of the time and find nothing. What
    was imported stays, so it is never looked through again, which shortens later pauses too.
    """
    module, function = runs.split(":")
    gc.disable()
    try:
        return cast("Command", getattr(import_module(module), function))
    except ImportError as error:
        if (expected := explain_missing(str(error))) is None:
            raise
        raise expected from error
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def _orderly_termination() -> Iterator[None]:
    """Let a request to terminate unwind the work, so that it is undone like any failure."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(TERMINATED)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _explain(error: OSError) -> CommandError:
    """Return a failure of the file system in words."""
    reason = error.strerror or "the system gave no reason"
    name = f"{error.filename}: " if error.filename else ""
    return CommandError(
        f"A file could not be read or written ({name}{reason}).",
        hint="Look at the folder's permissions and at the free space, then try again.",
    )


def _drop_output() -> None:
    """Send what is left to nowhere, so that Python does not complain on its way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):  # a stream without a file has nothing to drop
            continue
    os.close(nowhere)
