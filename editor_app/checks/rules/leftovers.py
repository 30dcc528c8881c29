"""Rules about what a web page or a template left behind in a text."""

import re
from collections.abc import Iterator
from functools import cache

from editor_app.checks.finding import Change, Fix, Found, Level, PutBlocks, Reword, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.phrases import loading_words, phrases
from editor_app.checks.rule import Context, Group, PassageRule, Rule
from editor_app.wording.vocabulary import phrase

_LONGEST_PHRASE = 80
_TAIL = 60
_LONE_SIGN = re.compile(r"\s*[-\u2013\u2014\u2022\u00b7|*>\u00bb\u203a_]\s*")
_CODE = re.compile(
    r"\{\{[^{}\n]{0,200}\}\}"  # a template's slot
    r"|\{%[^%\n]{0,200}%\}"
    r"|<%[^%\n]{0,200}%>"
    r"|\$\{[^{}\n]{0,100}\}"
    r"|\[email\W{0,3}protected\]"  # what a mail address is hidden as
    r"|\[cid:[^\]\s]{1,200}\]"  # a picture of a mail
    r"|\[(?:image|img|photo|picture|inline image)\s?:[^\]\n]{0,200}\]"
    r"|\[/?(?:caption|gallery|embed|audio|video|vc_[a-z_]{1,30})(?:\s[^\]\n]{0,300})?\]"
    r"|\[object Object\]",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(r"(?:error\s+404|404\s+(?:error|not found))\b.{0,60}", re.IGNORECASE)
_NO_VALUES = frozenset({"undefined", "null", "nan", "none none", "undefined undefined", "#ref!"})
_DOUBLED = (".", "!", "?", ":", ";", ",")
_FEWEST_DOUBLED = 4  # words, both times together
_TEXTS = frozenset({Kind.PARAGRAPH, Kind.CROSS_HEAD, Kind.CAPTION, Kind.FIELD, Kind.NOTE})
_WHOLE = "This is left over from a web page, not a part of the text."


def _furniture(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind is not Kind.PARAGRAPH or len(passage.text) > _LONGEST_PHRASE or passage.links:
        return
    text = passage.text.strip()
    said = phrase(text)
    is_known = said in phrases().loading or (
        said in phrases().leftovers and not _may_be_a_point(said, passage)
    )
    if is_known or _LONE_SIGN.fullmatch(text) or _NOT_FOUND.fullmatch(text):
        fix = Fix("Remove it", (Change(at(0, len(passage.text)), PutBlocks()),))
        yield Found(_WHOLE, at(0, len(passage.text)), fix)


def _may_be_a_point(said: str, passage: Passage) -> bool:
    """Whether one word like “Share” stands among the points of a list, where it may be meant."""
    return " " not in said and bool(passage.containers)


def _loading(passage: Passage, _context: Context) -> Iterator[Found]:
    tail = passage.text[-_TAIL:]
    found = _loading_at_end().search(tail)
    if found is None or (passage.kind is Kind.PARAGRAPH and not tail[: found.start()].strip()):
        return  # alone in its paragraph: `_furniture`
    start = len(passage.text) - len(tail) + found.start()
    place = at(start, len(passage.text))
    fix = Fix("Take it away", (Change(place, Reword("")),))
    yield Found(f"“{found[0].strip()}” is left over from a web page.", place, fix)


def _code(passage: Passage, _context: Context) -> Iterator[Found]:
    for found in _CODE.finditer(passage.text):
        yield Found(f"“{found[0][:40]}” was not filled in.", at(found.start(), found.end()))


def _no_value(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind is not Kind.PARAGRAPH and phrase(passage.text[:_LONGEST_PHRASE]) in _NO_VALUES:
        message = f"“{passage.text.strip()}” stands where a value should be."
        yield Found(message, at(0, len(passage.text)))


def _doubled(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind not in _TEXTS or len(passage.text) > _LONGEST_PHRASE:
        return
    words = passage.text.split()
    half = len(words) // 2
    if len(words) < _FEWEST_DOUBLED or len(words) % 2 or words[:half] != words[half:]:
        return
    if passage.text.rstrip().endswith(_DOUBLED):
        return
    place = at(0, len(passage.text))
    once = " ".join(words[:half])
    fix = Fix("Say it once", (Change(place, Reword(once)),))
    yield Found(f"“{once}” stands here twice.", place, fix)


@cache
def _loading_at_end() -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(loading_words(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)\s?(?:{words})\s?(?:\.{{2,}}|\u2026)\s*$", re.IGNORECASE)


RULES: tuple[Rule, ...] = (
    PassageRule(
        id="leftover-furniture",
        title="Buttons and menus of a web page",
        group=Group.LEFTOVERS,
        level=Level.WARNS,
        find=_furniture,
    ),
    PassageRule(
        id="leftover-loading",
        title="“Loading…” at the end of a text",
        group=Group.LEFTOVERS,
        level=Level.WARNS,
        find=_loading,
    ),
    PassageRule(
        id="leftover-code",
        title="Slots and codes that were not filled in",
        group=Group.LEFTOVERS,
        level=Level.WARNS,
        find=_code,
    ),
    PassageRule(
        id="leftover-no-value",
        title="“undefined” and “null”",
        group=Group.LEFTOVERS,
        level=Level.WARNS,
        find=_no_value,
    ),
    PassageRule(
        id="leftover-doubled",
        title="Label that stands there twice",
        group=Group.LEFTOVERS,
        level=Level.WARNS,
        find=_doubled,
    ),
)
