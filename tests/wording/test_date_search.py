# ruff: noqa: RUF001 - the digits of other scripts are what this is about

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from editor_app.wording.date_search import Form, dates_in

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "ru", "ar", "nl", "pl", "uk", "sv", "tr")
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31))


@given(day=DAYS, language=st.sampled_from(LANGUAGES))
def test_a_date_in_a_sentence_is_found_in_every_language(day, language):
    words = format_date(day, "d MMMM y" if language != "es" else "long", locale=language)
    (named,) = dates_in(f"xx {words}, xx", language, 2024)
    assert named.day == day
    assert named.start == len("xx ")


@given(day=DAYS, language=st.sampled_from(("en", "fr", "de", "es", "it", "pt", "ar")))
def test_the_weekday_before_a_date_is_read(day, language):
    weekday = format_date(day, "EEEE", locale=language)
    words = format_date(day, "d MMMM y" if language != "es" else "long", locale=language)
    (named,) = dates_in(f"xx {weekday} {words}", language, 2024)
    assert (named.day, named.weekday) == (day, day.weekday())


@pytest.mark.parametrize(
    ("text", "language", "days", "form"),
    [
        ("on September 15, 2015", "en-US", [date(2015, 9, 15)], Form.MONTH_FIRST),
        ("on Sept. 15", "en-US", [date(2024, 9, 15)], Form.MONTH_FIRST),
        ("on 15/09/2015", "en-GB", [date(2015, 9, 15)], Form.NUMBERS),
        ("am 15.09.2015", "de", [date(2015, 9, 15)], Form.NUMBERS),
        ("since 2015-09-15", "en-GB", [date(2015, 9, 15)], Form.ISO),
        ("在2015年9月15日", "zh-Hans", [date(2015, 9, 15)], Form.EAST_ASIAN),
        ("في ١٥ أيلول/سبتمبر ٢٠١٥", "ar", [date(2015, 9, 15)], Form.DAY_FIRST),
        ("on 31 February 2015", "en-GB", [None], Form.DAY_FIRST),
        ("from 10 to 14 February 2020", "en-GB", [date(2020, 2, 14)], Form.DAY_FIRST),
    ],
)
def test_dates_are_known_by_how_they_are_written(text, language, days, form):
    found = dates_in(text, language, 2024)
    assert [one.day for one in found] == days
    assert {one.form for one in found} == {form}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("May 2015 was dry", "en-GB"),
        ("Page 3 may be lost, on page 3 march on", "en-GB"),
        ("Version 1.2.2015.4 and 10-12-14", "en-GB"),
        ("At 12:30 we march", "en-GB"),
        ("", "en-GB"),
        ("15 сентября 2015", "tlh"),  # nobody knows its months
    ],
)
def test_what_is_no_date_is_none(text, language):
    assert dates_in(text, language, 2024) == ()
