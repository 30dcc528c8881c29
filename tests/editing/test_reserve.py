"""When the disk is full, the reserve of the library makes room for the last words."""

import pytest

from editor_app.editing.autosave import SaveState
from editor_app.store.errors import DiskFullError


@pytest.fixture
def full_disk(library, monkeypatch):
    """Let saving fail until the reserve is given up, as on a disk without any room."""
    save = library.items.save

    def save_if_there_is_room(item, *, over):
        if (library.folder / "library.reserve").exists() or not library.ballast.was_used:
            raise DiskFullError
        return save(item, over=over)

    monkeypatch.setattr(library.items, "save", save_if_there_is_room)


@pytest.mark.usefixtures("full_disk")
def test_words_are_saved_in_the_reserve_and_the_report_says_so(library, session, autosave):
    assert library.ballast.lay_in()
    session.create()
    session.edit(headline="Flood")
    autosave.save_now()
    assert (autosave.state, autosave.report.is_on_reserve) == (SaveState.SAVED, True)
    assert library.items.get(session.draft.item.id).headline == "Flood"
    assert not (library.folder / "library.reserve").exists()


@pytest.mark.usefixtures("full_disk")
def test_without_a_reserve_the_words_stay_on_the_desk_and_the_save_fails(session, autosave):
    session.create()
    session.edit(headline="Flood")
    with pytest.raises(DiskFullError):
        autosave.save_now()
    assert autosave.state is SaveState.FAILED
    assert session.draft.item.headline == "Flood"


@pytest.mark.usefixtures("full_disk")
def test_after_the_end_nothing_is_tried_again(session, autosave, timers, thread):
    session.create()
    session.edit(headline="Flood")
    with pytest.raises(DiskFullError):
        autosave.save_now()
    autosave.end()
    timers.pass_time(60)
    autosave.save_soon()
    assert not thread.under_way


def test_a_reserve_that_is_laid_in_again_is_not_said_to_be_used(library, session, autosave):
    library.ballast.lay_in()
    library.ballast.drop()
    library.ballast.lay_in()
    session.create()
    session.edit(headline="Flood")
    autosave.save_now()
    assert not autosave.report.is_on_reserve
