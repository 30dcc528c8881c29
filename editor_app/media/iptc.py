"""The words of a photo's IPTC records (IIM), which agencies wrote long before XMP."""

from collections.abc import Iterator

from editor_app.media.found_words_decoding import decoded, likely_encoding

_MARKER = 0x1C
_ENVELOPE, _APPLICATION = 1, 2
_CODED_CHARACTER_SET = 90
_MAX_DATASETS = 1_000
_EXTENDED, _WIDEST = 0x8000, 4  # sizes of more than two bytes, and than any file has
_PHOTOSHOP_IPTC = 0x0404
_MAX_RESOURCES = 1_000

_TITLE, _HEADLINE, _CAPTION = 5, 105, 120
_BYLINE, _CREDIT, _SOURCE, _COPYRIGHT = 80, 110, 115, 116
_DATE_CREATED = 55
_PLACE = (92, 90, 95, 101)  # sublocation, city, province or state, country

_FIELDS = (
    ("title", _TITLE),
    ("title", _HEADLINE),
    ("caption", _CAPTION),
    ("credit", _CREDIT),
    ("source", _SOURCE),
    ("copyright_notice", _COPYRIGHT),
    ("taken_on", _DATE_CREATED),
)
_READ = frozenset({_BYLINE, *_PLACE, *(number for _, number in _FIELDS)})

# What 1:90 may name, by the escape sequences of ISO 2022; all else is tried as UTF-8 first.
_ENCODINGS = {
    b"\x1b-A": "iso8859-1",
    b"\x1b-B": "iso8859-2",
    b"\x1b-F": "iso8859-7",
    b"\x1b-G": "iso8859-6",
    b"\x1b-H": "iso8859-8",
    b"\x1b-L": "iso8859-5",
    b"\x1b-M": "iso8859-9",
}


def words_in_iptc(records: bytes) -> tuple[tuple[str, str], ...]:
    """Return what IPTC records say of their photo: field and value, best first."""
    raws: dict[int, list[bytes]] = {}
    encoding = ""
    for record, number, raw in _datasets(records):
        if record == _ENVELOPE and number == _CODED_CHARACTER_SET:
            encoding = _ENCODINGS.get(raw[:3], "")
        elif record == _APPLICATION and number in _READ:
            raws.setdefault(number, []).append(raw)
    encoding = encoding or likely_encoding(raw for several in raws.values() for raw in several)
    return tuple(
        _words(
            {
                number: [decoded(raw, otherwise=encoding) for raw in several]
                for number, several in raws.items()
            }
        )
    )


def iptc_in_photoshop(resources: bytes) -> Iterator[bytes]:
    """Return the IPTC records among Photoshop's image resources."""
    place = 0
    for _ in range(_MAX_RESOURCES):
        if resources[place : place + 4] != b"8BIM":
            return
        number = int.from_bytes(resources[place + 4 : place + 6], "big")
        name = resources[place + 6 : place + 7]
        place += 6 + _even(1 + (name[0] if name else 0))
        size = int.from_bytes(resources[place : place + 4], "big")
        place += 4
        if number == _PHOTOSHOP_IPTC:
            yield resources[place : place + size]
        place += _even(size)


def _words(values: dict[int, list[str]]) -> Iterator[tuple[str, str]]:
    for field, number in _FIELDS:
        for value in values.get(number, ())[:1]:
            yield field, value
    if _BYLINE in values:
        yield "photographer", ", ".join(filter(None, values[_BYLINE]))
    place = [values[number][0].strip() for number in _PLACE if number in values]
    if any(place):
        yield "place", ", ".join(filter(None, place))


def _datasets(records: bytes) -> Iterator[tuple[int, int, bytes]]:
    place = records.find(_MARKER)
    for _ in range(_MAX_DATASETS):
        head = records[place : place + 5]
        if place < 0 or not head[4:] or head[0] != _MARKER:
            return
        size = int.from_bytes(head[3:5], "big")
        place += 5
        if size & _EXTENDED:
            width = size & ~_EXTENDED
            if width > _WIDEST:
                return
            size = int.from_bytes(records[place : place + width], "big")
            place += width
        yield head[1], head[2], records[place : place + size]
        place += size


def _even(size: int) -> int:
    return size + size % 2
