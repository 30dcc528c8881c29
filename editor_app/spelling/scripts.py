"""The letters languages are written in: a dictionary is asked about words in its own alone."""

import unicodedata

# The names Unicode gives the letters; a language that is not here is written in Latin ones.
_LETTERS = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sd", "ug"), ("ARABIC",)),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "ky", "tg", "tt", "cv"), ("CYRILLIC",)),
    **dict.fromkeys(("sr", "bs", "az", "uz", "kk", "tk", "cnr", "sh", "mn"), ("CYRILLIC", "LATIN")),
    **dict.fromkeys(("he", "yi"), ("HEBREW",)),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), ("DEVANAGARI",)),
    **dict.fromkeys(("am", "ti"), ("ETHIOPIC",)),
    **dict.fromkeys(("bn", "as"), ("BENGALI",)),
    "el": ("GREEK",),
    "hy": ("ARMENIAN",),
    "ka": ("GEORGIAN",),
    "ta": ("TAMIL",),
    "te": ("TELUGU",),
    "gu": ("GUJARATI",),
    "pa": ("GURMUKHI",),
    "ml": ("MALAYALAM",),
    "kn": ("KANNADA",),
    "si": ("SINHALA",),
    "th": ("THAI",),
    "lo": ("LAO",),
    "km": ("KHMER",),
    "my": ("MYANMAR",),
    "ko": ("HANGUL", "CJK"),
    "ja": ("HIRAGANA", "KATAKANA", "CJK"),
    "zh": ("CJK",),
}
_LATIN = ("LATIN",)


def is_in_letters_of(word: str, tag: str) -> bool:
    """Whether a word has any letter that the language of a tag is written in."""
    letters = _LETTERS.get(tag.partition("-")[0].lower(), _LATIN)
    if word.isascii():
        return "LATIN" in letters
    names = (unicodedata.name(letter, "") for letter in word if letter.isalpha())
    return any(script in name for name in names for script in letters)
