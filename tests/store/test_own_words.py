"""Words of a library's own, kept with it."""

from editor_app.model.identity import ItemId
from editor_app.store.library import Library


def test_words_are_kept_once_and_by_the_alphabet(folder, clock):
    with Library.open(folder, clock=clock) as library:
        for word in ("Standfirst", "ICMPD", "Standfirst", "Żegota"):
            library.own_words.add(word)
    with Library.open(folder, clock=clock) as library:
        assert library.own_words.all() == ("ICMPD", "Standfirst", "Żegota")
        library.own_words.remove("ICMPD")
        library.own_words.remove("never there")
        assert library.own_words.all() == ("Standfirst", "Żegota")


def test_a_word_let_pass_in_one_item_is_right_in_no_other(library):
    library.own_words.let_pass("recieve", ItemId("one"))
    assert library.own_words.passed_in(ItemId("one")) == ("recieve",)
    assert library.own_words.passed_in(ItemId("other")) == ()
    assert library.own_words.all() == ()


def test_a_library_from_before_there_were_words_gets_a_place_for_them(
    folder, clock, an_item, turn_back
):
    with Library.open(folder, clock=clock) as library:
        item = library.items.save(an_item(headline="Kept"), over=0)
    turn_back(folder, 1)
    with Library.open(folder, clock=clock) as library:
        assert library.items.get(item.id).headline == "Kept"
        library.own_words.add("Standfirst")
        assert library.own_words.all() == ("Standfirst",)
