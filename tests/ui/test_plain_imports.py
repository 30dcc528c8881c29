"""PySide does not slow down what is imported after it."""

import linecache
from importlib import import_module

from PySide6.QtCore import QObject

from editor_app.ui.plain_imports import import_plainly


def test_the_text_of_a_module_is_not_read_when_it_is_imported(tmp_path, monkeypatch, qapp):
    import_plainly()
    (tmp_path / "imported_plainly.py").write_text("from PySide6.QtCore import QPointF\n")
    monkeypatch.syspath_prepend(tmp_path)
    imported = import_module("imported_plainly")
    assert imported.QPointF(1, 2).y() == 2
    assert imported.__file__ not in linecache.cache
    assert QObject().objectName() == ""


def test_without_pyside_imports_stay_as_they_are(monkeypatch):
    monkeypatch.delattr("builtins.__orig_import__", raising=False)
    before = __import__
    import_plainly()
    assert __import__ is before
