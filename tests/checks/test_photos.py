"""What is to be known before a photo goes out."""

import pytest

from editor_app.checks.photos import licence_warnings, width_warning
from editor_app.model.photo_words import Crop, PhotoWords

CUT = Crop(left=0, top=0, width=0.5, height=1)
PLACE = "https://pictures.example.org/1"


@pytest.mark.parametrize(
    ("fields", "credit", "said"),
    [
        ({"licence": "cc-by-4.0"}, "", ["asks for the author and the address of the source."]),
        (
            {"licence": "cc-by-4.0", "photographer": "A"},
            "",
            ["asks for the address of the source."],
        ),
        ({"licence": "cc-by-4.0", "source_address": PLACE}, "", ["asks for the author."]),
        ({"licence": "cc-by-4.0", "source_address": PLACE}, "A", []),
        ({"licence": "cc-by-nd-4.0", "source_address": PLACE}, "A", []),
        (
            {"licence": "cc-by-nd-4.0", "source_address": PLACE, "crop": CUT},
            "A",
            ["does not allow a crop."],
        ),
        (
            {"licence_address": "https://creativecommons.org/licenses/by-nc-nd/2.0/", "crop": CUT},
            "A",
            [
                "asks for the address of the source.",
                "does not allow a crop.",
                "is not for commercial purposes.",
            ],
        ),
        ({"licence": "cc0-1.0", "crop": CUT}, "", []),
        ({"licence": "all-rights-reserved", "crop": CUT}, "", []),
        ({}, "", []),
    ],
)
def test_a_licence_says_what_it_asks_for_and_forbids(fields, credit, said):
    warnings = list(licence_warnings(PhotoWords(**fields), credit))
    assert len(warnings) == len(said)
    assert all(one.endswith(other) for one, other in zip(warnings, said, strict=True))


def test_a_photo_under_the_advised_width_looks_soft():
    assert width_warning(1200) == ""
    assert width_warning(1199).startswith("Only 1,199 pixels wide: under 1,200 it looks soft")
