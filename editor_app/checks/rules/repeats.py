"""Rules about paragraphs that stand in the text twice."""

from collections import Counter
from collections.abc import Iterator, Sequence

from editor_app.checks.finding import Found, Level, remove
from editor_app.checks.passage import Kind, PlacedPassage
from editor_app.checks.repetition import runs_of, same_words
from editor_app.checks.rule import Examined, Group, ItemRule, Rule

_NEARLY_ALL = 0.7  # of the runs of three words, of the one paragraph and of the other


def _repeated(examined: Examined) -> Iterator[Found]:
    paragraphs = [one for one in examined.in_body if one.passage.kind is Kind.PARAGRAPH]
    if not _any_said_again(paragraphs):
        return
    first_with: dict[tuple[str, ...], int] = {}
    for number, placed in enumerate(paragraphs):
        runs = runs_of(placed.passage.text)
        known = [first_with[run] for run in runs if run in first_with]
        for run in runs:
            first_with.setdefault(run, number)
        if not known:
            continue
        earlier, count = Counter(known).most_common(1)[0]
        longest = max(len(runs), len(runs_of(paragraphs[earlier].passage.text)))
        if count >= _NEARLY_ALL * longest:
            yield _found(paragraphs, number, earlier)


def _any_said_again(paragraphs: Sequence[PlacedPassage]) -> bool:
    """Whether a paragraph says nearly all of what was said before it: seldom, and soon known."""
    said: set[tuple[str, ...]] = set()
    for placed in paragraphs:
        runs = runs_of(placed.passage.text)
        if runs and len(runs & said) >= _NEARLY_ALL * len(runs):
            return True
        said |= runs
    return False


def _found(paragraphs: Sequence[PlacedPassage], number: int, earlier: int) -> Found:
    one, other = paragraphs[number], paragraphs[earlier]
    if same_words(one.passage.text, other.passage.text):
        fix = remove("Remove this paragraph", one.place)
        return Found("This paragraph stands in the text twice.", one.place, fix)
    return Found("This paragraph is nearly the same as an earlier one.", one.place)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="paragraph-repeated",
        title="Paragraph that stands in the text twice",
        group=Group.STRUCTURE,
        level=Level.WARNS,
        find=_repeated,
    ),
)
