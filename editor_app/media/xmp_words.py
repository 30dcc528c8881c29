"""Which property of XMP fills which field of what a photo says."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from editor_app.media.found_words_cleaning import cleaned, is_address, language_of, tidy
from editor_app.media.xmp import Properties, Value, named, properties_in, structures_of, values_of
from editor_app.model.licences import licence_at

# In each field the properties that fill it, the best first.
_FIELDS = (
    ("title", ("dc:title", "photoshop:Headline")),
    ("caption", ("dc:description", "tiff:ImageDescription", "exif:UserComment")),
    ("credit", ("photoshop:Credit",)),
    ("alt", ("Iptc4xmpCore:AltTextAccessibility",)),
    ("long_description", ("Iptc4xmpCore:ExtDescrAccessibility",)),
    ("photographer", ("dc:creator", "tiff:Artist", "cc:attributionName")),
    ("source", ("photoshop:Source",)),
    ("copyright_notice", ("dc:rights", "tiff:Copyright")),
    ("usage_terms", ("xmpRights:UsageTerms",)),
    ("taken_on", ("photoshop:DateCreated", "exif:DateTimeOriginal", "xmp:CreateDate")),
    ("digital_source_type", ("Iptc4xmpExt:DigitalSourceType",)),
)
_WHOLE_PLACE = ("LocationName",)
_PARTS_OF_PLACE = ("Sublocation", "City", "ProvinceState", "CountryName")
_OLDER_PLACE = (
    "Iptc4xmpCore:Location",
    "photoshop:City",
    "photoshop:State",
    "photoshop:Country",
)

FieldValue = tuple[str, Value]


def words_in_xmp(packet: bytes) -> tuple[FieldValue, ...]:
    """Return what a packet says of its photo: field and value, cleaned, one for each language.

    Raises:
        XmpDamagedError: packet cannot be read.
    """
    properties = properties_in(packet)
    found: list[FieldValue] = []
    for field, names in _FIELDS:
        found.extend((field, value) for value in _best(properties, field, names))
    found.extend(("place", value) for value in _place(properties))
    found.extend(_addresses(properties))
    return tuple(found)


def _best(properties: Properties, field: str, names: tuple[str, ...]) -> tuple[Value, ...]:
    """Return the values of the first property that has any, one for each language."""
    for name in names:
        if named(name) in properties:
            values = values_of(properties[named(name)])
            if field == "photographer":
                joined = ", ".join(tidy(value.text, has_paragraphs=False) for value in values)
                values = (Value(joined),)
            if fit := _by_language(field, values):
                return fit
    return ()


def _by_language(field: str, values: tuple[Value, ...]) -> tuple[Value, ...]:
    fit: dict[str, Value] = {}
    for value in values:
        text, language = cleaned(field, value.text), language_of(value.language)
        if text:
            fit.setdefault(language.lower(), Value(text, language))
    return tuple(fit.values())


def _place(properties: Properties) -> tuple[Value, ...]:
    """Return where a photo was taken, else what it shows."""
    older = [properties[named(name)] for name in _OLDER_PLACE if named(name) in properties]
    return (
        _place_in_structures(properties, "Iptc4xmpExt:LocationCreated")
        or _joined([_first(element) for element in older])
        or _place_in_structures(properties, "Iptc4xmpExt:LocationShown")
    )


def _place_in_structures(properties: Properties, name: str) -> tuple[Value, ...]:
    if named(name) not in properties:
        return ()
    for members in structures_of(properties[named(name)]):
        parts = [_first_member(members, part) for part in _PARTS_OF_PLACE]
        place = _joined(parts) or _joined([_first_member(members, part) for part in _WHOLE_PLACE])
        if place:
            return place
    return ()


def _first_member(members: Properties, part: str) -> str:
    name = named(f"Iptc4xmpExt:{part}")
    return _first(members[name]) if name in members else ""


def _first(element: ET.Element) -> str:
    return next((value.text for value in values_of(element)), "")


def _joined(parts: list[str]) -> tuple[Value, ...]:
    text = cleaned("place", ", ".join(part.strip() for part in parts if part.strip()))
    return (Value(text),) if text else ()


def _addresses(properties: Properties) -> Iterator[FieldValue]:
    """Return where the photo is from, where its terms are, and where a licence can be had.

    The "web statement of rights" is the address of the terms; under a Creative Commons licence,
    which has a property of its own, it is the page that says so of this photo: its source.
    """
    statement = _address(properties, "xmpRights:WebStatement")
    licence = _address(properties, "cc:license")
    named_source = _address(properties, "cc:attributionURL") or _address(properties, "dc:source")
    says_of_photo = statement if licence and not licence_at(statement) else ""
    source = named_source or says_of_photo or _address(properties, "photoshop:Source")
    yield from _one("source_address", source)
    yield from _one("licence_address", licence or statement)
    yield from _one("licensor_address", _licensor(properties))


def _licensor(properties: Properties) -> str:
    if named("plus:Licensor") not in properties:
        return ""
    for members in structures_of(properties[named("plus:Licensor")]):
        address = _address(members, "plus:LicensorURL")
        if address:
            return address
    return ""


def _address(properties: Properties, name: str) -> str:
    if named(name) not in properties:
        return ""
    values = (
        tidy(value.text, has_paragraphs=False) for value in values_of(properties[named(name)])
    )
    return next(filter(is_address, values), "")


def _one(field: str, address: str) -> Iterator[FieldValue]:
    if address:
        yield field, Value(address)
