"""Dates and times as somebody types them."""

from datetime import date, time

import pytest

from editor_app.intake.typed_dates import read_typed_date, read_typed_time

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("language", ["en-GB", "en-US", "fr", "ar", "ja"])
@pytest.mark.parametrize(
    "text",
    [
        *("15 September 2015", "15 september 2015", "September 15, 2015", "15 Sep 2015"),
        *("15th September 2015", "15.09.2015", "15.9.2015", "15/9/2015", "15-09-2015"),
        *("2015-09-15", "2015/9/15", "20150915", "15.9.15", "15/09/15", "15 Sept 15"),
        *(
            "Tuesday, 15 September 2015",
            "15 septembre 2015",
            "15. September 2015",
            " 15 . 9 . 2015 ",
        ),
    ],
)
def test_a_date_is_understood_as_it_is_written(text, language):
    found = read_typed_date(text, language, today=TODAY)
    assert found is not None
    assert found.day == date(2015, 9, 15)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("١٥ سبتمبر ٢٠١٥", "ar"),  # noqa: RUF001 - Arabic digits
        ("15 września 2015", "pl"),
        ("2015年9月15日", "ja"),
        ("15 сентября 2015", "ru"),
    ],
)
def test_a_date_is_understood_in_the_language_of_the_item(text, language):
    found = read_typed_date(text, language, today=TODAY)
    assert found is not None
    assert found.day == date(2015, 9, 15)


@pytest.mark.parametrize("text", ["5/6/2015", "05.06.2015", "5-6-15"])
@pytest.mark.parametrize("language", ["en-GB", "en-US", "de"])
def test_the_day_comes_before_the_month(text, language):
    found = read_typed_date(text, language, today=TODAY)
    assert found is not None
    assert found.day == date(2015, 6, 5)


@pytest.mark.parametrize("text", ["15 September", "15.9.", "15/9", "Sep 15"])
def test_a_date_without_a_year_is_of_this_year(text):
    found = read_typed_date(text, "en-GB", today=TODAY)
    assert found is not None
    assert found.day == date(2026, 9, 15)


@pytest.mark.parametrize(
    "text", ["tomorrow", "31 February 2015", "2015", "15", "15 Foo 2015", "99"]
)
def test_what_is_no_date_is_not_read_as_one(text):
    found = read_typed_date(text, "en-GB", today=TODAY)
    assert found is None or found.day is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("14:30", time(14, 30)), ("14.30", time(14, 30)), ("1430", time(14, 30))),
        *(("14h30", time(14, 30)), ("2 pm", time(14)), ("2.30 p.m.", time(14, 30))),
        *(("12 am", time(0)), ("9", time(9)), ("930", time(9, 30)), ("٠٩:٣٠", time(9, 30))),
        *(("25:00", None), ("14:75", None), ("13 pm", None), ("noon", None), ("", None)),
    ],
)
def test_a_time_is_understood_as_it_is_written(text, expected):
    assert read_typed_time(text) == expected
