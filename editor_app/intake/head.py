"""The lines above the text: section, headline, date, and what else is printed there."""

import re
from collections import deque
from dataclasses import replace

from editor_app.intake.chunks import Chunk
from editor_app.intake.credit import credit_of
from editor_app.intake.fields import Findings
from editor_app.wording.dateline import split_dateline
from editor_app.wording.dates import read_date_line
from editor_app.wording.vocabulary import field_names, key, phrase, vocabulary

_LABELLED = re.compile(r"(?P<name>[^:]{2,40}?)\s*:\s+(?P<value>\S.*)")
# Names that a line above a text may carry; others (“Background:”) open a sentence too often.
_LABELS = frozenset(
    {
        *("headline", "display_date", "language", "section", "content_type", "tags", "byline"),
        *("source", "summary", "photo_credit"),
    }
)
_SYMBOL = re.compile(r"[A-Z]{1,10}(?:/[A-Z0-9.()-]{1,12}){1,5}")
_TEXT_ENDS = (".", "…", ":", ";", ",", "。", "،", "؛")
_CLOSING = "\"'”\u2019»)]"
_LONGEST_HEADLINE = 200
_LONGEST_SENTENCE = 110
_LONGEST_SECTION = 30
_MOST_WORDS = 3


class Head:
    """Reads the lines above a text into findings and leaves the rest as it is.

    ``dropped`` are lines that said again what was taken already.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._lines: list[Chunk] = []
        self._date_at = -1
        self.dropped: list[str] = []

    def read(self, chunks: list[Chunk]) -> list[Chunk]:
        """Return the chunks that are the text: all that was not understood as part of the head."""
        waiting = deque(chunks)
        while waiting:
            chunk = waiting.popleft()
            if chunk.is_rule:
                continue
            if len(chunk.lines) > 1 and self._takes_apart(chunk):
                waiting.extendleft(reversed(_apart(chunk)))
            elif not self._takes(chunk):
                waiting.appendleft(chunk)
                break
        self._assign()
        if "headline" not in self._findings.fields:
            self._take_sentence(waiting)
        return [*self._lines, *waiting]

    @property
    def has_headline(self) -> bool:
        """Whether a headline was found."""
        return "headline" in self._findings.fields

    def _takes_apart(self, chunk: Chunk) -> bool:
        """Whether the lines of a block of short lines may be parts of the head."""
        if all(phrase(line.text) in vocabulary().sections for line in self._lines):
            return True
        return any(credit_of(line) or self._is_date(line) for line in chunk.lines)

    def _is_date(self, line: str) -> bool:
        return read_date_line(line, self._findings.language) is not None

    def _takes(self, chunk: Chunk) -> bool:
        if chunk.is_point or chunk.number or len(chunk.lines) > 1:
            return False
        line = chunk.text
        if self._takes_credit(line) or self._takes_label(line) or self._takes_date(chunk):
            return True
        if _SYMBOL.fullmatch(line):
            self._findings.keep("Reference", line)
            return True
        if self._could_be_headline(line):
            self._lines.append(chunk)
            return True
        return False

    def _takes_credit(self, line: str) -> bool:
        credit = credit_of(line)
        if not credit or "photo_credit" in self._findings.photo:
            return False
        self._findings.photo["photo_credit"] = credit
        return True

    def _takes_label(self, line: str) -> bool:
        found = _LABELLED.fullmatch(line)
        field = field_names().get(key(found["name"]), "") if found else ""
        if found is None or field not in _LABELS:
            return False
        if field in self._findings.fields and field != "tags":
            return False
        self._findings.put(found["name"], found["value"])
        return True

    def _takes_date(self, chunk: Chunk) -> bool:
        found = read_date_line(chunk.text, self._findings.language)
        if found is None:
            return False
        if found.written.day is None:
            self._lines.append(replace(chunk, stays=True))
            self._findings.notes.append(
                f"“{chunk.text}” is no day of the calendar; it stays in the text."
            )
            return True
        if not self._findings.take_date_line(found, chunk.text):
            return False
        self._date_at = len(self._lines)
        return True

    def _could_be_headline(self, line: str) -> bool:
        return (
            len(line) <= _LONGEST_HEADLINE
            and not line.rstrip(_CLOSING).endswith(_TEXT_ENDS)
            and not split_dateline(line, self._findings.language)
        )

    def _assign(self) -> None:
        """Decide which lines are the section and the headline; the others are text after all."""
        lines = [one for one in self._lines if not one.stays]
        rest: list[Chunk] = []
        if "headline" not in self._findings.fields and lines:
            count = self._sections_in(lines)
            if count:
                self._findings.set("section", " / ".join(one.text for one in lines[:count]))
            if count < len(lines):
                self._set_headline(lines[count].text)
            rest = lines[count + 1 :]
        elif lines:  # the headline was named, so these lines are something else
            self._lines = rest = [replace(one, stays=True) for one in self._lines]
        headline = self._findings.fields.get("headline", "")
        again = [one for one in rest if one.text == headline]
        self.dropped.extend(one.text for one in again)
        self._split_kicker()
        self._lines = [
            one for one in self._lines if one.stays or (one in rest and one not in again)
        ]

    def _sections_in(self, lines: list[Chunk]) -> int:
        """Return how many of the first lines are the section."""
        if "section" in self._findings.fields:
            return 0
        if phrase(lines[0].text) in vocabulary().sections:
            count = 1
            while count < len(lines) - 1 and _is_part_of_section(lines[count]):
                count += 1
            return count
        return int(len(lines) > 1 and self._looks_like_a_label(lines))

    def _looks_like_a_label(self, lines: list[Chunk]) -> bool:
        """Whether the first of several lines is a section that no list knows: ``Expert Talk``."""
        first, second = lines[0].text, lines[1]
        words = first.split()
        is_short = len(first) <= _LONGEST_SECTION and len(words) <= _MOST_WORDS
        is_title = all(word[0].isupper() and not word.isupper() for word in words)
        is_above = not second.opens or self._date_at == len(lines[:2])
        return is_short and is_title and is_above and len(second.text) > len(first)

    def _set_headline(self, text: str) -> None:
        self._findings.set("headline", text)

    def _split_kicker(self) -> None:
        """Take a section off the front of the headline: ``Project News: A new bridge``."""
        headline = self._findings.fields.get("headline", "")
        section, colon, rest = headline.partition(":")
        if not colon or not rest.strip() or phrase(section) not in vocabulary().sections:
            return
        if self._findings.set("section", section.strip()):
            self._findings.fields["headline"] = rest.strip()

    def _take_sentence(self, waiting: deque[Chunk]) -> None:
        """Take a short first sentence as the headline: some people end headlines with a stop."""
        if self._lines or len(waiting) <= 1:
            return
        first = waiting[0]
        is_one = not re.search(r"[.!?]\s", first.text) and first.text.endswith(".")
        is_plain = len(first.lines) == 1 and not (first.is_point or first.number)
        is_short = len(first.text) <= _LONGEST_SENTENCE and waiting[1].opens
        opens_report = split_dateline(first.text, self._findings.language)
        if is_one and is_plain and is_short and not opens_report:
            self._set_headline(waiting.popleft().text)


def _apart(chunk: Chunk) -> list[Chunk]:
    return [
        Chunk(lines=(line,), opens=at == 0 and chunk.opens) for at, line in enumerate(chunk.lines)
    ]


def _is_part_of_section(line: Chunk) -> bool:
    if phrase(line.text) in vocabulary().sections:
        return True
    is_short = len(line.text) <= _LONGEST_SECTION and len(line.text.split()) <= _MOST_WORDS
    return is_short and not line.opens
