"""Asks the process that looks words up."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import editor_app
from editor_app.spelling.dictionaries import Dictionary
from editor_app.spelling.errors import SpellerStoppedError
from editor_app.spelling.judging import Endings, Span

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from editor_app.spelling.process import main; main()"
)


class Speller:
    """Looks words up in dictionaries. The process starts with the first question.

    A question that takes longer than its seconds ends the process, and is answered by nobody: some
    word lists need an age for some words. Safe on any thread, but for one question at a time;
    `close` may be called during one, which then fails.
    """

    def __init__(self, *, seconds: float = 20.0, suggestion_seconds: float = 5.0) -> None:
        self._seconds = {"check": seconds, "suggest": suggestion_seconds}
        self._process: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    def wrong_parts(
        self, words: Sequence[str], dictionary: Dictionary, endings: Endings = Endings.EITHER
    ) -> dict[str, tuple[Span, ...]]:
        """Return which stretches of each word are wrong; none where it is right.

        Raises:
            SpellerStoppedError: the dictionary cannot be used.
        """
        found = self._ask("check", words, dictionary, endings)
        return {
            word: tuple((start, end) for start, end in spans)
            for word, spans in zip(words, found, strict=True)
        }

    def suggestions(
        self, word: str, dictionary: Dictionary, endings: Endings = Endings.EITHER
    ) -> tuple[str, ...]:
        """Return what may have been meant by a word, the likeliest first; none in time is none."""
        try:
            return tuple(self._ask("suggest", [word], dictionary, endings))
        except SpellerStoppedError:
            return ()

    def close(self) -> None:
        """End the process; there is no asking any more."""
        self._is_closed = True
        self._end()

    def _ask(
        self, do: str, words: Sequence[str], dictionary: Dictionary, endings: Endings
    ) -> list[Any]:
        question = {
            "do": do,
            "seconds": self._seconds[do],
            "words": words,
            "tag": dictionary.tag,
            "folder": str(dictionary.folder),
            "name": dictionary.name,
            "endings": endings.value,
        }
        process = self._started()
        try:
            if process.stdin is None or process.stdout is None:
                raise SpellerStoppedError
            process.stdin.write(json.dumps(question).encode() + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except (OSError, ValueError) as error:  # the process is gone, or was ended by `close`
            self._end()
            raise SpellerStoppedError from error
        if not answer.endswith(b"\n"):
            self._end()
            raise SpellerStoppedError
        found: list[Any] = json.loads(answer)
        return found

    def _started(self) -> subprocess.Popen[bytes]:
        if self._is_closed:
            raise SpellerStoppedError
        if self._process is None:
            package = Path(editor_app.__file__).parent.parent
            try:
                self._process = subprocess.Popen(  # noqa: S603 - this program's own code
                    [sys.executable, "-P", "-c", _START, str(package)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise SpellerStoppedError from error
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return  # words that were never read
