"""An older version put back as one step that can be undone, the fields with the text."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from editor_app.editing.changes import Change, ChangeKind
from editor_app.editing.draft import Draft
from editor_app.editing.restoring import as_restored
from editor_app.editing.session import EditingSession
from editor_app.model.item import NewsItem
from editor_app.ui.editor.body_editor import BodyEditor

_TEXT = frozenset({"body"})


class RestoredStep:
    """The step that put an older version back.

    Undo and Redo in the text take the fields along. Where only fields came back, the text has no
    step of its own, and `undo` is the way back.
    """

    def __init__(self, session: EditingSession, body: BodyEditor, then: NewsItem) -> None:
        self._session, self._body = session, body
        has_own_slug = session.has_own_slug
        self._before = _open(session)
        self._steps_before = body.document().availableUndoSteps()
        words = as_restored(self._before.item, then, has_own_slug=has_own_slug)
        place = _Caret(body)
        session.replace_words(words)
        place.put_back()
        self._after = _open(session)
        self._steps_after = body.document().availableUndoSteps()
        self._is_applied = True
        names = _changed(self._before.item, self._after.item)
        if not has_own_slug:
            names = [name for name in names if name != "slug"]  # it follows the headline
        self._old = {name: getattr(self._before.item, name) for name in names}
        self._new = {name: getattr(self._after.item, name) for name in names}
        self.end = session.subscribe(self._hear)

    def undo(self) -> None:
        """Put back what there was before, whatever was written since."""
        document = self._body.document()
        is_last = document.availableUndoSteps() == self._steps_after
        if is_last and self._steps_after != self._steps_before:
            self._body.undo()
        if self._is_applied:
            self._body.apply_body(self._before.body)
            self._apply(self._old, is_applied=False)

    def _hear(self, change: Change) -> None:
        """Let the fields go the way the text went."""
        if change.kind is not ChangeKind.BODY or change.draft is None:
            return
        steps = self._body.document().availableUndoSteps()
        if self._is_applied and steps == self._steps_before:
            self._follow(change.draft, self._before, self._old)
        elif not self._is_applied and steps == self._steps_after:
            self._follow(change.draft, self._after, self._new)

    def _follow(self, draft: Draft, wanted: Draft, values: Mapping[str, Any]) -> None:
        if draft.body == wanted.body:
            self._apply(values, is_applied=not self._is_applied)

    def _apply(self, values: Mapping[str, Any], *, is_applied: bool) -> None:
        self._is_applied = is_applied
        self._session.edit(**values)


class _Caret:
    """Where one wrote, to be found again in other words: by what stands before it, or after it."""

    def __init__(self, body: BodyEditor) -> None:
        self._body = body
        self._text, self._place = _units(body), body.caret()

    def put_back(self) -> None:
        """Put the caret before the same words, or where they would stand."""
        text = _units(self._body)
        from_end = len(self._text) - self._place
        if text[: self._place] == self._text[: self._place]:
            place = self._place
        elif from_end and text[-from_end:] == self._text[self._place :]:
            place = len(text) - from_end
        else:
            place = min(self._place, len(text))
        if place != self._body.caret():
            self._body.set_caret(place)


def _units(body: BodyEditor) -> tuple[int, ...]:
    """Return the text in the units that places are counted in: two for some signs."""
    return tuple(memoryview(body.toPlainText().encode("utf-16-le", "surrogatepass")).cast("H"))


def _open(session: EditingSession) -> Draft:
    if session.draft is None:
        message = "a version is put back into an open item"
        raise ValueError(message)
    return session.draft


def _changed(before: NewsItem, after: NewsItem) -> list[str]:
    return [
        each.name
        for each in fields(NewsItem)
        if each.name not in _TEXT and getattr(before, each.name) != getattr(after, each.name)
    ]
