# ruff: noqa: RUF001 - the signs of other scripts are what this is about

import pytest

from editor_app.checks.rule import PhotoFacts
from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import Consent, ConsentState, Crop, PhotoWords
from tests.checks.rules.looking_at_items import look

SRC = "media/ab/abc.jpg"
WELL = {"alt": "A ferry at the quay", "caption": "The ferry came at dawn.", "credit": "Jane Doe"}
CUT = Crop(left=0, top=0, width=0.5, height=1)


def looked(rule, facts=None, body="", **lead):
    known = {"photos": {SRC: facts}} if facts else {}
    return look(rule, body, known=known, lead_figure=LeadFigure(**{"src": SRC, **WELL, **lead}))


def facts(**fields):
    return PhotoFacts(words=PhotoWords(**fields))


def test_alt_text_is_there_or_the_photo_is_decorative():
    (finding,) = looked("photo-alt-missing", alt=" ").findings()
    assert finding.level == "blocks"
    assert finding.place.name == "lead_figure.alt"
    assert not looked("photo-alt-missing", alt="", is_decorative=True).findings()
    assert not looked("photo-alt-missing").findings()


def test_photos_of_the_text_are_counted_and_named():
    body = f"![A quay]({SRC})\n:: Jane Doe\n\n![]({SRC})\n: The ferry\n:: Jane Doe\n"
    (finding,) = looked("photo-alt-missing", body=body).findings()
    assert finding.place.name == "body[1].alt"
    assert "Photo 2 in the text (“The ferry”)" in finding.message


def test_words_that_the_photo_has_are_offered():
    own = facts(alt="A boat", credit="Ann Lee")
    assert looked("photo-alt-missing", own, alt="").mended().lead_figure.alt == "A boat"
    assert looked("photo-credit-missing", own, credit="").mended().lead_figure.credit == "Ann Lee"
    body = f"![]({SRC})\n:: Jane Doe\n"
    assert (
        looked("photo-alt-missing", own, body).mended().body == f"![A boat]({SRC})\n:: Jane Doe\n"
    )


@pytest.mark.parametrize(
    ("alt", "is_found"),
    [
        ("IMG_2034", True),
        ("ferry-final.JPG", True),
        ("abc", True),  # as its file
        ("The ferry came at dawn.", True),  # as its caption
        ("A ferry at the quay", False),
    ],
)
def test_an_alt_text_says_what_is_seen(alt, is_found):
    assert bool(looked("photo-alt-poor", alt=alt).findings()) is is_found


@pytest.mark.parametrize(
    ("alt", "after"),
    [
        ("Photo of a ferry", "A ferry"),
        ("An image of the quay", "The quay"),
        ("Foto von einer Fähre", None),  # only a person can put that right
        ("Photo d’un bac", None),
    ],
)
def test_an_alt_text_need_not_say_that_it_is_one(alt, after):
    found = looked("photo-alt-opening", alt=alt)
    assert len(found.findings()) == 1
    assert found.mended().lead_figure.alt == (after or alt)


@pytest.mark.parametrize("alt", ["A ferry", "Photographers on a quay", "Imagery"])
def test_an_alt_text_may_begin_as_it_likes(alt):
    assert not looked("photo-alt-opening", alt=alt).findings()


def test_an_alt_text_can_be_listened_to():
    assert looked("photo-alt-long", alt="x" * 151).findings()
    assert not looked("photo-alt-long", alt="x" * 150).findings()


def test_the_lead_photo_has_a_caption_and_a_credit():
    assert looked("photo-caption-missing", caption="").findings()
    assert not looked("photo-caption-missing").findings()
    (finding,) = looked("photo-credit-missing", credit="").findings()
    assert finding.level == "blocks"


@pytest.mark.parametrize(
    ("credit", "in_file", "is_found"),
    [
        ("Jane Doe", "Bob Ray", True),
        ("Jane Doe/River Guild", "© Jane Doe", False),
        ("J. Doe", "DOE, Jane", True),
        ("Jane Doe", "", False),
    ],
)
def test_the_credit_is_the_one_in_the_file(credit, in_file, is_found):
    known = PhotoFacts(credit_in_file=in_file)
    assert bool(looked("photo-credit-differs", known, credit=credit).findings()) is is_found


def test_a_photo_has_a_licence():
    assert looked("photo-licence-missing").findings()
    assert looked("photo-licence-missing", facts()).findings()
    assert not looked("photo-licence-missing", facts(licence="permission")).findings()
    assert not looked("photo-licence-missing", facts(usage_terms="Only for press")).findings()


def test_a_credit_without_a_photo_is_a_photo_to_come_whose_licence_is_not_known():
    assert looked("photo-licence-missing", src="").findings()
    assert looked("photo-missing", src="").findings()
    assert not looked("photo-missing").findings()


def test_a_licence_is_kept_to():
    by = facts(licence="cc-by-nd-4.0", source_address="https://e.org", crop=CUT)
    (finding,) = looked("photo-licence-terms", by).findings()
    assert "does not allow a crop" in finding.message
    assert (
        "the address of the source"
        in looked("photo-licence-terms", facts(licence="cc-by-4.0")).findings()[0].message
    )
    assert looked("photo-licence-limits", facts(licence="cc-by-nc-4.0")).findings()


@pytest.mark.parametrize(
    ("state", "alt", "is_found"),
    [
        (ConsentState.UNKNOWN, "Two women on a ferry", True),
        (ConsentState.UNKNOWN, "Des enfants sur un bac", True),
        (ConsentState.UNKNOWN, "أطفال على عبّارة", True),
        (ConsentState.UNKNOWN, "Дети на пароме", True),
        (ConsentState.UNKNOWN, "An empty ferry", False),
        (ConsentState.GIVEN, "Two women on a ferry", False),
        (ConsentState.NOT_NEEDED, "A crowd on the quay", False),
    ],
)
def test_people_in_a_photo_agreed(state, alt, is_found):
    known = facts(consent=Consent(state=state))
    assert bool(looked("photo-consent-unknown", known, alt=alt).findings()) is is_found


def test_a_refusal_blocks():
    refused = facts(consent=Consent(state=ConsentState.REFUSED))
    (finding,) = looked("photo-consent-refused", refused).findings()
    assert finding.level == "blocks"


def test_a_lead_photo_is_wide_enough_after_its_crop():
    wide = PhotoFacts(width=2000, height=1000)
    cut = PhotoFacts(words=PhotoWords(crop=CUT), width=2000, height=1000)
    assert not looked("photo-small", wide).findings()
    assert "1,000 pixels" in looked("photo-small", cut).findings()[0].message
    assert not looked("photo-small", PhotoFacts()).findings()


def test_a_picture_made_by_software_is_called_one():
    made = facts(digital_source_type="trainedAlgorithmicMedia")
    assert looked("photo-made-by-software", made).findings()
    assert not looked("photo-made-by-software", made, caption="A ferry (made with AI).").findings()
    taken = facts(digital_source_type="digitalCapture")
    assert not looked("photo-made-by-software", taken).findings()


@pytest.mark.parametrize(
    "body",
    ["Words ![](media/ab/b.jpg) around.", '<div><img src="media/ab/b.jpg"></div>'],
)
def test_a_picture_that_is_no_photo_of_ours_has_words_too(body):
    (finding,) = looked("picture-alt-missing", body=body).findings()
    assert finding.level == "blocks"
    assert "b.jpg" in finding.message
