"""The command that prints one item."""

from argparse import Namespace

from editor_app.cli import forms
from editor_app.cli.libraries import open_library
from editor_app.cli.output import Output
from editor_app.model.fields import to_fields

_WRITERS = {"text": forms.as_text, "markdown": forms.as_markdown, "html": forms.as_html}


def show(arguments: Namespace, output: Output) -> int:
    """Print one item in the form asked for."""
    form = arguments.form or ("json" if output.is_json else "text")
    with open_library(arguments) as library:
        item = library.items.get(library.items.find(arguments.id))
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
