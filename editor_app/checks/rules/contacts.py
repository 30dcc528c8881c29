"""Rules about what an item of its kind must have, and about the people to ask."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from editor_app.body.cards import field
from editor_app.body.tree import Card, CardKind
from editor_app.checks.finding import Found, Level, Place
from editor_app.checks.people import is_private_mail, is_private_phone
from editor_app.checks.rule import Examined, Group, ItemRule, Rule

_SAID = MappingProxyType(
    {"contacts": "somebody to ask", "boilerplates": "a text about the house", "tags": "topics"}
)
_MAIL = re.compile(r"[^\s@<>,;:]+@(?:[^\s@<>,;:.]+\.)+[^\W\d_]{2,24}")


def _needs(examined: Examined) -> Iterator[Found]:
    item = examined.item
    for need in examined.style.needs:
        if need.content_type.casefold() != item.content_type.casefold():
            continue
        for name in need.fields:
            if _is_empty(getattr(item, name, "")) and not _is_in_body(examined, name):
                said = _SAID.get(name, name.replace("_", " "))
                message = f"An item of the type “{item.content_type}” needs {said}."
                yield Found(message, Place(name), subject=item.content_type)


def _is_empty(value: object) -> bool:
    return not value.strip() if isinstance(value, str) else not value


def _is_in_body(examined: Examined, name: str) -> bool:
    if name != "contacts":
        return False
    blocks = examined.blocks
    return any(isinstance(one, Card) and one.kind is CardKind.CONTACT for _place, one in blocks)


def _private(examined: Examined) -> Iterator[Found]:
    for place, mail, phone in _ways_to_reach(examined):
        if is_private_mail(mail):
            yield Found(f"“{mail}” looks like a private mail address.", place, subject=mail)
        if is_private_phone(phone):
            yield Found(f"“{phone}” looks like a private number.", place, subject=phone)


def _no_mail(examined: Examined) -> Iterator[Found]:
    for place, mail, _phone in _ways_to_reach(examined):
        if mail.strip() and not _MAIL.fullmatch(mail.strip()):
            yield Found(f"“{mail}” is no mail address.", place, subject=mail)


def _ways_to_reach(examined: Examined) -> Iterator[tuple[Place, str, str]]:
    for number, contact in enumerate(examined.item.contacts):
        yield Place(f"contacts[{number}].email"), contact.email, contact.phone
    for place, block in examined.blocks:
        if isinstance(block, Card) and block.kind is CardKind.CONTACT:
            yield place, field(block, "email"), field(block, "phone")


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="need-missing",
        title="What an item of its type must have",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_needs,
    ),
    ItemRule(
        id="contact-private",
        title="Private address or number of a contact",
        group=Group.PEOPLE,
        level=Level.WARNS,
        find=_private,
    ),
    ItemRule(
        id="contact-mail",
        title="Mail address of a contact with a mistake",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_no_mail,
    ),
)
