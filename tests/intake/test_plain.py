import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.body import read_markdown
from editor_app.body.text import plain_text
from editor_app.body.tree import Break, ListBlock, Paragraph, Separator
from editor_app.intake.plain import read_plain

INPUTS = Path(__file__).parent / "inputs"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "text"
CASES = json.loads((INPUTS / "plain.json").read_text(encoding="utf-8"))
PARA = "The harbour office opened its doors in spring, and forty people came on the first day."
NEXT = "A second office follows in autumn, close to the market, with room for a small library."


def words(text):
    return set(re.findall(r"\w+", text.casefold()))


def all_words(reading):
    said = [str(one) for one in reading.fields.values()]
    text = plain_text(read_markdown(reading.body))
    return words(" ".join([*said, text, *reading.photo.values(), *reading.dropped]))


def _comparable(value):
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@pytest.fixture(scope="module")
def ferry():
    return read_plain((INPUTS / "ferry.txt").read_text(encoding="utf-8"))


def test_the_parts_of_an_item_are_found(ferry):
    assert ferry.fields["section"] == "Project News"
    assert ferry.fields["headline"] == "A floating library brings books to twelve islands"
    assert ferry.fields["display_date"] == date(2026, 3, 3)
    assert ferry.fields["standfirst"].startswith("The old ferry Marisol sails again")
    assert ferry.fields["dateline_place"] == "PORT ALBA"
    assert ferry.photo == {"photo_credit": "Jane Doe / Islands Fund"}


def test_what_the_page_left_behind_is_dropped_and_named(ferry):
    assert ferry.dropped == ("Share this", "Loading...")


def test_a_repeated_standfirst_is_reported_and_stays(ferry):
    assert len(ferry.repeated) == 1
    assert ferry.repeated[0].startswith("The old ferry sails again with")
    assert "and a timetable that the schools can rely on." in ferry.body


def test_the_body_holds_the_text_to_the_letter_and_its_lists_as_lists(ferry):
    blocks = read_markdown(ferry.body).blocks
    assert plain_text(read_markdown(ferry.body)).startswith(
        "For eleven years the ship carried cars *and* little else_. Then a bridge was built (2 km)."
    )
    bullets, numbered = (one for one in blocks if isinstance(one, ListBlock))
    assert (len(bullets.items), len(numbered.items)) == (3, 2)
    assert numbered.is_numbered
    assert not any(isinstance(one, Separator) for one in blocks)


def test_lines_of_an_address_stay_lines(ferry):
    last = read_markdown(ferry.body).blocks[-1]
    assert isinstance(last, Paragraph)
    assert sum(isinstance(one, Break) for one in last.content) == 2


def test_broken_lines_are_joined_and_a_header_is_understood():
    reading = read_plain((INPUTS / "wrapped.txt").read_text(encoding="utf-8"))
    assert reading.fields["headline"].endswith("the last of the twelve islands")
    assert reading.fields["standfirst"].count("\n") == 0
    assert "within an hour" in reading.fields["standfirst"]
    assert reading.fields["internal_notes"] == "Source: https://www.example.org/old"
    assert len(read_markdown(reading.body).blocks) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_texts_as_they_come(case):
    reading = read_plain(case["text"])
    for name, value in case.get("fields", {}).items():
        found = reading.fields.get(name, "")
        assert _comparable(found) == value
    for name in case.get("without", []):
        assert name not in reading.fields
    for name in ("dropped", "repeated"):
        if name in case:
            assert list(getattr(reading, name)) == case[name]
    if "credit" in case:
        assert reading.photo.get("photo_credit", "") == case["credit"]
    if "body" in case:
        assert plain_text(read_markdown(reading.body)).strip() == case["body"]
    for note in case.get("notes", []):
        assert any(note in one for one in reading.notes)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_word_is_ever_lost(data):
    word = st.text("abcdeklmnorstuvwxyzéßдм", min_size=1, max_size=9).map(lambda one: f"q{one}")
    sentence = st.lists(word, min_size=1, max_size=12).map(lambda some: " ".join(some).capitalize())
    line = st.one_of(
        sentence,
        sentence.map(lambda one: f"{one}."),
        sentence.map(lambda one: f"- {one}"),
        sentence.map(lambda one: f"1. {one}"),
        sentence.map(lambda one: f"Photo: {one}"),
        sentence.map(lambda one: f"Geneva \u2013 {one}"),
        sentence.map(lambda one: f"QABA, 8 July \u2013 {one}"),
        sentence.map(lambda one: f"{one}: qab"),
        sentence.map(lambda one: f"Title: {one}"),
        sentence.map(lambda one: f"Country: {one}"),
        st.sampled_from(
            ["-", "---", "Loading...", "News", "15 September 2015", "31 February 2015", "Qab/2"]
        ),
    )
    lines = data.draw(st.lists(line, min_size=1, max_size=14))
    gaps = data.draw(st.lists(st.sampled_from(["\n", "\n\n"]), min_size=14, max_size=14))
    text = "".join(one + gap for one, gap in zip(lines, gaps, strict=False))
    reading = read_plain(text)
    wanted = {one for one in words(text) if one.startswith("q")}
    assert wanted <= all_words(reading)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_be_read(text):
    read_plain(text)


@settings(max_examples=60, deadline=None)
@given(st.text("ab .*_#[]()<>&!|`~\\-+=:1", min_size=1, max_size=60))
def test_signs_of_markdown_in_a_plain_text_are_only_signs(middle):
    said = f"Start {middle.strip()} end."
    reading = read_plain(f"A headline\n\n{PARA}\n\n{said}\n\n{NEXT}")
    text = plain_text(read_markdown(reading.body))
    assert " ".join(said.split()) in " ".join(text.split())


def test_the_first_item_of_all_comes_in_whole():
    path = SAMPLES / "en_icmpd_2015_project_news.txt"
    if not path.is_file():
        pytest.skip("the shared samples are not beside the checkout")
    text = path.read_text(encoding="utf-8")
    reading = read_plain(text)
    assert reading.fields["section"] == "Project News"
    assert reading.fields["headline"] == text.split("\n")[2]
    assert reading.fields["display_date"] == date(2015, 9, 15)
    assert reading.fields["standfirst"] == text.split("\n")[6]
    assert reading.dropped == ("Loading...",)
    assert reading.repeated == (text.split("\n")[12],)
    assert reading.photo["photo_credit"] == text.split("\n")[22].removeprefix("Photo: ")
    blocks = read_markdown(reading.body).blocks
    assert len(blocks) == 6
    assert all(isinstance(one, Paragraph) for one in blocks)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not beside the checkout")
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda one: one.stem)
def test_no_word_of_the_real_texts_is_lost(path):
    text = path.read_text(encoding="utf-8")
    reading = read_plain(text)
    understood = words("SOURCE LANG NOTE Photo en fr ar ru")
    lost = words(text) - all_words(reading) - understood
    day = reading.fields.get("display_date")
    in_date = {one for one in lost if day and re.search(rf"\b{one}\b", _date_lines(text))}
    assert lost - in_date == set()


def _date_lines(text):
    """The lines that hold the date, and the label that stands before it."""
    lines = [line for line in text.casefold().split("\n") if re.search(r"\d{4}", line)]
    labels = (
        "item title pubdate description link content type where we are what we do publishing date"
    )
    return " ".join([*(line for line in lines if len(line) < 60), labels])
