"""Rules about length: sentences, paragraphs, and how hard the whole is to read."""

from collections.abc import Iterator
from functools import lru_cache

from editor_app.checks.counting import words_in
from editor_app.checks.finding import Found, Level, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule
from editor_app.checks.words_shown import words_shown
from editor_app.wording.dates import primary
from editor_app.wording.readability import Tally, flesch, lix, tally
from editor_app.wording.sentences import Stretch, sentences, words_between

_JUDGED = frozenset({"en", "fr", "es", "ru", "de", "it", "pt", "nl"})
_VERY_HARD = 62  # LIX
_HARD_FLESCH = 10
_FEWEST_WORDS = 120  # fewer say nothing of a text


def _is_running_text(passage: Passage) -> bool:
    return passage.kind is Kind.PARAGRAPH and "table" not in passage.containers


@lru_cache(maxsize=1024)
def _lengths(passage: Passage) -> tuple[tuple[Stretch, int], ...]:
    """Return the sentences of a paragraph and how many words each has."""
    if not _is_running_text(passage) or primary(passage.language) not in _JUDGED:
        return ()
    text = words_shown(passage)
    return tuple((one, words_between(text, one)) for one in sentences(text, passage.language))


@lru_cache(maxsize=1024)
def _tally(passage: Passage, language: str) -> Tally | None:
    if not _is_running_text(passage) or passage.language != language:
        return None
    return tally(words_shown(passage), language)


def _long_sentences(examined: Examined) -> Iterator[Found]:
    first = _long_first(examined)
    limits = examined.style.limits
    for placed, lengths in examined.telling(_lengths):
        is_german = primary(placed.passage.language) == "de"
        most = limits.sentence_words_de if is_german else limits.sentence_words
        for stretch, length in lengths:
            if length <= most:
                continue
            place = placed.place.between(*stretch)
            if first is None or place != first.place:
                message = f"This sentence has {length} words; more than {most} are hard to follow."
                yield Found(message, place)


def _first_sentence(examined: Examined) -> Iterator[Found]:
    found = _long_first(examined)
    if found is not None:
        yield found


def _long_first(examined: Examined) -> Found | None:
    """Return what there is to say of the first sentence of the body, if it is too long."""
    first = next(iter(examined.telling(_lengths)), None)
    most = examined.style.limits.first_sentence_words
    if first is None:
        return None
    placed, ((stretch, length), *_others) = first
    if length <= most:
        return None
    message = f"The first sentence has {length} words; {most} are enough to begin with."
    return Found(message, placed.place.between(*stretch))


def _long_paragraphs(passage: Passage, context: Context) -> Iterator[Found]:
    most = context.style.limits.paragraph_words
    text = words_shown(passage)
    if not _is_running_text(passage) or len(text) < most:
        return
    length = words_in(text)
    if length > most:
        message = f"This paragraph has {length} words; on a phone more than {most} fill the page."
        yield Found(message, at(0, len(text)))


def _hard_to_read(examined: Examined) -> Iterator[Found]:
    language = examined.item.language
    whole = Tally()
    for _placed, one in examined.telling(_tally, language):
        whole += one
    if whole.words < _FEWEST_WORDS:
        return
    figure, ease = lix(whole), flesch(whole, language)
    if figure >= _VERY_HARD or (ease is not None and ease < _HARD_FLESCH):
        also = "" if ease is None else f", reading ease {ease} of 100"
        mean = round(whole.words / whole.sentences)
        message = (
            f"The text is very hard to read (about LIX {figure}{also}; {mean} words to a sentence)."
        )
        yield Found(message, subject=f"{figure // 5}")


RULES = (
    ItemRule(
        id="sentence-long",
        title="Long sentences",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_long_sentences,
    ),
    ItemRule(
        id="first-sentence-long",
        title="A long first sentence",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_first_sentence,
    ),
    PassageRule(
        id="paragraph-long",
        title="Long paragraphs",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_long_paragraphs,
    ),
    ItemRule(
        id="hard-to-read",
        title="Hard to read as a whole",
        group=Group.LANGUAGE,
        level=Level.HINTS,
        find=_hard_to_read,
    ),
)
"""The rules about length."""
