"""A damaged photo is named by a test of the library, never exported, and brought back."""

import pytest

from tests.faults.careless import CONTROLS
from tests.faults.rot_photos import WAYS, RottenPhotos, counted, exchanged


@pytest.fixture(scope="module")
def rotten(tmp_path_factory):
    return RottenPhotos(tmp_path_factory.mktemp("rot") / "ground")


def test_every_damaged_photo_is_named_kept_back_and_brought_back(rotten):
    for way, found in counted(rotten, times=len(WAYS), seed=2).items():
        assert found == {"tried": 1, "named": 1, "brought back": 1}, way


def test_without_checksums_the_test_above_would_tell(rotten):
    class Chance:
        def sample(self, photos, _number):
            return photos[:2]

    with CONTROLS["no-photo-hash"]():
        assert "wrong out" in rotten.after(exchanged, Chance())
