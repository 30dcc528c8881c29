"""Days, moments and versions are named as people name them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from editor_app.store.history import Revision
from editor_app.ui.history.words import day_title, moment_words, spoken_version

TODAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC).astimezone()


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (TODAY, "Today"),
        (date(2026, 11, 25), "Yesterday"),
        (date(2026, 11, 12), "12 November"),
        (date(2025, 11, 12), "12 November 2025"),
        (date(2026, 11, 27), "27 November"),  # the clock was set back
    ],
)
def test_days_are_named_as_people_name_them(day, title):
    assert day_title(day, today=TODAY) == title


def test_a_moment_of_today_is_a_time_and_another_has_its_day():
    assert moment_words(NOON, now=NOON) == f"{NOON:%H:%M}"
    assert moment_words(NOON - timedelta(days=1), now=NOON) == f"yesterday, {NOON:%H:%M}"
    assert moment_words(NOON - timedelta(days=14), now=NOON) == f"12 November, {NOON:%H:%M}"


def test_a_version_is_read_out_with_all_that_is_painted():
    revision = Revision(
        version=3, saved_at=NOON, op="save", sha256="0" * 64, name="Sent", is_exported=True
    )
    said = spoken_version(revision, day="Today", what="Headline", is_present=True)
    assert said == f"Today, {NOON:%H:%M}. present version. named Sent. exported. Headline"
