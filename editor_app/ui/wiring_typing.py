"""What typing in the text turns into: Markdown and punctuation, in the language of the item."""

from editor_app.ui.editor.typed.rules import TypingRules
from editor_app.ui.window import MainWindow
from editor_app.ui.wiring_desk import Desk


def connect_typing(window: MainWindow, desk: Desk) -> None:
    """Let typed text be converted, and let the menu switch the setting of punctuation."""

    def language() -> str:
        draft = desk.session.draft
        return "en" if draft is None else draft.item.language

    def switch(is_smart: bool) -> None:  # noqa: FBT001 - as the signal gives it
        rules.is_smart = is_smart
        desk.memory.keep_punctuation(is_smart=is_smart)

    rules = TypingRules(window.panes.editor.body, language)
    rules.is_smart = desk.memory.is_punctuation_smart
    action = window.actions_.smart_punctuation
    action.setChecked(rules.is_smart)
    action.toggled.connect(switch)
