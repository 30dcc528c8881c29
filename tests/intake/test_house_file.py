"""A house style goes out as one file and comes back; what is odd in one is left out and named."""

import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.export.house_file import house_as_zip, write_house
from editor_app.intake.errors import IntakeError
from editor_app.intake.house_file import HouseFileError, house_in, read_house
from editor_app.model.fields import record_fields
from editor_app.model.house import House
from editor_app.model.house_look import Colours, PageLook
from editor_app.model.house_style import (
    Acronym,
    Boilerplate,
    DatePattern,
    HouseStyle,
    Limits,
    Need,
    QuotationMarks,
    RuleLevel,
    Term,
)

STYLE = HouseStyle(
    limits=Limits(headline=50),
    levels=(RuleLevel(rule="date-missing", level="blocks"),),
    ise_or_ize="ize",
    quotation_marks=(
        QuotationMarks(language="fr", outer=("«\u202f", "\u202f»"), inner=("“", "”")),
    ),
    date_patterns=(DatePattern(language="en", pattern="MMMM d, y"),),
    dateline="{Place} ({date}) \u2013 ",
    acronyms=(Acronym(short="IRGA", language="en", expansion="River Guild"),),
    terms=(
        Term(language="en", forms=("cheap", "low cost"), suggestion="+affordable", reason="kind"),
        Term(language="fr", forms=("village*",), suggestion="commune"),
    ),
    boilerplate=(Boilerplate(language="en", text="About\nus", older=("Old",)),),
    needs=(Need(content_type="event", fields=("tags", "contacts")),),
)
HOUSE = House(
    organisation="River Council",
    address="https://news.example.org/",
    language="fr",
    languages=("en-GB", "ar"),
    navigation=(("News", "https://news.example.org/"),),
    leaves_redirects=True,
    style=STYLE,
    look=PageLook(light=Colours(accent="#aa0000"), headings="georgia", footer="Box 1\nVienna"),
)
GOOD = house_as_zip(HOUSE)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def packed(files, method=zipfile.ZIP_DEFLATED):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return whole.getvalue()


def settings_file(**fields):
    return ("house.json", json.dumps({"format": 1, "house": fields}))


def test_a_house_comes_back_whole_and_gives_the_same_bytes(tmp_path):
    file = tmp_path / "house.zip"
    write_house(HOUSE, file)
    found = read_house(file, House())
    assert found.house == HOUSE
    assert found.remarks == ()
    assert house_as_zip(found.house) == file.read_bytes()


def test_what_a_file_does_not_say_stays():
    found = house_in(packed([settings_file(organisation="Lake Council")]), HOUSE)
    assert found.house == replace(HOUSE, organisation="Lake Council")


def test_other_files_are_left_out_and_named_and_nothing_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ("../evil.txt", "/etc/passwd", "themes/x/page.html", "terms/../../en.csv", "C:\\a.csv")
    found = house_in(packed([settings_file(), *((name, "x") for name in names)]), HOUSE)
    assert found.house == HOUSE
    assert len(found.remarks) == len(names)
    assert all("no part of a house" in remark for remark in found.remarks)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"organisation": 7}, "organisation"),
        ({"organisation": "x" * 5000}, "4,000"),
        ({"organisation": "a\u0000b"}, "printed"),
        ({"address": "javascript:alert(1)"}, "web address"),
        ({"language": "../x"}, "no language"),
        ({"navigation": [["a"]]}, "2 entries"),
        ({"leaves_redirects": "yes"}, "leaves_redirects"),
        ({"look": {"light": {"accent": "red;} body{}"}}}, "Colours"),
        ({"look": {"light": {"accent": "#ffee00"}}}, "Colours"),
        ({"look": {"text": "Comic"}}, "fonts"),
        ({"style": {"dateline": "{date}"}}, "dateline"),
        ({"style": {"percent": "pct"}}, "percent"),
        ({"style": {"limits": {"headline": 0}}}, "limits.headline"),
        ({"style": {"limits": {"headline": True}}}, "limits.headline"),
        ({"style": {"limits": {"headline": 99999}}}, "too large"),
        ({"style": {"levels": [{"rule": "no such", "level": "off"}]}}, "levels"),
        ({"style": {"levels": [{"rule": "date-missing", "level": "x"}]}}, "levels"),
        ({"style": {"levels": [{"rule": "date-missing"}]}}, "levels[0].level"),
        ({"style": {"needs": [{"content_type": "news", "fields": ["__class__"]}]}}, "needs"),
        ({"style": {"date_patterns": [{"language": "en", "pattern": "'" * 9}]}}, "date_patterns"),
        ({"style": {"allowed_acronyms": ["A"] * 3000}}, "2,000 entries"),
        ({"style": {"allowed_acronyms": {}}}, "no list"),
        ({"look": []}, "set of fields"),
    ],
)
def test_a_setting_that_cannot_be_is_left_out_and_the_rest_is_taken(fields, said):
    content = packed([settings_file(**({"languages": ["de"]} | fields))])
    found = house_in(content, HOUSE)
    assert len(found.remarks) == 1, found.remarks
    assert said in found.remarks[0]
    assert found.house.languages == ("de",)
    assert replace(found.house, languages=HOUSE.languages, look=HOUSE.look) == (
        replace(HOUSE, style=found.house.style)
    )


def test_a_table_of_words_takes_the_place_of_that_in_its_language():
    content = packed([settings_file(), ("terms/en.csv", "forms,suggestion\ndear,costly\n")])
    terms = house_in(content, HOUSE).house.style.terms
    assert [(one.language, one.forms) for one in terms] == [
        ("fr", ("village*",)),
        ("en", ("dear",)),
    ]


def test_a_table_that_cannot_be_read_is_left_out_and_named():
    large = b"word,other\n" * 300_000
    content = packed([settings_file(), ("terms/en.csv", b""), ("acronyms/en.csv", large)])
    found = house_in(content, HOUSE)
    assert found.house == HOUSE
    assert len(found.remarks) == 2
    assert "too large" in found.remarks[1]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x05\x06" + b"\0" * 18,
        packed([("house.txt", "{}")]),
        packed([("house.json", "{")]),
        packed([("house.json", "[" * 100_000)]),
        packed([("house.json", b"\xff\xfe")]),
        packed([("house.json", "[]")]),
        packed([("house.json", '{"format": 2, "house": {}}')]),
        packed([("house.json", " " * 3_000_000)]),
        packed([settings_file(), *((f"{number}.txt", "") for number in range(400))]),
        packed([settings_file(), ("bomb.csv", b"\0" * 30_000_000)]),
    ],
)
def test_what_is_no_house_is_refused_in_a_sentence(content):
    with pytest.raises(HouseFileError) as refused:
        house_in(content, HOUSE)
    assert refused.value.message.endswith(".")
    assert refused.value.hint


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_with_two_entries_of_one_name_is_refused():
    with pytest.raises(HouseFileError):
        house_in(packed([settings_file(), settings_file()]), HOUSE)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(IntakeError):
        read_house(tmp_path / "none.zip", HOUSE)


def judge(content):
    """Read content: it is refused, or what it makes is as sound as any house."""
    try:
        found = house_in(content, HOUSE)
    except HouseFileError:
        return
    again = house_in(house_as_zip(found.house), found.house)
    assert again.remarks == ()
    assert record_fields(again.house) == record_fields(found.house) or sorted(
        map(repr, again.house.style.terms)
    ) == sorted(map(repr, found.house.style.terms))


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_sound(content):
    judge(content)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=12))
def test_any_damage_is_refused_or_leaves_a_sound_house(changes):
    content = bytearray(GOOD)
    for place, value in changes:
        content[place] = value
    judge(bytes(content))


@given(st.integers(0, len(GOOD)))
def test_a_file_that_was_cut_off_is_refused(length):
    judge(GOOD[:length])


@settings(max_examples=200)
@given(st.data())
def test_any_settings_leave_a_sound_house(data):
    fields = record_fields(HOUSE)
    names = data.draw(st.lists(st.sampled_from(sorted(fields)), unique=True, max_size=4))
    for name in names:
        fields[name] = data.draw(JSON)
    if isinstance(fields["style"], dict):
        for name in data.draw(st.lists(st.sampled_from(sorted(record_fields(STYLE))), max_size=4)):
            fields["style"][name] = data.draw(JSON)
    judge(packed([("house.json", json.dumps({"format": 1, "house": fields}))]))
