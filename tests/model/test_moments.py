"""Moments keep the zone they were meant in."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.moments import read_moment, write_moment

ZONES = ["Europe/Vienna", "Africa/Khartoum", "America/New_York", "Asia/Kathmandu", "UTC"]


@given(
    st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001
    st.sampled_from(ZONES),
)
def test_a_moment_survives_being_written(naive, zone):
    moment = naive.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    back = read_moment(write_moment(moment))
    assert back == moment
    assert back.tzinfo.key == zone


def test_a_moment_says_its_zone_in_words():
    moment = datetime(2015, 9, 15, 0, 1, tzinfo=ZoneInfo("Europe/Vienna"))
    assert write_moment(moment) == "2015-09-15T00:01:00+02:00[Europe/Vienna]"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        write_moment(datetime(2015, 9, 15))  # noqa: DTZ001


def test_text_without_offset_is_utc():
    assert read_moment("2015-09-15T00:01:00") == datetime(2015, 9, 15, 0, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "soon", "2015-02-30T00:00:00Z", "2015-09-15T00:00Z[Mars/Olympus]"]
)
def test_text_that_is_no_moment_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_moment(text)
