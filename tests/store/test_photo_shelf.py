"""The photos of a library are looked through a page at a time, and only unused ones are swept."""

from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import PhotoWords
from editor_app.store.errors import DamagedVersionError, PhotoMissingError
from editor_app.store.library import Library
from editor_app.store.photo_query import PhotoFilter, PhotoQuery, PhotoSort

COLOURS = ("red", "green", "blue", "white", "black")


@pytest.fixture
def srcs(library, a_photo):
    """Return the paths of five photos, the oldest first."""
    return [library.photos.add(a_photo(colour), name=f"{colour}.jpg").src for colour in COLOURS]


@pytest.fixture
def names(library):
    """Return a way to ask for the names of the photos that a query finds."""

    def ask(**query):
        return [
            one.name.removesuffix(".jpg") for one in library.photo_shelf.page(PhotoQuery(**query))
        ]

    return ask


def emptied(library):
    """Empty the photo trash and return the report."""
    steps = library.photo_shelf.empty_trash()
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.mark.usefixtures("srcs")
def test_photos_come_newest_first_or_by_name_and_page_by_page(library, names):
    assert names() == ["black", "white", "blue", "green", "red"]
    assert names(sort=PhotoSort.NAME) == ["black", "blue", "green", "red", "white"]
    for sort in PhotoSort:
        paged, after = [], None
        while page := library.photo_shelf.page(PhotoQuery(sort=sort, limit=2, after=after)):
            paged += [one.name.removesuffix(".jpg") for one in page]
            after = page[-1].cursor
        assert paged == names(sort=sort)


def test_a_search_sees_names_and_words_without_case_and_accents(library, srcs, names):
    library.photos.save_words(srcs[0], PhotoWords(caption="Fähre in Żagań", place="Wien"))
    assert names(search="fahre ZAGAN") == ["red"]
    assert names(search="wien") == ["red"]
    assert names(search="blue.jpg") == ["blue"]
    assert names(search="100%") == []
    assert library.photo_shelf.count(PhotoQuery(search="fahre")) == 1


def test_a_whole_page_of_words_can_be_searched_for(library, srcs, names):
    library.photos.save_words(srcs[0], PhotoWords(caption="Ferry"))
    assert names(search="ferry " * 3000) == ["red"]
    assert names(search=" ".join(f"word{number}" for number in range(3000))) == []


def test_filters_find_what_is_wanting(library, srcs, names, an_item):
    words = PhotoWords(alt="A ferry", credit="A. Nowak", licence="cc-by-4.0")
    library.photos.save_words(srcs[0], words)
    library.photos.save_words(
        srcs[1], PhotoWords(licence_address="https://creativecommons.org/licenses/by/2.0")
    )
    library.items.save(an_item(headline="Ferry", lead_figure=LeadFigure(src=srcs[0])), over=0)
    assert names(filter=PhotoFilter.MISSING_WORDS) == ["black", "white", "blue", "green"]
    assert names(filter=PhotoFilter.NO_LICENCE) == ["black", "white", "blue"]
    assert names(filter=PhotoFilter.UNUSED) == ["black", "white", "blue", "green"]
    assert len(names(filter=PhotoFilter.SMALL)) == len(COLOURS)
    assert library.photo_shelf.counts() == {
        PhotoFilter.ALL: 5,
        PhotoFilter.MISSING_WORDS: 4,
        PhotoFilter.NO_LICENCE: 3,
        PhotoFilter.UNUSED: 4,
        PhotoFilter.SMALL: 5,
        PhotoFilter.TRASHED: 0,
    }


def test_it_is_known_where_a_photo_is_shown(library, srcs, an_item):
    lead = library.items.save(an_item(headline="Lead", lead_figure=LeadFigure(src=srcs[0])), over=0)
    body = library.items.save(an_item(headline="Body", body=f"![A]({srcs[0]})"), over=0)
    library.items.trash(lead.id)
    uses = library.photo_shelf.uses(srcs[0])
    assert [(one.item_id, one.is_lead, one.is_trashed) for one in uses] == [
        (body.id, False, False),
        (lead.id, True, True),
    ]
    assert library.photo_shelf.uses(srcs[1]) == ()
    found = {one.src: one.uses for one in library.photo_shelf.page(PhotoQuery())}
    assert (found[srcs[0]], found[srcs[1]]) == (2, 0)


def test_only_unused_photos_go_to_the_trash_and_they_come_back(library, srcs, names, an_item):
    item = library.items.save(
        an_item(headline="Ferry", lead_figure=LeadFigure(src=srcs[0])), over=0
    )
    library.items.trash(item.id)  # its photo is still in use: the item can come back
    report = library.photo_shelf.trash([*srcs[:2], "media/no/photo.jpg"])
    assert report.gone == (srcs[1],)
    assert report.stayed == (srcs[0], "media/no/photo.jpg")
    assert report.size == library.photos.get(srcs[1]).size
    assert "green" not in names()
    assert names(filter=PhotoFilter.TRASHED) == ["green"]
    library.photo_shelf.restore([srcs[1]])
    assert "green" in names()


def test_a_photo_in_the_trash_that_is_shown_again_is_out_of_it(
    library, srcs, names, an_item, a_photo
):
    library.photo_shelf.trash(srcs[:2])
    library.items.save(an_item(headline="Ferry", body=f"![A]({srcs[0]})"), over=0)
    library.photos.add(a_photo("green"), name="green.jpg")
    assert names(filter=PhotoFilter.TRASHED) == []
    assert {"red", "green"} <= set(names())
    assert emptied(library).gone == ()


def test_emptying_the_trash_deletes_what_no_version_of_any_item_shows(library, srcs, an_item):
    first = library.items.save(
        an_item(headline="Ferry", lead_figure=LeadFigure(src=srcs[0])), over=0
    )
    library.items.save(replace(first, lead_figure=LeadFigure()), over=first.version)
    library.photo_shelf.trash(srcs[:2])
    for src in srcs[:2]:
        library.renditions.thumbnail(library.photos.get(src), 20)
    report = emptied(library)
    assert (report.gone, report.stayed) == ((srcs[1],), (srcs[0],))
    copies = [path for path in (library.folder / "cache").rglob("*") if path.is_file()]
    assert {path.parent.name for path in copies} == {Path(srcs[0]).stem}
    assert library.photos.data(srcs[0])
    assert not library.photos.path(srcs[1]).exists()
    with pytest.raises(PhotoMissingError):
        library.photos.data(srcs[1])
    assert library.photos.get(srcs[1]) is None


def test_a_photo_that_comes_again_while_the_trash_is_emptied_is_there(
    folder, clock, a_photo, monkeypatch
):
    emptying = []

    def clock_of_another_thread():
        while emptying:
            assert emptied(emptying.pop()).gone
        return clock()

    def delete_files(srcs):
        library.photos.add(a_photo(), name="a.jpg")
        really_delete(srcs)

    with Library.open(folder, clock=clock_of_another_thread) as library:
        src = library.photos.add(a_photo(), name="a.jpg").src
        library.photo_shelf.trash([src])
        emptying.append(library)
        library.photos.add(a_photo(), name="a.jpg")  # its file was seen, its record is not there
        assert library.photos.data(src) == a_photo()
        library.photo_shelf.trash([src])
        really_delete = library.photo_shelf._delete_files
        monkeypatch.setattr(library.photo_shelf, "_delete_files", delete_files)
        emptied(library)  # its record was deleted, its file is not yet
        assert library.photos.record(src) is not None
        assert library.photos.data(src) == a_photo()


def test_cancelling_deletes_nothing(library, srcs, an_item, names):
    library.items.save(an_item(headline="Ferry"), over=0)
    library.photo_shelf.trash(srcs)
    steps = library.photo_shelf.empty_trash()
    next(steps)
    steps.close()
    assert len(names(filter=PhotoFilter.TRASHED)) == len(COLOURS)
    assert all(library.photos.path(src).exists() for src in srcs)


def test_nothing_is_deleted_while_an_earlier_version_cannot_be_read(
    folder, clock, a_photo, an_item, damage
):
    with Library.open(folder, clock=clock) as library:
        src = library.photos.add(a_photo(), name="a.jpg").src
        library.items.save(an_item(headline="Ferry"), over=0)
        library.photo_shelf.trash([src])
        with library.database.reading() as connection:
            words = connection.exec_driver_sql("SELECT words FROM revisions").scalar_one()
    damage(folder, words[-12:], b"x" * 12)
    with Library.open(folder, clock=clock) as library:
        with pytest.raises(DamagedVersionError):
            emptied(library)
        assert library.photos.path(src).exists()


def test_what_was_swept_is_still_swept_after_opening_again(folder, clock, a_photo):
    with Library.open(folder, clock=clock) as library:
        src = library.photos.add(a_photo(), name="a.jpg").src
        library.photo_shelf.trash([src])
    with Library.open(folder, clock=clock) as library:
        assert library.photo_shelf.count(PhotoQuery(filter=PhotoFilter.TRASHED)) == 1
        library.photo_shelf.restore([src])
    with Library.open(folder, clock=clock) as library:
        assert library.photo_shelf.count(PhotoQuery()) == 1
