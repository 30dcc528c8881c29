"""Rules about spelling: the dictionary's count in one line, and -ise beside -ize."""

import re
from collections.abc import Iterator
from functools import lru_cache

from editor_app.checks.finding import Fix, Found, Level
from editor_app.checks.passage import Passage
from editor_app.checks.quotation_marks import is_inside
from editor_app.checks.rule import Examined, Group, ItemRule
from editor_app.checks.words_shown import Edit, Ways, changes_both_ways, counted, ways, words_shown
from editor_app.wording.dates import primary
from editor_app.wording.sentences import sentence_starts

# Stems that take either spelling (New Hart's Rules 3.3); those that take one, such as advertise,
# exercise, analyse, prize and seize, are not among them.
_STEMS = (
    "agon|alphabet|american|apolog|author|bapt|brutal|burglar|canal|capital|categor|central|character"
    "|civil|collectiv|colon|commercial|computer|conceptual|contextual|critic|crystall|custom|decentral"
    "|democrat|demoral|digit|dramat|econom|emphas|energ|equal|essential|evangel|external"
    "|familiar|fertil|final|formal|fratern|galvan|general|global|harmon|homogen|hospital|human"
    "|hypothes|ideal|immobil|immun|incentiv|individual|industrial|initial|institutional|internal"
    "|international|item|jeopard|legal|legitim|liberal|local|lion|magnet|marginal|material|maxim"
    "|mechan|memor|militar|minim|mobil|modern|monopol|moral|national|natural|neutral|normal"
    "|operational|optim|organ|patron|penal|personal|polar|popular|prior|privat|professional|public"
    "|radical|random|rational|real|recogn|regional|regular|reorgan|revital|revolution|sanit|satir"
    "|scrutin|secular|sensit|serial|social|special|stabil|standard|steril|stigmat|subsid|summar"
    "|symbol|sympath|synchron|synthes|systemat|terror|theor|tranquill|traumat|trivial|unauthor"
    "|underutil|unrecogn|urban|util|vandal|verbal|victim|visual|vital|vocal|weapon|western"
)
_EITHER = re.compile(
    rf"(?<![\w\-])(?:{_STEMS})i(?P<s>[sz])(?:e[dsr]?|ers|ing|ations?|ational|able)(?!\w)",
    re.IGNORECASE,
)
_ORGAN_LIKE_NAME = re.compile(r"[ \u00a0](?:for|of|on)[ \u00a0]|[ \u00a0][A-Z]")


def _misspelt(examined: Examined) -> Iterator[Found]:
    number = examined.misspelt
    if number:
        words = counted(number, "word is", "words are")
        yield Found(f"{words} not in the dictionary.", subject=f"{number}")


# ---------------------------------------------------------------- -ise and -ize


@lru_cache(maxsize=1024)
def _spellings(passage: Passage) -> Ways | None:
    """Return what makes -ise of the -ize in a passage, and the other way round."""
    if passage.is_quoted or primary(passage.language) != "en":
        return None
    text = words_shown(passage)
    to_ise: list[Edit] = []
    to_ize: list[Edit] = []
    for found in _EITHER.finditer(text):
        if _is_name(text, found, passage.language) or is_inside(text, *found.span()):
            continue
        start = found.start("s")
        is_ize = found["s"] in "zZ"
        letter = ("s" if is_ize else "z") if found["s"].islower() else ("S" if is_ize else "Z")
        (to_ise if is_ize else to_ize).append(Edit(start, start + 1, letter))
    return ways(to_ise, to_ize)


def _is_name(text: str, found: re.Match[str], language: str) -> bool:
    """Whether this is part of an official name: the World Health Organization."""
    if not found.group()[0].isupper():
        return False
    if found.start() not in sentence_starts(text, language):
        return True
    return _ORGAN_LIKE_NAME.match(text, found.end()) is not None


def _ise_or_ize(examined: Examined) -> Iterator[Found]:
    to_ise, to_ize = changes_both_ways(examined.telling(_spellings))
    house = examined.style.ise_or_ize
    if examined.item.language == "en-US":
        wrong, message = to_ize, "American English writes -ize."
    elif house:
        wrong = to_ise if house == "ise" else to_ize
        message = f"The house writes -{house}."
    else:
        if not (to_ise and to_ize):
            return
        wrong = to_ise if len(to_ise) <= len(to_ize) else to_ize
        message = "Both -ise and -ize stand in this text."
    if wrong:
        label = "Write -ise throughout" if wrong is to_ise else "Write -ize throughout"
        yield Found(message, wrong[0].place, Fix(label, wrong))


RULES = (
    ItemRule(
        id="spelling",
        title="Words that are not in the dictionary",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_misspelt,
    ),
    ItemRule(
        id="ise-or-ize",
        title="-ise beside -ize",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_ise_or_ize,
        languages=frozenset({"en"}),
    ),
)
"""The rules about spelling."""
