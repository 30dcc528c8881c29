"""Power cuts and full disks, where this machine lets them be made."""

import random

import pytest

from tests.faults import fulldisk, powercut
from tests.faults.careless import CONTROLS
from tests.faults.ground import prepared

NO_CUTS, NO_DISKS = powercut.why_not(), fulldisk.why_not()


@pytest.mark.skipif(bool(NO_CUTS), reason=NO_CUTS or "it can be done")
def test_what_was_promised_is_there_after_a_power_cut_and_only_because_it_was_synced(tmp_path):
    [(saves, _others, wrong)] = powercut.cuts(tmp_path, 1, seed=3)
    assert saves
    assert wrong == []
    (tmp_path / "control").mkdir()
    with CONTROLS["no-sync"]():
        [(_saves, _others, wrong)] = powercut.cuts(tmp_path / "control", 1, seed=3)
    assert any("lost" in one or "cannot be opened" in one for one in wrong), wrong


@pytest.mark.skipif(bool(NO_CUTS), reason=NO_CUTS or "it can be done")
def test_what_was_exported_is_there_after_a_power_cut_where_all_was_synced_in_one_call(tmp_path):
    with powercut.all_at_once():
        [(saves, others, wrong)] = powercut.cuts(tmp_path, 1, seed=5)
    assert saves
    assert others
    assert wrong == []


@pytest.mark.skipif(bool(NO_DISKS), reason=NO_DISKS or "it can be done")
def test_on_a_full_disk_nothing_saved_is_lost_and_the_reserve_saves_the_rest(tmp_path):
    template = prepared(tmp_path / "template")
    for free in (0, 200 * 1024):
        found, wrong = fulldisk.filled_up(template, tmp_path, free)
        assert wrong == []
        assert found == {"refused in words", "reserve used", "saved by it"}


def test_the_judge_of_disks_tells_what_was_lost(tmp_path):
    """The control of a full disk: a promise that was not kept is found out."""
    ground = prepared(tmp_path / "template")
    item = f"{random.Random(1).randrange(9):032x}"  # noqa: S311 - nobody's
    assert any("lost" in one for one in powercut.judged(ground, [(item, 1, "")], []))
