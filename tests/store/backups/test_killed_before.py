"""What a backup that was killed left in a place is swept by a later one, a day on."""

import os
from datetime import timedelta

from editor_app.store.backups.making import backup


def test_leftovers_go_when_nobody_can_be_at_work_on_them_any_more(filled, tmp_path, clock):
    place = tmp_path / "usb"
    (place / ".standfirst-old").mkdir(parents=True)
    (place / ".standfirst-old" / "library.db").write_bytes(b"half")
    for name in (".standfirst-old.zip", ".standfirst-new.zip"):
        (place / name).write_bytes(b"half")
    for name, days in (
        (".standfirst-old", 2),
        (".standfirst-old.zip", 2),
        (".standfirst-new.zip", 0),
    ):
        moment = (clock() - timedelta(days=days)).timestamp()
        os.utime(place / name, (moment, moment))
    made = backup(filled, place)
    assert {path.name for path in place.iterdir()} == {made.name, ".standfirst-new.zip"}
