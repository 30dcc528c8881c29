"""The languages an item can be written in, with their names."""

from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# The official languages of the United Nations and of the European Union, and their neighbours.
TAGS = (
    *("en-GB", "en-US", "fr", "es", "ar", "ru", "zh-Hans", "de", "it", "pt", "pt-BR", "nl"),
    *("bg", "cs", "da", "el", "et", "fi", "ga", "hr", "hu", "lt", "lv", "mt", "pl", "ro"),
    *("sk", "sl", "sv", "nb", "is", "sq", "bs", "mk", "sr", "uk", "be", "tr", "ka", "hy", "az"),
    *("he", "fa", "ps", "ur", "hi", "bn", "ta", "th", "vi", "id", "ja", "ko", "sw", "am", "so"),
)

_RIGHT_TO_LEFT = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
_SCRIPT_LENGTH = 4  # letters, by ISO 15924


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that is offered: its BCP 47 tag, its name, and its name in itself."""

    tag: str
    name: str
    own_name: str
    is_right_to_left: bool


@cache
def offered_languages(shown_in: str = "en") -> tuple[Language, ...]:
    """Return the languages to choose from, named in the language of the window."""
    return tuple(language(tag, shown_in=shown_in) for tag in TAGS)


@cache
def language(tag: str, *, shown_in: str = "en") -> Language:
    """Return what is known of a tag; one that nobody knows is its own name."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return Language(tag=tag, name=tag, own_name=tag, is_right_to_left=False)
    return Language(
        tag=tag,
        name=locale.get_display_name(shown_in.replace("-", "_")) or tag,
        own_name=locale.get_display_name() or tag,
        is_right_to_left=locale.text_direction == "rtl",
    )


@cache
def direction(tag: str) -> str:
    """Return ``rtl`` or ``ltr``, the way a language is written, by its script.

    A tag without one has the script that Unicode's CLDR calls likely. The rest of what is known of
    a language takes 20 ms to read, which no row of a list must wait for.
    """
    parts = tag.replace("_", "-").split("-")
    script = next((one.title() for one in parts[1:] if len(one) == _SCRIPT_LENGTH), None)
    if script is None:
        likely = get_global("likely_subtags")
        found = likely.get("_".join(parts[:2])) or likely.get(parts[0].lower(), "")
        script = next((one for one in found.split("_") if len(one) == _SCRIPT_LENGTH), "")
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"
