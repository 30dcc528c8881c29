"""Rules about who pays for a project, and what the page has to say of it."""

import re
from collections.abc import Iterator

from editor_app.checks.finding import Change, Fix, Found, Level, Place, SetValue, at, reword
from editor_app.checks.passage import Passage
from editor_app.checks.rule import Context, Examined, Group, ItemRule, PassageRule, Rule
from editor_app.model.item import Project
from editor_app.model.lists import Donor, Said, in_language
from editor_app.wording.vocabulary import phrase

_COMMISSION = re.compile(
    r"\b(?:funded|financed|supported|assistance of|funding from|support of)(?: by)? the "
    r"(?P<body>European Commission)\b",
    re.IGNORECASE,
)


def _statement(examined: Examined) -> Iterator[Found]:
    for place, project, donor in _paid(examined):
        if not donor.is_mandatory or project.statement.strip():
            continue
        if not _any(donor.statements):
            message = f"“{donor.name}” asks for a statement, and nobody has written it."
            yield Found(message, place, subject=donor.name)
        elif not project.donor.strip():
            change = Change(Place(f"{place.field}.donor"), SetValue(donor.name))
            message = f"“{donor.name}” pays for “{project.title}”, and the page does not say so."
            yield Found(message, place, Fix(f"Name {donor.name}", (change,)), subject=donor.name)


def _language(examined: Examined) -> Iterator[Found]:
    language = examined.item.language
    for place, project, donor in _paid(examined):
        for said, own in (
            (donor.statements, project.statement),
            (donor.disclaimers, project.disclaimer),
        ):
            is_printed = not own.strip() and _any(said) and donor.is_mandatory
            if is_printed and in_language(said, language) is None:
                message = f"What “{donor.name}” asks for is not there in the item's language."
                yield Found(message, place, subject=donor.name)
                break


def _other_wording(examined: Examined) -> Iterator[Found]:
    for place, project, donor in _paid(examined):
        for name, said in (("statement", donor.statements), ("disclaimer", donor.disclaimers)):
            own, wanted = getattr(project, name), in_language(said, examined.item.language)
            if own.strip() and wanted is not None and phrase(own) != phrase(wanted.text):
                message = f"The {name} is not the one that “{donor.name}” asks for."
                yield Found(message, Place(f"{place.field}.{name}"))


def _commission(passage: Passage, _context: Context) -> Iterator[Found]:
    for found in _COMMISSION.finditer(passage.text):
        start, end = found.span("body")
        fix = reword("Write “European Union”", start, end, "European Union")
        yield Found("It is the European Union that funds, not its Commission.", at(start, end), fix)


def _emblem(examined: Examined) -> Iterator[Found]:
    for place, project, donor in _paid(examined):
        if donor.emblem and not project.emblem:
            message = f"The emblem of “{donor.name}” is not with its statement."
            yield Found(message, place, subject=donor.name)


def _paid(examined: Examined) -> Iterator[tuple[Place, Project, Donor]]:
    for number, project in enumerate(examined.item.projects):
        listed = examined.lists.project(project.title)
        name = project.donor.strip() or (listed.donor if listed else "")
        donor = examined.lists.donor(name) if name else None
        if donor is not None:
            yield Place(f"projects[{number}]"), project, donor


def _any(said: tuple[Said, ...]) -> bool:
    return any(one.text.strip() for one in said)


RULES: tuple[Rule, ...] = (
    ItemRule(
        id="donor-statement-missing",
        title="Donor without the statement it asks for",
        group=Group.DETAILS,
        level=Level.BLOCKS,
        find=_statement,
    ),
    ItemRule(
        id="donor-statement-language",
        title="Donor's statement in another language",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_language,
    ),
    ItemRule(
        id="donor-statement-other",
        title="Donor's statement in other words",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_other_wording,
    ),
    ItemRule(
        id="donor-emblem-missing",
        title="Donor's statement without its emblem",
        group=Group.DETAILS,
        level=Level.WARNS,
        find=_emblem,
    ),
    PassageRule(
        id="donor-commission",
        title="European Commission named as the donor",
        group=Group.DETAILS,
        level=Level.HINTS,
        find=_commission,
        languages=frozenset({"en"}),
    ),
)
