"""The command that prints one item, as it is or as it was, and which versions it has."""

from argparse import Namespace
from collections.abc import Sequence

from editor_app.cli import forms
from editor_app.cli.libraries import open_library
from editor_app.cli.output import Output
from editor_app.model.fields import to_fields
from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.moments import write_moment
from editor_app.store.history import Revision
from editor_app.store.library import Library

_WRITERS = {"text": forms.as_text, "markdown": forms.as_markdown, "html": forms.as_html}


def show(arguments: Namespace, output: Output) -> int:
    """Print one item in the form asked for."""
    form = arguments.form or ("json" if output.is_json else "text")
    with open_library(arguments) as library:
        item_id = library.items.find(arguments.id)
        if arguments.versions:
            return _list_versions(library.history.versions(item_id), output)
        item = _as_it_was(library, item_id, arguments.version)
        if form == "json":
            output.is_json = True
            output.result(to_fields(item), "")
            return 0
        text = _WRITERS[form](item, library)
    if output.is_json:
        output.result({"id": item.id, form: text}, "")
    else:
        output.text(text)
    return 0


def _as_it_was(library: Library, item_id: ItemId, version: int | None) -> NewsItem:
    if version is None:
        return library.items.get(item_id)
    return library.history.get(item_id, version)


def _list_versions(revisions: Sequence[Revision], output: Output) -> int:
    for each in revisions:
        fields = {
            "version": each.version,
            "saved_at": write_moment(each.saved_at),
            "op": each.op,
            "name": each.name,
            "is_exported": each.is_exported,
        }
        moment = f"{each.saved_at.astimezone():%Y-%m-%d %H:%M}"
        told = (each.op, each.name, "exported" if each.is_exported else "")
        words = ", ".join(word for word in told if word)
        output.result(fields, f"{each.version:>5}  {moment}  {words}")
    return 0
