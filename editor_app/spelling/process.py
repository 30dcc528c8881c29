"""The process that looks words up, and how it is asked: one line of JSON there, one back.

Hunspell holds Python's lock while it loads a word list (0.5 s for Arabic) and while it looks for
suggestions; in a process of its own it never keeps the window waiting, and a word list that brings
it down takes nothing else along.
"""

import faulthandler
import json
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from hunspell import Hunspell  # type: ignore[import-untyped]  # it has no stubs

from editor_app.spelling.judging import Endings, Judge

_MOST_MEMORY = 2 << 30
_MOST_LISTS = 4  # each takes 6 to 18 MB


class _WordList:
    """A Hunspell word list that takes any word."""

    def __init__(self, folder: str, name: str) -> None:
        self._hunspell = Hunspell(name, hunspell_data_dir=folder, system_encoding="UTF-8")

    def spell(self, word: str, /) -> bool:
        """Whether the list knows a word; one that its letters cannot write is not known."""
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeEncodeError:
            return False

    def suggest(self, word: str, /) -> tuple[str, ...]:
        """Return words that are like a word."""
        try:
            return tuple(one for one in self._hunspell.suggest(word) if one)
        except UnicodeEncodeError:
            return ()


class Desk:
    """Answers questions; a word list is loaded with the first one about it."""

    def __init__(self) -> None:
        self._lists: dict[tuple[str, str], _WordList] = {}

    def answer(self, question: dict[str, Any]) -> object:
        """Return the answer to one question."""
        judge = Judge(
            self._list(question["folder"], question["name"]),
            question["tag"],
            Endings(question["endings"]),
        )
        if question["do"] == "suggest":
            return judge.suggestions(question["words"][0])
        return [judge.wrong_parts(word) for word in question["words"]]

    def _list(self, folder: str, name: str) -> _WordList:
        """Return a word list; of many languages, those asked about last stay in memory."""
        found = self._lists.pop((folder, name), None) or _WordList(folder, name)
        self._lists[folder, name] = found
        if len(self._lists) > _MOST_LISTS:
            del self._lists[next(iter(self._lists))]
        return found


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer every question until there are no more; end when one takes too long."""
    desk = Desk()
    with Path(os.devnull).open("w") as nowhere:
        for line in questions:
            question = json.loads(line)
            faulthandler.dump_traceback_later(question["seconds"], exit=True, file=nowhere)
            answer = desk.answer(question)
            faulthandler.cancel_dump_traceback_later()
            answers.write(json.dumps(answer).encode() + b"\n")
            answers.flush()


def main() -> None:
    """Serve whoever started this process."""
    _limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)


def _limit_memory() -> None:
    if sys.platform != "linux":  # macOS refuses a limit, Windows knows none
        return
    import resource  # noqa: PLC0415 - not on every system

    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MOST_MEMORY if hard == resource.RLIM_INFINITY else min(_MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    main()
