"""All that is printed: lines or JSON on standard output, sentences on standard error."""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TextIO

from editor_app.errors import EditorError


@dataclass(slots=True, kw_only=True)
class Output:
    """Where a command prints to.

    ``is_json`` says that results are JSON objects, one a line, instead of words.
    """

    is_json: bool = False
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    def result(self, fields: Mapping[str, Any], words: str) -> None:
        """Print one result: fields where JSON is wanted, words where not."""
        self.line(json.dumps(dict(fields), ensure_ascii=False) if self.is_json else words)

    def line(self, text: str) -> None:
        """Print one line of a result."""
        self.text(f"{text}\n")

    def text(self, text: str) -> None:
        """Print a text as it is."""
        self.out.write(_harmless(text) if self.out.isatty() else text)

    def notice(self, text: str) -> None:
        """Say something beside the result, to whoever sits at the keyboard."""
        self.err.write(f"standfirst: {text}\n")

    def progress(self, text: str) -> None:
        """Show how far a long job is, on a terminal only; an empty text wipes it away."""
        if self.err.isatty():
            self.err.write(f"\r\x1b[K{_harmless(text)[:70]}")
            self.err.flush()

    def error(self, error: EditorError) -> None:
        """Say what could not be done, and what to do next, on one line."""
        self.progress("")
        self.notice(" ".join(str(error).split()))


def speak_utf8() -> None:
    """Make the standard streams write UTF-8, whatever the locale says; a closed one to nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # `>&-`, or a start without a console
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))
        reconfigure = getattr(getattr(sys, name), "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _harmless(text: str) -> str:
    """Return text without the characters that would steer a terminal."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
