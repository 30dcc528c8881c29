"""The item on the desk."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from editor_app.body import read_markdown
from editor_app.editing.changes import ChangeKind
from editor_app.editing.draft import Draft
from editor_app.editing.errors import NothingOpenError, PhotoFileError, StatusRefusedError
from editor_app.model.identity import new_item_id
from editor_app.model.item import NewsItem
from editor_app.model.photo_words import PhotoWords
from editor_app.model.status import Status
from editor_app.store.errors import DiskFullError, ItemNotFoundError
from editor_app.store.query import ItemQuery
from tests.builders import a_photo


@pytest.fixture
def changes(session):
    seen = []
    session.subscribe(seen.append)
    return seen


def kinds(changes):
    return [change.kind for change in changes]


def saved(library, clock, **fields):
    clock.advance(1)
    return library.items.save(NewsItem(id=new_item_id(clock()), **fields), over=0)


def everything(library):
    return library.items.page(ItemQuery())


def test_an_item_opened_and_left_is_not_saved(session, library, clock):
    item = saved(library, clock, headline="Flood", body="Two  \nlines and *stars*.\n")
    session.open(item.id)
    session.close()
    assert library.items.get(item.id).version == 1


def test_a_new_item_without_words_is_not_kept(session, library):
    session.create(section="Project News", language="fr")
    session.edit(section="Press release")
    session.close()
    assert everything(library) == []


@pytest.mark.parametrize(
    "words",
    [{"headline": "F"}, {"standfirst": "S"}, {"tags": ("t",)}, {"internal_notes": "n"}],
)
def test_a_new_item_with_one_word_is_kept(session, library, words):
    session.create()
    session.edit(**words)
    session.close()
    assert len(everything(library)) == 1


def test_a_new_item_with_only_text_is_kept(session, library):
    draft = session.create()
    session.edit_body(read_markdown("Rain."))
    session.close()
    assert library.items.get(draft.item.id).body.strip() == "Rain."


def test_words_survive_opening_another_item(session, library, clock):
    one, other = saved(library, clock, headline="One"), saved(library, clock, headline="Other")
    session.open(one.id)
    session.edit(headline="One more")
    session.open(other.id)
    assert library.items.get(one.id).headline == "One more"


def test_words_that_cannot_be_saved_keep_the_item_on_the_desk(session, library, clock, monkeypatch):
    one, other = saved(library, clock, headline="One"), saved(library, clock, headline="Other")
    session.open(one.id)
    session.edit(headline="One more")

    def refuse(item, *, over):
        raise DiskFullError

    monkeypatch.setattr(library.items, "save", refuse)
    with pytest.raises(DiskFullError):
        session.open(other.id)
    assert session.draft.item.headline == "One more"
    assert session.is_dirty


def test_an_item_that_is_not_there_leaves_the_desk_as_it_is(session, library, clock):
    one = saved(library, clock, headline="One")
    session.open(one.id)
    with pytest.raises(ItemNotFoundError):
        session.open(new_item_id(clock()))
    assert session.draft.item.id == one.id


def test_an_edit_says_which_fields_changed(session, changes):
    session.create()
    session.edit(headline="Flood", section="")
    assert changes[-1].kind is ChangeKind.FIELDS
    assert changes[-1].fields == {"headline", "slug"}


def test_setting_what_is_already_there_is_no_change(session, changes):
    session.create(section="Project News")
    session.edit(section="Project News")
    session.edit_body(session.draft.body)
    assert kinds(changes) == [ChangeKind.OPENED]


def test_editing_back_to_what_was_saved_is_not_dirty(session, library, clock):
    item = saved(library, clock, headline="Flood", slug="flood")
    session.open(item.id)
    session.edit(headline="Floods")
    assert session.is_dirty
    session.edit(headline="Flood")
    assert not session.is_dirty


def test_typing_does_not_write_the_text(session, monkeypatch):
    session.create()
    monkeypatch.setattr(Draft, "to_item", lambda _: pytest.fail("the whole text was written"))
    session.edit_body(read_markdown("Rain."))
    session.edit(headline="Flood")


def test_a_save_keeps_what_was_typed_while_it_ran(session, library):
    session.create()
    session.edit(headline="Flood", standfirst="Rain.")
    snapshot = session.snapshot()
    stored = library.items.save(snapshot.draft.to_item(), over=0)
    session.edit(headline="Floods")
    session.accept(snapshot, stored)
    assert session.draft.item.headline == "Floods"
    assert session.draft.item.version == 1
    assert session.is_dirty
    session.save()
    assert library.items.get(stored.id).headline == "Floods"


def test_a_listener_can_stop_listening(session):
    seen = []
    stop = session.subscribe(seen.append)
    stop()
    session.create()
    assert seen == []


def test_a_copy_is_a_draft_of_its_own(session, library, clock):
    item = saved(
        library, clock, headline="Flood", slug="flood", status=Status.PUBLISHED, body="Rain.\n",
        first_published_at=clock(), published_at=clock(), translation_group="g",
    )  # fmt: skip
    copy = session.duplicate(item.id).item
    assert copy.id != item.id
    assert (copy.headline, copy.slug) == ("Flood (copy)", "flood-copy")
    assert (copy.status, copy.version) == (Status.DRAFT, 1)
    assert (copy.first_published_at, copy.published_at, copy.translation_group) == (None, None, "")
    assert library.items.get(copy.id).body == "Rain.\n"


def test_trashing_the_item_on_the_desk_saves_its_last_words_and_clears_the_desk(
    session, library, clock, changes
):
    item = saved(library, clock, headline="Flood")
    session.open(item.id)
    session.edit(headline="Floods")
    session.trash(item.id)
    assert session.draft is None
    assert kinds(changes)[-1] is ChangeKind.CLOSED
    assert library.items.get(item.id).is_trashed
    assert library.items.get(item.id).headline == "Floods"


def test_trashing_a_new_item_without_words_leaves_nothing(session, library):
    draft = session.create()
    session.trash(draft.item.id)
    assert session.draft is None
    assert everything(library) == []


def test_trashing_another_item_leaves_the_desk_alone(session, library, clock):
    one, other = saved(library, clock, headline="One"), saved(library, clock, headline="Other")
    session.open(one.id)
    session.trash(other.id)
    assert session.draft.item.id == one.id
    assert library.items.get(other.id).is_trashed


def test_restoring_puts_the_item_on_the_desk(session, library, clock):
    item = saved(library, clock, headline="Flood")
    library.items.trash(item.id)
    assert session.restore(item.id).item.headline == "Flood"
    assert not library.items.get(item.id).is_trashed


def test_keeping_words_as_a_copy_leaves_both(session, library, clock, changes):
    item = saved(library, clock, headline="Flood")
    session.open(item.id)
    session.edit(headline="My flood")
    library.items.save(replace(item, headline="Their flood"), over=1)
    body = session.draft.body
    session.keep_as_copy()
    assert library.items.get(item.id).headline == "Their flood"
    assert library.items.get(session.draft.item.id).headline == "My flood"
    assert "changed elsewhere" in session.draft.item.internal_notes
    assert session.draft.body is body
    assert changes[-1].kind is ChangeKind.COPIED
    assert not session.is_dirty


def test_an_older_version_replaces_the_words_but_not_the_item(session, library, clock, changes):
    item = saved(library, clock, headline="Flood", body="Old.\n")
    session.open(item.id)
    session.edit(headline="Floods")
    session.edit_body(read_markdown("New."))
    session.save()
    session.replace_words(library.history.get(item.id, 1))
    assert changes[-1].kind is ChangeKind.REPLACED
    session.save()
    kept = library.items.get(item.id)
    assert (kept.headline, kept.body, kept.version) == ("Flood", "Old.\n", 3)


def test_a_status_is_refused_while_something_is_missing(session):
    session.create()
    with pytest.raises(StatusRefusedError) as refused:
        session.set_status(Status.READY)
    assert refused.value.missing == ("it has no headline", "it has no text")
    assert "no headline and it has no text" in refused.value.message


def test_a_finished_item_keeps_its_slug_when_the_headline_changes(session):
    session.create()
    session.edit(headline="Flood hits Leeds")
    session.edit_body(read_markdown("Rain."))
    session.set_status(Status.READY)
    session.edit(headline="Flood spares Leeds")
    assert session.draft.item.slug == "flood-hits-leeds"


def test_the_slug_follows_the_headline_of_a_draft(session, library):
    session.create()
    session.edit(headline="Flood")
    session.save()
    session.edit(headline="Flood hits Leeds")
    session.save()
    assert library.items.get(session.draft.item.id).slug == "flood-hits-leeds"


def test_a_slug_that_was_typed_stays(session, library):
    draft = session.create()
    session.edit(headline="Flood")
    session.edit(slug="High Water!")
    session.edit(headline="Flood hits Leeds")
    assert session.draft.item.slug == "high-water"
    session.close()
    session.open(draft.item.id)
    session.edit(headline="Another")
    assert session.draft.item.slug == "high-water"


def test_an_emptied_slug_follows_the_headline_again(session):
    session.create()
    session.edit(headline="Flood", slug="water")
    session.edit(slug="")
    assert session.draft.item.slug == "flood"


def test_two_items_of_one_headline_get_two_slugs(session):
    session.create()
    session.edit(headline="Flood")
    session.create()
    session.edit(headline="Flood")
    session.save()
    assert session.draft.item.slug == "flood-2"
    assert not session.is_dirty
    session.edit(headline="Flooding")
    assert session.draft.item.slug == "flooding"


def test_nothing_can_be_edited_on_an_empty_desk(session):
    with pytest.raises(NothingOpenError):
        session.edit(headline="Flood")


def test_a_photo_that_cannot_be_read_is_named(session, tmp_path):
    with pytest.raises(PhotoFileError, match=r"gone\.jpg"):
        session.add_photo(tmp_path / "gone.jpg")


def test_a_photo_is_taken_into_the_library(session, library, tmp_path):
    data = BytesIO()
    Image.new("RGB", (8, 6), "red").save(data, "PNG")
    file = tmp_path / "red.png"
    file.write_bytes(data.getvalue())
    photo = session.add_photo(file)
    assert (photo.width, photo.height) == (8, 6)
    assert library.photos.data(photo.src) == data.getvalue()


def test_another_spelling_of_the_same_text_is_saved_once(session, library, clock):
    item = saved(library, clock, body="Some *words*.\n")
    session.open(item.id)
    session.edit_body(read_markdown("Some _words_.\n"))
    assert not session.is_dirty
    session.respell_body(read_markdown("Some _words_.\n"))
    assert session.is_dirty
    session.save()
    assert not session.is_dirty
    assert library.items.get(item.id).body == "Some _words_.\n"


def test_words_typed_after_another_spelling_take_it_along(session, library, clock):
    item = saved(library, clock, body="Some *words*.\n")
    session.open(item.id)
    session.respell_body(read_markdown("Some _words_.\n"))
    session.edit_body(read_markdown("Some _words_ more.\n"))
    session.save()
    assert not session.is_dirty
    assert library.items.get(item.id).body == "Some _words_ more.\n"


def test_words_of_a_photo_are_saved_at_once_and_told(library, session):
    photo = library.photos.add(a_photo(), name="quay.jpg")
    heard = []
    session.create()
    session.subscribe(heard.append)
    words = PhotoWords(photographer="Lena Okafor")
    record = session.save_photo_words(photo.src, words)
    assert record.typed == words
    assert library.photos.record(photo.src).typed == words
    (change,) = heard
    assert (change.kind, change.photo) == (ChangeKind.PHOTO, photo.src)
    assert change.fields == {"photographer"}
    assert not session.is_dirty
