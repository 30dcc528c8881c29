"""What passages say is asked again only where they changed, and is always what it would be anew."""

from hypothesis import given
from hypothesis import strategies as st

from editor_app.checks.finding import Place
from editor_app.checks.passage import Passage, PlacedPassage
from editor_app.checks.telling import Told

_TEXTS = st.lists(st.sampled_from(["", "a", "b", "c d", "a b c"]), max_size=8)


def _passages(texts, known):
    return tuple(
        PlacedPassage(Place("body", (number,)), known.setdefault(text, Passage(text=text)))
        for number, text in enumerate(texts)
    )


def _words(passage):
    return passage.text.split()


def _long_words(passage, least):
    return [word for word in _words(passage) if len(word) >= least]


@given(st.lists(_TEXTS, max_size=6))
def test_what_is_told_is_what_would_be_told_anew(versions):
    told, known = Told(), {}
    for number, texts in enumerate(versions):
        passages = _passages(texts, known)
        said = told.of(passages, _words)
        assert said == [(one, _words(one.passage)) for one in passages if _words(one.passage)]
        if number % 2:  # a rule that is asked only now and then
            assert told.of(passages, _long_words, 1) == said


def test_only_passages_that_changed_are_asked_again():
    asked = []

    def told_of(passage):
        asked.append(passage.text)
        return passage.text

    told, known = Told(), {}
    told.of(_passages(["one", "two", "three"], known), told_of)
    asked.clear()
    said = told.of(_passages(["one", "new", "two and more", "three"], known), told_of)
    assert asked == ["new", "two and more"]
    assert [words for _placed, words in said] == ["one", "new", "two and more", "three"]


def test_a_passage_that_moved_is_told_at_its_new_place():
    told, known = Told(), {}
    told.of(_passages(["one", "two"], known), _words)
    said = told.of(_passages(["new", "one", "two"], known), _words)
    assert [placed.place.block for placed, _said in said] == [(0,), (1,), (2,)]


def test_other_questions_have_answers_of_their_own():
    told, known = Told(), {}
    passages = _passages(["a bc"], known)
    assert told.of(passages, _long_words, 1) != told.of(passages, _long_words, 2)
