"""The number of words in the status bar, counted block by block."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.body.text import block_words
from editor_app.body.tree import ListBlock, ListItem, Paragraph, Passage, Quote, Text
from editor_app.ui.text_length import WordCounter

texts = st.text("ab é\n", max_size=8)
paragraphs = texts.map(lambda words: Paragraph((Text(words),)))
some = st.lists(paragraphs, max_size=4).map(tuple)
long = st.integers(38, 44).map(
    lambda n: tuple(Paragraph((Text(f"word {number} more"),)) for number in range(n))
)
inside = st.tuples(some, long, some).map(lambda parts: (*parts[0], *parts[1], *parts[2]))
blocks = st.one_of(
    paragraphs,
    inside.map(lambda held: Passage("fr", held)),
    inside.map(
        lambda held: ListBlock(is_numbered=False, items=tuple(ListItem((one,)) for one in held))
    ),
    inside.map(Quote),
)


@given(st.lists(st.lists(blocks, max_size=3).map(tuple), max_size=4))
def test_versions_one_after_the_other_are_counted_as_each_alone(versions):
    counter = WordCounter()
    for version in versions:
        assert counter.count(version) == sum(map(block_words, version))


def test_a_word_more_in_a_long_list_is_counted():
    items = [ListItem((Paragraph((Text(f"item {n}"),), is_tight=True),)) for n in range(100)]
    counter = WordCounter()
    assert counter.count((ListBlock(is_numbered=False, items=tuple(items)),)) == 200
    items[50] = ListItem((Paragraph((Text("one item more"),), is_tight=True),))
    assert counter.count((ListBlock(is_numbered=False, items=tuple(items)),)) == 201
