"""What the Help menu shows: who made this of what, which keys there are, how Markdown is typed."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, metadata, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from editor_app.ui.markdown_forms import STYLE, forms_html, picture_folder

_MADE_OF = (
    *("PySide6", "SQLAlchemy", "alembic", "Markdown", "Jinja2", "nh3", "pillow", "defusedxml"),
    *("babel", "python-slugify", "platformdirs", "filelock", "PyYAML", "charset-normalizer"),
    *("chunspell", "regex"),
)

_PHOTO_KEYS = (
    ("Return", "Photo details, or choose the photo"),
    ("Space", "Choose the photo at the keyboard, with Ctrl beside others"),
    ("Ctrl+A", "Choose all"),
    ("Del", "Move what is chosen to the trash"),
    ("Ctrl+V", "Add the photos or the picture that was copied"),
    ("Ctrl+F", "Search photos"),
    ("F6", "Go to the next part"),
)
_HISTORY_KEYS = (
    ("Up", "A newer version"),
    ("Down", "An older version"),
    ("Return", "Read what is different"),
    ("Ctrl+Return", "Name the version"),
)


def show_about(parent: QWidget) -> QDialog:
    """Open the sheet that says what this is."""
    rows = "".join(
        f"<tr><td>{name}&nbsp;&nbsp;</td><td>{_version(name)}&nbsp;&nbsp;</td>"
        f"<td>{_licence(name)}</td></tr>"
        for name in _MADE_OF
    )
    return _sheet(
        "About Standfirst",
        f"<h2>Standfirst {_version('standfirst')}</h2>"
        "<p>An offline desktop editor for news items, with the finished page beside the text. "
        "It asks no network for anything.</p><p>MIT Licence.</p>"
        f"<h3>Made of</h3><table>{rows}</table>"
        "<p>The icons are our own. PySide6 and Qt are used under the LGPL 3. The "
        "dictionaries have licences of their own, which lie beside them: see their README.</p>",
        parent,
    )


def show_keys(parent: QWidget) -> QDialog:
    """Open the sheet with all keys."""
    rows = []
    seen: set[str] = set()
    for action in parent.findChildren(QAction):
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = action.text().replace("&", "").partition("\t")[0].rstrip("…")
        if keys and words and words not in seen:
            seen.add(words)
            rows.append(f"<tr><td><b>{keys}</b>&nbsp;&nbsp;&nbsp;</td><td>{words}</td></tr>")
    rows.sort(key=lambda row: row.partition("<td>")[2].partition("</b>")[2])
    return _sheet(
        "Keyboard shortcuts",
        f"<h2>Keyboard shortcuts</h2><table cellpadding=3>{''.join(rows)}</table>"
        f"<h2>In Photos</h2><table cellpadding=3>{_keys_of(_PHOTO_KEYS)}</table>"
        f"<h2>In History</h2><table cellpadding=3>{_keys_of(_HISTORY_KEYS)}</table>",
        parent,
    )


def _keys_of(keys_and_words: Sequence[tuple[str, str]]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "".join(
        f"<tr><td><b>{QKeySequence(keys).toString(native)}</b>&nbsp;&nbsp;&nbsp;</td>"
        f"<td>{words}</td></tr>"
        for keys, words in keys_and_words
    )


def show_markdown_forms(parent: QWidget) -> QDialog:
    """Open the sheet with the Markdown form of every block and mark."""
    title = "Markdown forms"
    return _sheet(title, f"<h1>{title}</h1>{forms_html()}", parent)


def _sheet(title: str, html: str, parent: QWidget) -> QDialog:
    dialog = QDialog(parent)
    dialog.setObjectName("helpSheet")
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    text = QTextBrowser(dialog)
    text.setAccessibleName(title)
    text.setSearchPaths([str(picture_folder())])
    text.setOpenLinks(False)  # this program asks no network for anything
    text.document().setDefaultStyleSheet(STYLE)
    text.setHtml(html)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(16, 16, 16, 14)
    layout.addWidget(text)
    layout.addWidget(buttons)
    dialog.resize(560, 540)
    dialog.show()
    return dialog


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _licence(name: str) -> str:
    try:
        facts = metadata(name)
    except PackageNotFoundError:
        return ""
    named = next((facts[key] for key in ("License-Expression", "License") if key in facts), "")
    if named and "\n" not in named:
        return named
    classifiers = facts.get_all("Classifier") or []
    licences = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License")]
    return ", ".join(licences)
