"""An export that fails, and whose way back is barred as well."""

import hashlib
import os
from pathlib import Path

import pytest

from editor_app.export.staging import Move, Staging


def test_what_was_prepared_is_kept_when_the_way_back_is_barred(tmp_path, monkeypatch):
    (tmp_path / "a.html").write_bytes(b"old")
    really = os.replace
    before, after = (hashlib.sha256(data).hexdigest() for data in (b"old", b"new"))

    def refuse(here, there):
        if Path(here).parent == tmp_path or Path(here).suffix == ".new":
            return really(here, there)
        raise PermissionError(13, "refused", str(here))

    def export():
        with Staging(tmp_path) as staging:
            staging.put("a.html", b"new")
            list(staging.flush())
            monkeypatch.setattr(os, "replace", refuse)
            staging.commit([Move("a.html", before, after)])

    with pytest.raises(PermissionError):
        export()
    monkeypatch.undo()
    with Staging(tmp_path):
        assert (tmp_path / "a.html").read_bytes() == b"new"
