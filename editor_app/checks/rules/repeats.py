"""Rules about paragraphs that stand in the text twice."""

from collections import Counter
from collections.abc import Iterator

from editor_app.checks.finding import Found, Level, remove
from editor_app.checks.passage import Kind, Passage, PlacedPassage
from editor_app.checks.repetition import Run, runs_of, same_words
from editor_app.checks.rule import Examined, Group, ItemRule, Rule

_NEARLY_ALL = 0.7  # of the runs of three words, of the one paragraph and of the other


def _repeated(examined: Examined) -> Iterator[Found]:
    paragraphs = examined.telling(_runs)
    said: set[Run] = set()
    first_with: dict[Run, int] = {}  # seldom asked, and made only as far as it is
    reached = 0
    for number, (placed, runs) in enumerate(paragraphs):
        known = runs & said
        if len(known) >= _NEARLY_ALL * len(runs):
            for earlier in range(reached, number):
                new = paragraphs[earlier][1].difference(first_with)
                first_with |= dict.fromkeys(new, earlier)
            reached = number
            best, count = Counter(map(first_with.__getitem__, known)).most_common(1)[0]
            if count >= _NEARLY_ALL * max(len(runs), len(paragraphs[best][1])):
                yield _found(placed, paragraphs[best][0])
        said |= runs


def _runs(passage: Passage) -> frozenset[Run]:
    return runs_of(passage.text) if passage.kind is Kind.PARAGRAPH else frozenset()


def _found(one: PlacedPassage, other: PlacedPassage) -> Found:
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
