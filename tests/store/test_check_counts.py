"""What is remembered of the checks of saved items."""

from dataclasses import replace

from editor_app.store.query import CheckCounts

SOME = CheckCounts(blocks=1, warns=2, hints=3)


def test_counts_hold_as_long_as_the_item_and_the_rules_do(library, an_item):
    item = library.items.save(an_item(headline="One"), over=0)
    library.check_counts.keep({item.id: (item.version, SOME)}, rules="a")
    assert library.check_counts.of_items([item.id], rules="a") == {item.id: SOME}
    assert library.check_counts.of_items([item.id], rules="b") == {}
    library.items.save(replace(item, headline="Two"), over=item.version)
    assert library.check_counts.of_items([item.id], rules="a") == {}


def test_what_is_unknown_comes_newest_first_and_without_the_trash(library, an_item):
    first = library.items.save(an_item(headline="First"), over=0)
    second = library.items.save(an_item(headline="Second"), over=0)
    gone = library.items.save(an_item(headline="Gone"), over=0)
    library.items.trash(gone.id)
    assert list(library.check_counts.unknown(rules="a", limit=9)) == [second.id, first.id]
    assert list(library.check_counts.unknown(rules="a", limit=1)) == [second.id]
    library.check_counts.keep({second.id: (second.version, SOME)}, rules="a")
    assert list(library.check_counts.unknown(rules="a", limit=9)) == [first.id]


def test_counts_of_an_older_version_are_not_kept(library, an_item):
    item = library.items.save(an_item(headline="One"), over=0)
    library.items.save(replace(item, headline="Two"), over=item.version)
    library.check_counts.keep({item.id: (item.version, SOME)}, rules="a")
    assert library.check_counts.of_items([item.id], rules="a") == {}


def test_an_item_can_be_asked_about_again(library, an_item):
    item = library.items.save(an_item(), over=0)
    library.check_counts.keep({item.id: (item.version, SOME)}, rules="a")
    library.check_counts.forget(item.id)
    assert list(library.check_counts.unknown(rules="a", limit=9)) == [item.id]
