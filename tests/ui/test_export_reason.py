"""What the checks hold back goes out when somebody says why, and the item tells of it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from editor_app.model.status import Status
from editor_app.ui.export_dialog import ExportDialog

WHY = "The minister waits for it"


def test_a_reason_lets_out_what_the_checks_hold_back_and_stays_with_the_item(
    qtbot, filled, an_item, open_window, tmp_path
):
    fields = {"status": Status.READY, "slug": "bridge", "headline": "Bridge opens"}
    filled(an_item(body="The bridge opens on TKTK.\n", **fields))
    window = open_window()
    with qtbot.waitExposed(window):
        window.show()
    window.actions_.export.trigger()
    dialog = window.findChild(ExportDialog)
    dialog.folder.setText(str(tmp_path / "site"))
    report = dialog.report
    qtbot.waitUntil(lambda: "1 item with 1 problem" in report.toPlainText(), timeout=20_000)
    assert dialog.reason.isVisible()
    dialog.reason.setFocus()
    QTest.keyClicks(dialog.reason, WHY)
    qtbot.waitUntil(lambda: "1 new" in report.toPlainText(), timeout=20_000)
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert len(list((tmp_path / "site").glob("*/bridge/index.html"))) == 1
    assert WHY in (tmp_path / "site" / "manifest.json").read_text(encoding="utf-8")
    dialog.reject()
    window.close()

    again = open_window()
    with qtbot.waitExposed(again):
        again.show()
    again.actions_.checks.trigger()
    qtbot.waitUntil(lambda: again.findChild(QLabel, "forcedExport") is not None, timeout=20_000)
    told = again.findChild(QLabel, "forcedExport")
    qtbot.waitUntil(lambda: WHY in told.text(), timeout=20_000)
