# ruff: noqa: RUF001 - the signs and digits of other scripts are what this is about

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from editor_app.model.house_style import DatePattern, HouseStyle
from editor_app.model.status import Status
from tests.checks.rules.looking_at_items import NOW, look


def test_an_item_without_a_date_is_told():
    assert look("date-missing", display_date=None).findings()
    assert not look("date-missing").findings()


@pytest.mark.parametrize(
    ("status", "days", "is_found"),
    [(Status.PUBLISHED, 3, True), (Status.PUBLISHED, 0, False), (Status.READY, 3, False)],
)
def test_what_is_published_has_no_date_to_come(status, days, is_found):
    day = NOW.date() + timedelta(days=days)
    assert bool(look("date-to-come", status=status, display_date=day).findings()) is is_found


def test_an_update_comes_after_publication():
    before = NOW - timedelta(days=1)
    assert look("date-order", published_at=NOW, updated_at=before).findings()
    assert not look("date-order", published_at=before, updated_at=NOW).findings()
    assert not look("date-order", updated_at=NOW).findings()


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("On Monday, 15 September 2015 it rained.", "en-GB", "Monday, 15 September 2015"),
        ("On Tuesday, 15 September 2015 it rained.", "en-GB", None),
        ("On Tuesday, September 15, 2015 it rained.", "en-US", None),
        ("On Friday, September 15, 2015 it rained.", "en-US", "Friday, September 15, 2015"),
        ("On Monday 2 March it rained.", "en-GB", None),  # 2026, as the item
        ("On Friday 2 March it rained.", "en-GB", "Friday 2 March"),
        ("On Wednesday 31 December it rained.", "en-GB", None),  # 2025
        ("Le lundi 15 septembre 2015, il pleuvait.", "fr", "lundi 15 septembre 2015"),
        ("Le mardi 15 septembre 2015, il pleuvait.", "fr", None),
        ("Am Montag, dem 15. September 2015.", "de", "Montag, dem 15. September 2015"),
        ("El lunes 15 de septiembre de 2015.", "es", "lunes 15 de septiembre de 2015"),
        ("Понедельник, 15 сентября 2015 года.", "ru", "Понедельник, 15 сентября 2015"),
        ("يوم الاثنين 15 سبتمبر 2015.", "ar", "الاثنين 15 سبتمبر 2015"),
        ("يوم الثلاثاء ١٥ أيلول ٢٠١٥.", "ar", None),
    ],
)
def test_a_weekday_fits_its_date(text, language, words):
    assert look("date-weekday", text, language=language).words() == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("On 31 February 2024.", True), ("On 29 February 2024.", False), ("On 30 June.", False)],
)
def test_a_day_that_does_not_exist_is_named(text, is_found):
    assert bool(look("date-impossible", text).findings()) is is_found


@pytest.mark.parametrize(
    ("text", "language", "after"),
    [
        ("On 09 December 2024.", "en-GB", "On 9 December 2024."),
        ("On December 09, 2024.", "en-US", "On December 9, 2024."),
        ("Le 05 mai 2024.", "fr", "Le 5 mai 2024."),
        ("Am 05. Mai 2024.", "de", "Am 5. Mai 2024."),
        ("On 14 March 2006.", "en-GB", None),
        ("On 09/12/2024 and at 09:30, 05 times.", "en-GB", None),
    ],
)
def test_a_zero_before_a_day_is_taken_away(text, language, after):
    found = look("date-padded", f"{text}\n", language=language)
    assert bool(found.findings()) is (after is not None)
    assert found.mended().body == f"{after or text}\n"


@pytest.mark.parametrize(
    ("text", "language", "after"),
    [
        (
            "It came on 1 May 2024, left on 2 May 2024 and was sold on May 13, 2024.",
            "en-GB",
            "It came on 1 May 2024, left on 2 May 2024 and was sold on 13 May 2024.",
        ),
        (
            "Il vint le 1er mai 2024, partit le 2 mai 2024, revint le 13/05/2024.",
            "fr",
            "Il vint le 1er mai 2024, partit le 2 mai 2024, revint le 13 mai 2024.",
        ),
        ("It came on 1 May 2024 and left on 2 May.", "en-GB", None),
        ("It came on 2024-05-01 and left on 2024-05-02.", "en-GB", None),
    ],
)
def test_dates_are_written_in_one_way(text, language, after):
    found = look("date-mixed", f"{text}\n", language=language)
    assert bool(found.findings()) is (after is not None)
    assert found.mended().body == f"{after or text}\n"


def test_a_date_that_can_be_read_in_two_ways_is_not_rewritten():
    text = "It came on 1 May 2024, left on 2 May 2024 and was sold on 03/04/2024."
    (finding,) = look("date-mixed", text).findings()
    assert finding.fix is None


def test_a_house_has_its_own_way_to_write_dates():
    style = HouseStyle(date_patterns=(DatePattern(language="en", pattern="MMMM d, y"),))
    text = "It came on May 1, 2024, left on May 2, 2024 and was sold on 13 May 2024."
    found = look("date-mixed", text, known={"style": style})
    assert found.mended().body.strip().endswith("sold on May 13, 2024.")


@pytest.mark.parametrize(
    ("text", "language", "fields", "words"),
    [
        ("The ferry sailed yesterday.", "en-GB", {}, ["yesterday"]),
        ("Le bac est parti hier.", "fr", {}, ["hier"]),
        ("Die Fähre fuhr gestern.", "de", {}, ["gestern"]),
        ("El barco zarpó ayer.", "es", {}, ["ayer"]),
        ("Паром ушёл вчера.", "ru", {}, ["вчера"]),
        ("أبحرت العبّارة أمس.", "ar", {}, ["أمس"]),
        ("The ferry sailed yesterday.", "en-GB", {"dateline_place": "Delta"}, []),
        ("GENEVA, 1 March 2026 – The ferry sailed yesterday.", "en-GB", {}, []),
        ("The ferry sailed yesterday (1 March 2026).", "en-GB", {}, []),
        ("“We sailed yesterday,” she said.", "en-GB", {}, []),
        ("Today, ferries are rare.", "en-GB", {}, []),
    ],
)
def test_a_day_is_named_where_no_dateline_names_it(text, language, fields, words):
    assert look("date-relative", text, language=language, **fields).words() == words


@pytest.mark.parametrize(
    ("text", "language", "after"),
    [
        ("VIENNA, 5 October 2020- How to", "en-GB", "VIENNA, 5 October 2020 – How to"),
        ("DUSHANBE, 16 January 2013 –A table", "en-GB", "DUSHANBE, 16 January 2013 – A table"),
        ("Geneva – Words evolve.", "en-GB", "GENEVA – Words evolve."),
        ("Genève 30 mai -- La conférence", "fr", "GENÈVE, 30 mai – La conférence"),
        (
            "TIRANA / GENEVA – 6 October 2020. The chairs",
            "en-GB",
            "TIRANA / GENEVA, 6 October 2020 – The chairs",
        ),
        ("OSH, Kyrgyzstan, 14 March 2006- Ways", "en-GB", "OSH, Kyrgyzstan, 14 March 2006 – Ways"),
        ("VIENNA, 5 October 2020 – How to", "en-GB", None),
        ("GENÈVE — Le bac", "fr", None),
        ("VIENNA/TIRANA, 9 October 2020 – The call", "en-GB", None),
        ("Migration – a word with many meanings.", "en-GB", None),
        ("The ferry sails – at last.", "en-GB", None),
    ],
)
def test_a_dateline_is_in_the_form_of_the_house(text, language, after):
    found = look("dateline-form", f"{text}\n", language=language)
    assert bool(found.findings()) is (after is not None)
    assert found.mended().body == f"{after or text}\n"


def test_a_house_has_its_own_dateline():
    style = HouseStyle(dateline="{Place} ({date}) \u2013 ")
    found = look("dateline-form", "VIENNA, 5 October 2020 – How\n", known={"style": style})
    assert found.mended().body == "VIENNA (5 October 2020) – How\n"


@pytest.mark.parametrize(
    ("day", "is_found"),
    [
        (date(2026, 3, 2), False),
        (date(2026, 3, 3), False),  # published the day after
        (date(2026, 3, 4), True),
        (date(2026, 3, 1), True),
        (None, False),
    ],
)
def test_the_dateline_names_the_day_of_the_item(day, is_found):
    found = look("dateline-day", "VIENNA, 2 March 2026 – How to", display_date=day)
    assert bool(found.findings()) is is_found


def test_a_page_has_one_dateline():
    text = "VIENNA, 2 March 2026 – How to"
    assert look("dateline-twice", text, dateline_place="Graz").findings()
    assert not look("dateline-twice", text, dateline_place="Vienna").findings()
    assert not look("dateline-twice", "How to", dateline_place="Vienna").findings()


def test_a_running_embargo_blocks_and_is_told_in_its_own_zone():
    until = datetime(2026, 6, 1, 0, 1, tzinfo=ZoneInfo("Europe/Vienna"))
    (finding,) = look("embargo-running", embargo_until=until).findings()
    assert finding.level == "blocks"
    assert "2026-06-01 00:01 (Europe/Vienna)" in finding.message
    over = NOW.astimezone(timezone(timedelta(hours=2)))
    assert not look("embargo-running", embargo_until=over).findings()
    assert look("embargo-running", embargo_until=datetime(2027, 1, 1, tzinfo=UTC)).findings()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Embargoed until 14:00 on 5 May.", True),
        ("EMBARGO: 5 May, 10 am", True),
        ("Sperrfrist: 5. Mai, 14.30", True),
        ("Embargoed until 14:00 CET on 5 May.", False),
        ("Sous embargo jusqu’à 14h00, heure de Paris.", False),
        ("Sperrfrist: 5. Mai, 14.30 Uhr MEZ", False),
        ("The arms embargo was lifted in 2004.", False),
    ],
)
def test_an_embargo_in_the_text_names_its_zone(text, is_found):
    assert bool(look("embargo-zone", text).findings()) is is_found
