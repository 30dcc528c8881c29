"""What an export would do, or did: in words, with a way to each item that was held back."""

from collections import Counter
from html import escape

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtWidgets import QTextBrowser, QWidget

from editor_app.errors import EditorError
from editor_app.export.reports import Change, ExportReport, ItemChange
from editor_app.export.weight import NO_WEIGHT
from editor_app.ui.weights import kit_weight_words, page_weight_words

_MOST_NAMED = 40
_ITEM = "item:"


class ReportView(QTextBrowser):
    """A few lines on an export.

    Signals:
        item_requested: The user clicked an item; carries its `ItemId`.
    """

    item_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportReport")
        self.setAccessibleName("What the export changes")
        self.setOpenLinks(False)
        self.setMinimumHeight(150)
        self.document().setDocumentMargin(10)
        self.anchorClicked.connect(self._on_clicked)

    def show_words(self, words: str) -> None:
        """Show a sentence."""
        self.setHtml(f"<p>{escape(words)}</p>")

    def show_error(self, error: EditorError) -> None:
        """Show what could not be done."""
        self.setHtml(f"<p><b>{escape(error.message)}</b></p><p>{escape(error.hint)}</p>")

    def show_plan(self, report: ExportReport) -> None:
        """Show what would be new, changed, unchanged and removed."""
        counts = Counter(item.change for item in report.items)
        summary = (
            f"{counts[Change.NEW]} new, {counts[Change.CHANGED]} changed, "
            f"{counts[Change.UNCHANGED]} unchanged, {counts[Change.REMOVED]} to be removed."
        )
        plan = f"<p><b>This export:</b> {summary}</p>{_weights(report)}"
        self.setHtml(f"{plan}{_named(report)}{_notes(report)}")

    def show_report(self, report: ExportReport) -> None:
        """Show what was written, kept and removed."""
        counts = Counter(action for _, action in report.files)
        files = (
            f"{counts['written']} files written, {counts['kept']} kept as they were, "
            f"{counts['removed']} removed."
        )
        left = "".join(f"<li>{escape(path)}</li>" for path in report.left)
        changed_by_hand = f"<p>Changed by hand, so left alone:</p><ul>{left}</ul>" if left else ""
        self.setHtml(f"<p><b>Done.</b> {files}</p>{changed_by_hand}{_notes(report)}")

    @Slot(QUrl)
    def _on_clicked(self, address: QUrl) -> None:
        words = address.toString()
        if words.startswith(_ITEM):
            self.item_requested.emit(words.removeprefix(_ITEM))


def _named(report: ExportReport) -> str:
    shown = [item for item in report.items if item.change is not Change.UNCHANGED]
    lines = [
        f"<li>{escape(item.headline or 'No headline')} <i>({item.change.value})</i>"
        f"{_weight(item)}</li>"
        for item in shown[:_MOST_NAMED]
    ]
    if len(shown) > _MOST_NAMED:
        lines.append(f"<li>and {len(shown) - _MOST_NAMED} more</li>")
    return f"<ul>{''.join(lines)}</ul>" if lines else ""


def _weight(item: ItemChange) -> str:
    return f", {page_weight_words(item.weight)}" if item.weight != NO_WEIGHT else ""


def _weights(report: ExportReport) -> str:
    """Return what readers load and what is uploaded, for all pages together."""
    pages = [item for item in report.items if item.weight != NO_WEIGHT]
    if not pages:
        return ""
    total = sum((item.weight for item in pages), NO_WEIGHT)
    heaviest = max(pages, key=lambda item: item.weight.page)
    named = escape(heaviest.headline or "No headline")
    most = f" The heaviest is “{named}” with {page_weight_words(heaviest.weight)}."
    return (
        f"<p>A reader loads {page_weight_words(total)} for {_pages(len(pages))}, all together; "
        f"with the copies for all screens, the folder has {kit_weight_words(total)}."
        f"{most if len(pages) > 1 else ''}</p>"
    )


def _pages(count: int) -> str:
    return "one page" if count == 1 else f"{count:,} pages"


def _notes(report: ExportReport) -> str:
    return _held_back(report) + _lost_links(report)


def _lost_links(report: ExportReport) -> str:
    if not report.lost_links:
        return ""
    lines = [
        f'<li><a href="{_ITEM}{escape(one.item_id)}">{escape(one.headline or "No headline")}</a> '
        f"links to “{escape(one.target)}”.</li>"
        for one in report.lost_links
    ]
    heading = "Links to items that are not exported; their words go out without the link:"
    return f"<p><b>{heading}</b></p><ul>{''.join(lines)}</ul>"


def _held_back(report: ExportReport) -> str:
    if not report.held_back:
        return ""
    lines = [
        f'<li><a href="{_ITEM}{escape(one.item_id)}">{escape(one.headline or "No headline")}</a>: '
        f"{escape(' '.join(one.reasons))}</li>"
        for one in report.held_back
    ]
    number = sum(len(one.reasons) for one in report.held_back)
    problems = "1 problem" if number == 1 else f"{number:,} problems"
    items = "1 item" if len(lines) == 1 else f"{len(lines):,} items"
    return f"<p><b>Held back:</b> {items} with {problems}.</p><ul>{''.join(lines)}</ul>"
