"""What stands in another item as well."""

from editor_app.model.item import LeadFigure
from tests.checks.rules.looking_at_items import Library, look

OTHER = "01a00000-0000-7000-8000-00000000bbbb"
WELL = (
    "The village of Oru opened its first deep well this week, after nine years in which people"
    " walked to the river, and a school of forty children now has water at noon as well."
)
SCHOOL = (
    "Teachers of the district say that most of the girls who had left came back within a month,"
    " and that two more classes are to be opened before the rains begin in the autumn."
)
RICE = "Farmers along the lower river plant three kinds of rice that stand in salt water now."


def looked(rule, body, *, other=f"{WELL}\n\n{SCHOOL}\n", theirs=None, **fields):
    item = look("x", other, id=OTHER, headline="A well for Oru", **(theirs or {})).item
    return look(rule, body, known={"others": Library((item,))}, **fields)


def test_a_reworded_paragraph_is_named_with_the_item_that_has_it():
    reworded = WELL.replace("this week", "on Monday")
    body = f"{RICE}\n\n{reworded}\n\n{RICE} Twice a year.\n\n{RICE} Again.\n"
    (found,) = looked("paragraph-elsewhere", body).findings()
    assert (found.place.name, found.item) == ("body[1]", OTHER)
    assert "A well for Oru" in found.message
    assert not looked("item-elsewhere", body).findings()


def test_an_item_that_repeats_another_is_told_once():
    body = f"{SCHOOL}\n\n{WELL}\n"
    (found,) = looked("item-elsewhere", body).findings()
    assert found.item == OTHER
    assert not looked("paragraph-elsewhere", body).findings()


def test_a_copy_that_was_rewritten_is_no_false_alarm():
    body = f"{RICE}\n\nThe ministry pays for the seed, and the banks for the machines, she said.\n"
    assert not looked("item-elsewhere", body).findings()
    assert not looked("paragraph-elsewhere", body).findings()


def test_language_versions_may_say_the_same():
    theirs = {"translation_group": "g", "language": "fr"}
    for rule in ("item-elsewhere", "paragraph-elsewhere"):
        same = looked(rule, f"{WELL}\n\n{SCHOOL}\n", theirs=theirs, translation_group="g")
        assert not same.findings()


def test_the_same_photo_in_another_item_is_named():
    photo = LeadFigure(src=f"media/ab/{'ab' * 32}.jpg")
    (found,) = looked(
        "photo-elsewhere", "", theirs={"lead_figure": photo}, lead_figure=photo
    ).findings()
    assert found.item == OTHER
    assert "A well for Oru" in found.message


def test_the_item_with_the_same_web_address_can_be_opened():
    (found,) = looked("slug-again", "", theirs={"slug": "well"}, slug="well").findings()
    assert found.item == OTHER
