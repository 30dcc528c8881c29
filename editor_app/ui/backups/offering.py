"""What is damaged when it is opened: said in a sentence, with a button that brings it back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from editor_app.errors import EditorError
from editor_app.model.identity import ItemId
from editor_app.store.errors import DamagedItemError, PhotoDamagedError, PhotoMissingError
from editor_app.store.mending import Damaged, damaged_photos_of, mend
from editor_app.store.recovery import Recovery
from editor_app.ui.backups.words import source_words
from editor_app.ui.history.words import moment_words
from editor_app.ui.messages import Choice, Tone
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk

_LEFT = "Nothing of it is left in its versions or in the backups."


class Offers:
    """Looks, on a thread, for what is left of an item or a photo that turned out to be damaged."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        places: Callable[[], tuple[Path, ...]],
        opened: Callable[[str], None],
    ) -> None:
        self._window, self._desk, self._places, self._open = window, desk, places, opened

    def hear(self, error: EditorError) -> None:
        """Offer to bring back what an error names."""
        if isinstance(error, DamagedItemError):
            work = partial(self._find_item, error)
        elif isinstance(error, PhotoMissingError | PhotoDamagedError):
            work = partial(self._find_photo, error.src)
        else:
            return
        self._desk.background.run(
            work, then=partial(self._offer, str(error)), failed=self._window.notices.show_error
        )

    def look_at_photos(self, item_id: ItemId) -> None:
        """Offer to bring back those photos of an item that are missing or damaged."""
        library, places = self._desk.library, self._places()
        self._desk.background.run(
            lambda: damaged_photos_of(library, item_id, places),
            then=self._on_looked,
            failed=lambda _error: None,  # whatever reads the item next says it
        )

    def _find_item(self, error: DamagedItemError) -> Damaged:
        recovery = Recovery(self._desk.library, self._places())
        item_id = ItemId(error.item_id)
        found = recovery.find_item(item_id)
        return Damaged(name=found.item.headline if found else "", item_id=item_id, found=found)

    def _find_photo(self, src: str) -> Damaged:
        recovery = Recovery(self._desk.library, self._places())
        return Damaged(name=src, src=src, file=recovery.find_photo(src))

    def _on_looked(self, damaged: tuple[Damaged, ...]) -> None:
        if not damaged:
            return
        number = len(damaged)
        words = "A photo of this item is" if number == 1 else f"{number} photos of this item are"
        back = [one for one in damaged if one.can_be_brought_back]
        if not back:
            hint = "Add it again." if number == 1 else "Add them again."
            self._say(f"{words} missing or damaged, and no backup has it whole. {hint}", ())
            return
        count = "the photo" if len(back) == 1 else f"{len(back)} photos"
        choice = Choice(words=f"Bring back {count}", act=partial(self._mend, back))
        self._say(f"{words} missing or damaged.", (choice,))

    def _offer(self, words: str, one: Damaged) -> None:
        act = partial(self._mend, [one])
        if one.found is not None:
            moment = moment_words(one.found.moment, now=self._desk.clock())
            label = f"Bring back the words of {moment} ({source_words(one.found)})"
            self._say(words, (Choice(words=label, act=act),))
        elif one.file is not None:
            self._say(words, (Choice(words="Bring back the photo", act=act),))
        else:
            self._say(f"{words} {_LEFT}", ())

    def _say(self, words: str, choices: tuple[Choice, ...]) -> None:
        self._window.notices.show_notice(words, tone=Tone.DANGER, choices=choices)

    def _mend(self, damaged: list[Damaged]) -> None:
        library, places = self._desk.library, self._places()
        self._desk.background.run(
            lambda: mend(library, places, damaged),
            then=self._on_mended,
            failed=self._window.notices.show_error,
        )

    def _on_mended(self, mended: list[Damaged]) -> None:
        item_ids = [one.item_id for one in mended if one.item_id is not None]
        draft = self._desk.session.draft
        if item_ids:
            self._open(item_ids[0])
        elif draft is not None and draft.item.version:
            self._open(draft.item.id)
        self._window.notices.show_notice("It was brought back.", tone=Tone.GOOD)
