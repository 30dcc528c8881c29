"""What filters of the list are called on chips and in menus."""

from editor_app.editing.languages import language
from editor_app.model.status import Status
from editor_app.store.query import Field, Filter, Lack
from editor_app.store.query_text import ANY, ARCHIVE
from editor_app.ui.item_list.words import NAMES, isolated

LACKS = {
    Lack.ALT: "Alt text",
    Lack.CREDIT: "Photo credit",
    Lack.CAPTION: "Caption",
    Lack.STANDFIRST: "Standfirst",
    Lack.SUMMARY: "Summary",
    Lack.DATE: "Date",
    Lack.TAG: "Tags",
}
_PREFIXES = {
    Field.TAG: "#",
    Field.TYPE: "Type: ",
    Field.FROM: "From ",
    Field.TO: "Until ",
    Field.MISSING: "Missing: ",
}


def value_name(field: Field, value: str) -> str:
    """Return what a value of a field is called."""
    if field is Field.STATUS and value in set(Status):
        return NAMES[Status(value)]
    if field is Field.LANGUAGE:
        return language(value).name
    if field is Field.MISSING and value in set(Lack):
        return LACKS[Lack(value)]
    if field is Field.COUNTRY:
        from editor_app.editing.list_offers import country_names  # noqa: PLC0415 - rarely needed

        return country_names("en").get(value.upper(), value)
    return value


def filter_name(one: Filter) -> str:
    """Return what a filter is called where it stands alone."""
    if one.field is Field.CHANGED:
        name = "Changed since export"
    elif one.field is Field.PLANNED:
        name = "Planned" if one.value == ANY else f"Planned: {one.value}"
    elif one.field is Field.IN:
        name = "In the archive" if one.value == ARCHIVE else "In the trash"
    else:
        name = _PREFIXES.get(one.field, "") + isolated(value_name(one.field, one.value))
    return f"Not: {name}" if one.is_excluded else name
