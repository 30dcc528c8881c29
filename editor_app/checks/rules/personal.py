"""Rules about words that could harm somebody: numbers, places and names of people."""

# ruff: noqa: RUF001 - letters of other scripts are what this is about

import re
from collections.abc import Iterator
from functools import lru_cache

from editor_app.checks.finding import Found, Level, at
from editor_app.checks.passage import Kind, Passage
from editor_app.checks.people import is_private_mail
from editor_app.checks.phrases import phrases
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule
from editor_app.wording.dates import western_digits
from editor_app.wording.vocabulary import folded

_DOCUMENT = (
    r"passport|passeport|reisepass|pasaporte|passaporto|passaporte|паспорт\w{0,3}|جواز\s?(?:ال)?سفر"
    r"|identity card|id card|carte d['\u2019]identité|personalausweis\w{0,6}|ausweis\w{0,6}|dni"
    r"|cédula|carta d['\u2019]identità|удостоверени\w{0,2}|بطاقة\s?(?:ال)?هوية"
    r"|social security|sozialversicherung\w{0,8}|sécurité sociale"
)
_NUMBER = r"[^\w\n]{0,3}(?:no|nr|n[°º]|number|numéro|nummer|número|numero|номер|№|رقم)?[^\w\n]{0,4}"
_DOCUMENT_NUMBER = re.compile(
    rf"(?<!\w)(?:{_DOCUMENT}){_NUMBER}(?P<number>[A-Z]{{0,3}}\s?\d[\dA-Z /-]{{5,18}}\d)",
    re.IGNORECASE,
)
_CASE = re.compile(r"(?<![\w-])\d{3}-\d{2}C\d{5}(?!\w)")  # a case of the UN Refugee Agency
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?(?!\w)")
_PLACE = re.compile(
    r"(?<![\d.])-?\d{1,2}\.\d{4,8}\s?°?\s?[NSns]?\s?[,;/ ]\s?-?\d{1,3}\.\d{4,8}(?!\d)"
    r"|(?<!\d)\d{1,2}\s?°\s?\d{1,2}\s?['\u2032\u2019]\s?"
    r"(?:\d{1,2}(?:[.,]\d{1,3})?\s?[\"\u2033\u201d])?\s?[NSns]\b"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}", re.IGNORECASE)
_SHELTER = re.compile(
    r"\b(?:shelter|safe house|safehouse|refuge for|foyer|hébergement|frauenhaus|notunterkunft"
    r"|albergue|refugio|casa de acogida|rifugio|abrigo|приют\w{0,3})\b|(?:ال)?مأوى",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\d{1,4}[a-z]?,?\s[\w.'\u2019-]{2,30}(?:\s[\w.'\u2019-]{2,30})?"
    r"\s(?:Street|St|Road|Rd|Avenue|Ave|Lane)\b"
    r"|\b\d{1,4},?\s(?:rue|avenue|boulevard|place)\s\w"
    r"|\b\w{3,30}(?:straße|strasse|gasse|weg|platz)\s\d{1,4}"
    r"|\b(?:calle|avenida|via|rua)\s[\w\s.]{2,40}?,?\s\d{1,4}\b"
    r"|\b(?:ул\.|улиц\w{1,2})\s[\w\s.-]{2,40}?,?\s(?:д\.\s?)?\d{1,4}\b"
)
_NEAR = 120
_CHILD = 18
_NAME = r"[^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]{1,24}(?:[- ][^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]{1,24}){1,3}"
_AGES = (
    re.compile(
        rf"(?<!\w)(?P<name>{_NAME}), (?:aged )?(?P<age>\d{{1,2}})(?=,|\s?\.|\s(?:and|who|from)\b)"
    ),
    re.compile(rf"(?<!\w)(?P<age>\d{{1,2}})-year-old (?P<name>{_NAME})"),
    re.compile(rf"(?<!\w)(?P<name>{_NAME}), an? (?P<age>\d{{1,2}})-year-old\b"),
    re.compile(
        rf"(?<!\w)(?P<name>{_NAME}), (?:âgée? de |de )?(?P<age>\d{{1,2}})"
        r" (?:ans|años|anni|anos|лет|года?)\b"
    ),
    re.compile(
        rf"(?<!\w)(?P<age>\d{{1,2}})-(?:jährigen?|jähriger|летн\w{{2,3}}) (?P<name>{_NAME})"
    ),
)
_NOT_LOOKED_AT = frozenset({Kind.SOURCE, Kind.CARD, Kind.CREDIT})


def _numbers(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind in _NOT_LOOKED_AT or not _has_digits(passage.text):
        return
    text = western_digits(passage.text)
    for found in _DOCUMENT_NUMBER.finditer(text):
        place = at(found.start("number"), found.end("number"))
        yield Found("This looks like the number of somebody's document.", place)
    for found in _CASE.finditer(text):
        yield Found("This looks like the number of somebody's case.", at(*found.span()))
    for found in _IBAN.finditer(text):
        if _is_iban(found[0]):
            yield Found("This is the number of a bank account.", at(*found.span()))


def _coordinates(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind in _NOT_LOOKED_AT or not _has_digits(passage.text):
        return
    for found in _PLACE.finditer(passage.text):
        yield Found("This names a place to within a few metres.", at(*found.span()))


def _mails(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind in _NOT_LOOKED_AT or "@" not in passage.text:
        return
    for found in _MAIL.finditer(passage.text):
        if is_private_mail(found[0]):
            message = f"“{found[0]}” looks like a private mail address."
            yield Found(message, at(*found.span()))


def _shelters(passage: Passage, _context: Context) -> Iterator[Found]:
    if passage.kind in _NOT_LOOKED_AT or not _has_digits(passage.text):
        return
    for street in _STREET.finditer(passage.text):
        near = passage.text[max(0, street.start() - _NEAR) : street.end() + _NEAR]
        if _SHELTER.search(near):
            yield Found("This tells where a shelter is.", at(*street.span()))


def _children(examined: Examined) -> Iterator[Found]:
    found = [
        (placed, *spot) for placed, spots in examined.telling(_named_children) for spot in spots
    ]
    if not found or examined.telling(_says_changed):
        return
    for placed, start, end, name in found:
        message = (
            f"“{name}” is a child with a full name; is that agreed, or is it not the real one?"
        )
        yield Found(message, placed.place.between(start, end))


@lru_cache(maxsize=2048)
def _named_children(passage: Passage) -> tuple[tuple[int, int, str], ...]:
    text = passage.text
    if passage.kind in _NOT_LOOKED_AT or not _has_digits(text):
        return ()
    return tuple(
        (*found.span(), found["name"])
        for pattern in _AGES
        for found in pattern.finditer(text)
        if 0 < int(found["age"]) < _CHILD
    )


@lru_cache(maxsize=2048)
def _says_changed(passage: Passage) -> bool:
    said = folded(passage.text)
    return any(one in said for one in phrases().not_real_name)


def _has_digits(text: str) -> bool:
    return any(one.isdecimal() for one in text)


def _is_iban(written: str) -> bool:
    """Whether the check digits of an IBAN fit (ISO 13616)."""
    plain = "".join(written.split())
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


RULES: tuple[Rule, ...] = (
    PassageRule(
        id="personal-number",
        title="Numbers of documents, cases and accounts",
        group=Group.PEOPLE,
        level=Level.WARNS,
        find=_numbers,
    ),
    PassageRule(
        id="personal-coordinates",
        title="Coordinates of a place",
        group=Group.PEOPLE,
        level=Level.WARNS,
        find=_coordinates,
    ),
    PassageRule(
        id="personal-mail",
        title="Private mail address in the text",
        group=Group.PEOPLE,
        level=Level.WARNS,
        find=_mails,
    ),
    PassageRule(
        id="personal-shelter",
        title="Address of a shelter",
        group=Group.PEOPLE,
        level=Level.WARNS,
        find=_shelters,
    ),
    ItemRule(
        id="personal-child",
        title="Full name of a child",
        group=Group.PEOPLE,
        level=Level.WARNS,
        find=_children,
    ),
)
