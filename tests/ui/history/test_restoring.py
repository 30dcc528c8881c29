"""Whatever two versions say: a restore is one step, and back and forth lose nothing."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from editor_app.body import write_markdown
from editor_app.ui.history.at_work import HistoryAtWork
from editor_app.ui.history.restoring import RestoredStep
from tests.body.strategies import bodies


def go_back_and_forth(session, body, old, new):
    item = session.draft.item
    session.replace_words(replace(item, body=write_markdown(old), headline="Old"))
    before = session.draft.body
    step = RestoredStep(session, body, replace(item, body=write_markdown(new), headline="New"))
    after = session.draft.body
    assert body.body() == after
    if before != after:
        body.undo()
        assert (session.draft.body, session.draft.item.headline) == (before, "Old")
        body.redo()
        assert (session.draft.body, session.draft.item.headline) == (after, "New")
    step.undo()
    assert (session.draft.body, session.draft.item.headline) == (before, "Old")
    assert body.body() == before
    step.end()


def test_back_and_forth_between_any_two_texts(window):
    window.actions_.history.trigger()
    session = window.findChild(HistoryAtWork)._desk.session

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(bodies(), bodies())
    def try_all(old, new):
        go_back_and_forth(session, window.panes.editor.body, old, new)

    try_all()


def test_where_only_fields_came_back_the_notice_is_the_way_back(window):
    window.actions_.history.trigger()
    session, body = window.findChild(HistoryAtWork)._desk.session, window.panes.editor.body
    item, words = session.draft.to_item(), session.draft.body
    steps = body.document().availableUndoSteps()
    step = RestoredStep(session, body, replace(item, headline="New", tags=("one",)))
    assert (session.draft.item.headline, session.draft.item.tags) == ("New", ("one",))
    assert body.document().availableUndoSteps() == steps
    step.undo()
    assert session.draft.item.headline == item.headline
    assert session.draft.item.tags == item.tags
    assert session.draft.body == words
