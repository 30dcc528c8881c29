"""The settings of a house as one file to share: a .zip with JSON, and CSV for its words.

``house.json`` holds every setting but the lists of words, which stand beside it as
``KIND/LANGUAGE.csv``. Templates do not travel: they are programs of a kind, and a house that wants
them copies its folder of themes knowingly. `editor_app.intake.house_file` reads it.
"""

import io
import json
import zipfile
from pathlib import Path

from editor_app.checks.term_tables import TermKind, table_as_csv
from editor_app.model.fields import record_fields
from editor_app.model.house import House
from editor_app.store.files import in_words, write_whole

FORMAT = 1
SETTINGS = "house.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def house_as_zip(house: House) -> bytes:
    """Return a house as a .zip file; the same house gives the same bytes."""
    fields = record_fields(house)
    for kind in TermKind:
        del fields["style"][kind.value]
    said = json.dumps(
        {"format": FORMAT, "house": fields}, ensure_ascii=False, indent=1, sort_keys=True
    )
    files = {SETTINGS: said.encode("utf-8", "replace")}
    for kind in TermKind:
        records = getattr(house.style, kind.value)
        for tag in sorted({one.language for one in records}):
            of_it = [one for one in records if one.language == tag]
            files[f"{kind}/{tag}.csv"] = table_as_csv(kind, of_it)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, date_time=_EPOCH), content)
    return whole.getvalue()


def write_house(house: House, file: Path) -> None:
    """Write a house into a .zip file.

    Raises:
        LibraryError: the file cannot be written.
    """
    with in_words(file.parent):
        write_whole(file, house_as_zip(house))
