"""How a figure is set, in words: the same in braces behind its picture and in its HTML class."""

from typing import NamedTuple

from editor_app.body.tree import Figure, Setting

_DECORATIVE = "decorative"


class FigureSetting(NamedTuple):
    """Where a figure stands, and whether it is there for its looks only."""

    setting: Setting = Setting.NONE
    is_decorative: bool = False


def setting_words(figure: Figure) -> str:
    """Return the words that say how figure is set; empty where it is set as usual."""
    words = (figure.setting.value, _DECORATIVE if figure.is_decorative else "")
    return " ".join(word for word in words if word)


def read_setting(words: str) -> FigureSetting | None:
    """Return what words say, or None where they say something else."""
    known = {setting.value: setting for setting in Setting if setting}
    setting, is_decorative = Setting.NONE, False
    for word in words.split():
        if word == _DECORATIVE and not is_decorative:
            is_decorative = True
        elif word in known and not setting:
            setting = known[word]
        else:
            return None
    return FigureSetting(setting, is_decorative)
