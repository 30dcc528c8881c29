import json
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from editor_app.wording.dateline import split_dateline
from editor_app.wording.dates import read_date_line
from editor_app.wording.language import detect

INPUTS = Path(__file__).parent / "inputs"


def table(name):
    return json.loads((INPUTS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case", table("dates"), ids=lambda case: f"{case['text']} {case['language']}"
)
def test_dates_as_people_write_them(case):
    found = read_date_line(case["text"], case["language"])
    if not case["day"]:
        assert found is None
    elif case["day"] == "impossible":
        assert found is not None
        assert found.written.day is None
    else:
        assert found is not None
        assert found.written.day == date.fromisoformat(case["day"])


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["en_GB", "en_US", "fr", "de", "de_AT", "es", "ru", "ar", "ar_LB", "it", "pl"]),
    st.sampled_from(["medium", "long", "full"]),
)
def test_every_date_that_babel_writes_is_read(day, locale, width):
    if (locale, width) == ("ar", "medium") or (locale, width) == ("ar_LB", "medium"):
        return  # figures with marks between them: no way of writing a date in a text
    found = read_date_line(format_date(day, width, locale=locale), locale.replace("_", "-"))
    assert found is not None
    assert found.written.day == day


@pytest.mark.parametrize("case", table("datelines"), ids=lambda case: case["text"])
def test_datelines_as_offices_write_them(case):
    found = split_dateline(case["text"], case["language"], year=2020)
    if case["place"] is None:
        assert found is None
        return
    assert found is not None
    assert (found.place, found.rest) == (case["place"], case["rest"])
    said = found.written.day.isoformat() if found.written else ""
    assert said == case["day"]


@pytest.mark.parametrize(("tag", "text"), table("languages").items())
def test_a_language_is_known_by_its_letters_and_small_words(tag, text):
    assert detect(text) == tag


@pytest.mark.parametrize("text", ["", "12345", "— … !", "Qwrt Zxcv"])
def test_where_nothing_tells_the_language_it_is_the_house_s(text):
    assert detect(text) == "en-GB"


def test_a_text_of_numbered_points_is_read_in_one_go():
    for piece in ("1.", "a.", "1.1. ", "St. "):
        assert split_dateline(piece * 60, "en-GB") is None
