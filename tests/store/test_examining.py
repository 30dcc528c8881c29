"""Items of a library as the checks look at them."""

from dataclasses import replace

from editor_app.body import read_markdown
from editor_app.model.house import House
from editor_app.model.house_style import (
    DatePattern,
    HouseStyle,
    Limits,
    QuotationMarks,
    RuleLevel,
    Term,
)
from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import PhotoWords
from editor_app.store.examining import surroundings_of
from editor_app.store.library import Library

STYLE = HouseStyle(
    limits=Limits(headline=50),
    levels=(RuleLevel(rule="space-doubled", level="off"),),
    ise_or_ize="ize",
    quotation_marks=(QuotationMarks(language="de", outer=("»", "«"), inner=("“", "”")),),
    date_patterns=(DatePattern(language="en", pattern="d MMMM y"),),
    terms=(Term(language="en", forms=("illegal migrant*",), suggestion="irregular migrant"),),
)


def test_how_the_house_writes_is_kept(folder, clock):
    with Library.open(folder, clock=clock) as library:
        assert library.house.get().style == HouseStyle()
        library.house.save(replace(library.house.get(), style=STYLE))
    with Library.open(folder, clock=clock) as library:
        assert library.house.get() == House(style=STYLE)


def test_an_item_comes_with_its_house_its_photos_and_its_neighbours(
    library, an_item, clock, a_photo
):
    library.house.save(House(style=STYLE))
    photo = library.photos.add(a_photo(), name="IMG_1.jpg")
    library.photos.save_words(photo.src, PhotoWords(credit="Ana", licence="CC-BY-4.0"))
    lead = LeadFigure(src=photo.src, credit="Ana")
    other = library.items.save(an_item(headline="A well"), over=0)
    item = library.items.save(an_item(headline="A well", lead_figure=lead), over=0)
    body = read_markdown("One.\n\n![Alt](media/ab/none.jpg)\n")
    seen = surroundings_of(library, item).examined(item, body, now=clock())
    assert seen.style == STYLE
    assert seen.photos.keys() == {photo.src}
    facts = seen.photos[photo.src]
    assert (facts.words.licence, facts.file_name, facts.width) == (
        "CC-BY-4.0",
        "IMG_1.jpg",
        photo.width,
    )
    assert [one.id for one in seen.others.with_headline("A well", item.language)] == [other.id]
