"""Words as a search compares them: without case, accents and other differences of writing.

Latin, Greek and Cyrillic letters lose their accents (but й is a letter of its own); Arabic and
Hebrew lose their points, and Arabic letters that are written in one another's place are one (alef
with and without hamza, taa marbuta and haa, alef maqsura and yaa, Persian yaa and kaf); the stroke
that stretches an Arabic word is left out. Indian scripts keep the signs that make their syllables
and lose the dot that is often left out. Digits of all scripts are those of ASCII.

What is written without spaces (Chinese, kana, Thai, Lao, Khmer, Burmese) is taken sign by sign: a
word there is a phrase of signs. Trigrams would be no smaller, and cannot find the words of one and
two signs, which most Chinese words are.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

UNSPACED = re.compile(
    "[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6"
    "\u1000-\u102a\u1780-\u17b3\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
    "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u1056-\u109d"
    "\u17b4-\u17d3\u3099\u309a]*"
)
# Letters and digits of any script, with the signs that stand on them once the accents are gone.
WORD = re.compile(
    "[^\\W_]"  # the first is no lone sign
    "[\\w\u0900-\u0963\u0966-\u0df3\u0e31-\u0e4e\u0eb1-\u0ecd\u0f18-\u0fbc\u102b-\u103e\u1056-\u109d"
    "\u17b4-\u17d3\u3099\u309a]*"
)
_APART = re.compile(f"{UNSPACED.pattern}|(?:(?!{UNSPACED.pattern}).)+")
_SAME = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "\u0131": "i", "ð": "d", "þ": "th",
    "æ": "ae", "œ": "oe", "ə": "e", "\u0491": "\u0433",
    "\u0671": "\u0627", "\u0629": "\u0647", "\u0649": "\u064a", "\u06cc": "\u064a",
    "\u06d0": "\u064a", "\u06a9": "\u0643", "\u06c1": "\u0647", "\u06be": "\u0647",
    "\u06d5": "\u0647", "\u0640": "", "_": " ", "\0": " ",
}  # fmt: skip
_SHORT_I = "й"  # a letter of its own, though Unicode takes it apart
# Unicode's combining classes of marks that a reader may leave out: strokes and rings through a
# letter, the Indian dot, Hebrew and Arabic points, and all that stands round a letter.
_STROKE, _DOT, _POINTS, _AROUND = 1, 7, range(10, 37), 200
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class _Signs(dict[int, str]):
    """What every sign is compared as, made when one is first met."""

    def __missing__(self, code: int) -> str:
        made = self[code] = _plain(chr(code))
        return made


@lru_cache(maxsize=1)
def _signs() -> _Signs:
    return _Signs()


def folded(text: str) -> str:
    """Return text as it is compared."""
    if text.isascii():
        return text.lower().replace("_", " ").replace("\0", " ")
    return unicodedata.normalize("NFC", text).translate(_signs())


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded, in their order."""
    plain = folded(text)
    if not plain.isascii() and UNSPACED.search(plain):
        plain = UNSPACED.sub(r" \g<0> ", plain)
    return WORD.findall(plain)


def word_places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text, folded, each with where it begins and ends in the text."""
    signs = _signs()
    plain = [signs[ord(sign)] for sign in text]
    places = [at for at, signs_there in enumerate(plain) for _ in signs_there]
    for word in WORD.finditer("".join(plain)):
        for part in _APART.finditer(word.group()):
            start, end = word.start() + part.start(), word.start() + part.end()
            yield part.group(), places[start], places[end - 1] + 1


def _plain(sign: str) -> str:
    lower = sign.casefold()
    if lower == _SHORT_I:
        return lower
    category = unicodedata.category(sign)
    if category == "Cf" or _VARIANTS.match(sign):
        return ""
    if category == "Cs":
        return " "
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", lower).casefold())
    kept = "".join(one for one in apart if not _is_accent(one))
    return "".join(map(_simple, unicodedata.normalize("NFC", kept)))


def _is_accent(sign: str) -> bool:
    stands = unicodedata.combining(sign)
    return stands in (_STROKE, _DOT) or stands in _POINTS or stands >= _AROUND


def _simple(sign: str) -> str:
    if sign in _SAME:
        return _SAME[sign]
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)
