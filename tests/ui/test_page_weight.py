"""How heavy a page is: said beside the page, and before an export."""

import pytest

from editor_app.media.painting import paint_landscape
from editor_app.model.item import LeadFigure
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.ui.export_dialog import ExportDialog


@pytest.fixture
def src(folder, now):
    """Return a photo of the library."""
    with Library.open(folder, clock=lambda: now) as library:
        return library.photos.add(paint_landscape(1, width=700, height=400), name="p.jpg").src


@pytest.fixture
def with_photo(src, filled, an_item, open_window, qtbot):
    """Return a window on a finished item with a photo."""
    lead = LeadFigure(src=src, alt="Hills", caption="Hills", credit="Jo")
    fields = {"headline": "Bridge opens", "slug": "bridge", "body": "A ribbon."}
    filled(an_item(status=Status.READY, lead_figure=lead, **fields))
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_page_beside_the_text_says_how_heavy_it_is(with_photo, qtbot):
    weight = with_photo.panes.preview.weight
    qtbot.waitUntil(lambda: weight.text().startswith("Page about "), timeout=20_000)
    assert weight.text().endswith("kB")
    assert "1,280 pixels" in weight.toolTip()
    with_photo.panes.editor.header.photo.removed.emit()
    qtbot.waitUntil(lambda: "about" not in weight.text(), timeout=20_000)


def test_an_export_says_before_how_heavy_its_pages_are(with_photo, qtbot, tmp_path):
    with_photo.actions_.export.trigger()
    dialog = with_photo.findChild(ExportDialog)
    dialog.folder.setText(str(tmp_path / "site"))
    qtbot.waitUntil(lambda: "1 new" in dialog.report.toPlainText(), timeout=20_000)
    assert "A reader loads about" in dialog.report.toPlainText()
    assert "Bridge opens (new), about" in dialog.report.toPlainText()
    dialog.reject()
