"""A damaged database is named before a wrong word of it can go out, and a backup is offered."""

import os

import pytest

from tests.faults.careless import CONTROLS
from tests.faults.rot import Rot, damages, rotted, table
from tests.faults.spoiling import one_bit

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes of its own")


@pytest.fixture(scope="module")
def rot(tmp_path_factory):
    return Rot(tmp_path_factory.mktemp("rot") / "ground")


def test_every_change_of_words_is_named_and_mended_from_a_backup(rot):
    results = list(rotted(rot, damages(0.02, seed=4)))
    lines, bad = table(results)
    assert not bad, "\n".join(lines)
    assert any("changed" in found for _, found in results)


def test_without_checksums_the_test_above_would_tell(rot):
    with CONTROLS["no-row-hash"]():
        found = [found for _, found in rotted(rot, flips_in_words(rot, times=6))]
    assert any({"silent", "on page"} <= one for one in found), found


def flips_in_words(rot, times):
    """Return damages that each turn over one bit of what somebody wrote."""
    start = rot.whole.index(b"A standfirst that item 2 has and no other.[]")  # in its row

    class InWords:
        def sample(self, _places, _number):
            self.place = getattr(self, "place", 8 * start) + 8
            return [self.place]

    chance = InWords()
    return [(one_bit, chance)] * times
