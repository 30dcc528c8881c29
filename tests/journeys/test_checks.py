"""A draft full of flaws is brought in, mended at the press of buttons, and exported."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from editor_app import clock
from editor_app.cli import main
from editor_app.store.library import Library
from editor_app.store.query import ItemQuery
from editor_app.ui.checks.runner import CheckRunner

DRAFT = """\
---
language: en-GB
section: Project News
title: Wells bring water to six hill villages
date: 2026-03-02
standfirst: >-
  Six villages in the hills have water all year, after two years of digging and many meetings about
  who looks after the pumps.
summary: >-
  Six villages in the hills have water all year, after two years of digging and many meetings.
dateline place: Kettle Ridge
byline: Ines Marlowe
content type: project news
tags: [Water, Villages]
---

The last of the six  wells was opened on Monday. People came from every village to see it.

Six villages in the hills have water all year after two years of digging and many meetings about \
who looks after the pumps.

Loading...

"We walked two hours for water," said Anna Smith, who leads the water committee.

See [the plan of the pumps](https://www.example.org/pumps?utm_source=mail) for for the details.

**What comes next**

The committee will train twelve people this spring. They will look after the pumps.
"""
MENDED = """\
The last of the six wells was opened on Monday. People came from every village to see it.

“We walked two hours for water,” said Anna Smith, who leads the water committee.

See [the plan of the pumps](https://www.example.org/pumps) for the details.

## What comes next

The committee will train twelve people this spring. They will look after the pumps.
"""
NOTHING = "Nothing missing. This item is ready for its readers."


def bring_in(desk, file):
    desk.control(Qt.Key.Key_O)
    files = desk.dialog("importFilesDialog")
    assert isinstance(files, QFileDialog)
    desk.go_to(files.findChild(QLineEdit, "fileNameEdit"))
    desk.type(str(file))
    (agree,) = (b for b in files.findChildren(QPushButton) if b.text() == "&Open")
    QTest.mouseClick(agree, Qt.MouseButton.LeftButton)
    desk.come_back()


def settle(desk):
    runner = desk.window.findChild(CheckRunner)
    desk.qtbot.waitUntil(lambda: runner.is_idle, timeout=20000)


def mend_all(desk):
    """Press the button of each finding until nothing is left to be mended."""
    for _ in range(20):
        settle(desk)
        fix = desk.find("fixFinding", QPushButton)
        if not fix.isVisible():
            return
        fix.setFocus()
        desk.press(Qt.Key.Key_Space)


def test_every_flaw_of_a_draft_is_mended_by_buttons_and_the_item_goes_out(
    sit_down, tmp_path, qtbot
):
    folder, site, file = tmp_path / "library", tmp_path / "site", tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    desk = sit_down(folder)
    bring_in(desk, file)
    headline = desk.find("headlineField")
    qtbot.waitUntil(lambda: headline.toPlainText().startswith("Wells bring"), timeout=20000)
    qtbot.waitUntil(
        lambda: desk.window.findChild(QLabel, "nothingMissing") is not None, timeout=20000
    )
    settle(desk)
    desk.control(Qt.Key.Key_J, shift=True)
    words = desk.find("nothingMissing", QLabel)
    assert not words.isVisible()
    mend_all(desk)
    qtbot.waitUntil(words.isVisible, timeout=20000)
    assert words.text() == NOTHING
    desk.close()

    with Library.open(folder, clock=clock.now) as library:
        (summary,) = library.items.page(ItemQuery(search="wells"))
        assert library.items.get(summary.id).body == MENDED
    again = sit_down(folder)
    qtbot.waitUntil(
        lambda: again.window.findChild(QLabel, "nothingMissing") is not None, timeout=20000
    )
    settle(again)
    again.control(Qt.Key.Key_J, shift=True)
    assert again.find("nothingMissing", QLabel).text() == NOTHING
    again.close()

    library = ["--library", str(folder)]
    assert main(["check", summary.id, *library]) == 0
    assert main(["status", summary.id, "--to", "ready", *library]) == 0
    assert main(["export", summary.id, "--to", str(site), *library]) == 0
    (page,) = site.glob("*/wells-*/index.html")
    assert "Loading..." not in page.read_text("utf-8")
