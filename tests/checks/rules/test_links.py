import pytest

from editor_app.model.house_style import HouseStyle
from editor_app.model.item import Publication, RelatedLink
from editor_app.model.status import Status
from tests.checks.rules.looking_at_items import NOW, Library, look

OTHER = "01a00000-0000-7000-8000-00000000abcd"


def a_link(address, words="the report on boats"):
    return f"Read [{words}]({address}) about it.\n"


@pytest.mark.parametrize(
    "words",
    [
        *("here", "Click here", "Read more »", "this link", "cliquez ici", "en savoir plus", "ici"),
        *("hier", "weiterlesen", "aquí", "leer más", "здесь", "подробнее", "هنا", "اضغط هنا"),
        *("qui", "clicca qui", "aqui", "saiba mais"),
    ],
)
def test_words_that_do_not_say_where_a_link_leads_are_named(words):
    assert look("link-text-vague", a_link("https://example.org", words)).words() == [words]


@pytest.mark.parametrize(
    "words", ["the report", "here in the delta", "info@example.org", "Annex 2"]
)
def test_words_that_say_where_a_link_leads_are_well(words):
    assert not look("link-text-vague", a_link("https://example.org", words)).findings()


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("https://example.org/reports/boats", True),
        ("www.example.org/boats", True),
        ("www.example.org", False),
        ("the boats", False),
    ],
)
def test_a_bare_address_is_no_words(words, is_found):
    found = look("link-text-bare", a_link("https://example.org/reports/boats", words))
    assert bool(found.findings()) is is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("[The ferry sails again every day of the week at noon.](https://e.org)", True),
        ("It rained. [The ferry sails again every day of the week at noon.](https://e.org)", True),
        ("See [the ferry sails again every day of the week at noon](https://e.org).", False),
        ("[The ferry sails.](https://e.org)", False),
    ],
)
def test_a_whole_sentence_is_no_link(text, is_found):
    assert bool(look("link-text-sentence", text).findings()) is is_found


def test_the_words_of_a_link_have_a_limit():
    assert look("link-text-long", a_link("https://example.org", "boat " * 21)).findings()
    assert not look("link-text-long", a_link("https://example.org", "boat " * 19)).findings()


def test_the_same_words_lead_to_one_place():
    one, other = a_link("https://example.org/1"), a_link("https://example.org/2")
    found = look("link-text-same", f"{one}\n{other}")
    assert found.places() == ["body[1]"]
    assert not look("link-text-same", f"{one}\n{one}").findings()


@pytest.mark.parametrize(
    ("rule", "address", "better"),
    [
        ("link-http", "http://example.org/a", "https://example.org/a"),
        ("link-tracking", "https://example.org/?utm_source=x&id=7", "https://example.org/?id=7"),
        ("link-tracking", "https://example.org/a?fbclid=1#top", "https://example.org/a#top"),
        (
            "link-wrapped",
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=x",
            "https://example.org/a",
        ),
        (
            "link-wrapped",
            "https://urldefense.com/v3/__https://example.org/a__;!!abc$",
            "https://example.org/a",
        ),
        (
            "link-wrapped",
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a&d=x",
            "https://example.org/a",
        ),
        (
            "link-wrapped",
            "https://www.google.com/url?q=https://example.org/",
            "https://example.org/",
        ),
        ("link-slip", "https://example.org//boats", "https://example.org/boats"),
        ("link-slip", "https://example.org/boats.", "https://example.org/boats"),
        ("link-slip", "https://example.org/boats)", "https://example.org/boats"),
        ("link-relative", "www.example.org/boats", "https://www.example.org/boats"),
        ("link-relative", "info@example.org", "mailto:info@example.org"),
        ("link-mail", "mailto://info@example.org", "mailto:info@example.org"),
    ],
)
def test_an_address_is_mended(rule, address, better):
    found = look(rule, a_link(address.replace(")", "\\)")))
    assert len(found.findings()) == 1
    assert found.mended().body == a_link(better)


@pytest.mark.parametrize(
    ("rule", "address"),
    [
        ("link-out-of-reach", "https://staging.example.org/a"),
        ("link-out-of-reach", "https://house.sharepoint.com/a"),
        ("link-out-of-reach", "http://localhost:8000/a"),
        ("link-out-of-reach", "http://192.168.1.7/a"),
        ("link-out-of-reach", "http://intranet/a"),
        ("link-out-of-reach", "file:///C:/boats.pdf"),
        ("link-relative", "boats.html"),
        ("link-relative", "/reports/boats"),
        ("link-mail", "mailto:info"),
        ("link-mail", "mailto:info@gmial.com"),
        ("link-wrapped", "https://urldefense.com/v3/__https://example.org/*__;Iw!!abc$"),
    ],
)
def test_an_address_that_a_person_must_mend_is_named(rule, address):
    (finding,) = look(rule, a_link(address)).findings()
    assert finding.fix is None


@pytest.mark.parametrize("address", ["#boats", "#"])
def test_a_link_to_a_place_that_is_not_there_is_taken_away(address):
    found = look("link-anchor", a_link(address))
    assert found.mended().body == "Read the report on boats about it.\n"


def test_an_address_that_is_not_safe_is_named_and_taken_away():
    found = look("link-unsafe", a_link("javascript:alert"))
    assert found.mended().body == "Read the report on boats about it.\n"


@pytest.mark.parametrize(
    "address",
    [
        *("https://www.example.org/boats?id=7#top", "https://example.org/a_(b)", "tel:+4312345"),
        *("mailto:info@example.org", "mailto:a@example.org,b@example.org?subject=Hi%20there"),
        *("https://web.archive.org/web/2020/https://example.org//", f"item:{OTHER}"),
        *(
            "https://dev.example.org",
            "https://testing.example.org",
            "https://de.wikipedia.org/wiki/A",
        ),
    ],
)
def test_a_good_address_is_let_alone(address):
    known = {"others": Library((look("x", status=Status.READY, id=OTHER).item,))}
    rules = ("http", "tracking", "wrapped", "out-of-reach", "relative", "anchor", "unsafe", "slip")
    for rule in (*rules, "mail", "item"):
        assert not look(f"link-{rule}", a_link(address), known=known).findings(), rule


@pytest.mark.parametrize(
    "address", ["http://[::1", "https://%zz", "mailto:", "http://", "a:b", "https://" + "x" * 9000]
)
def test_an_address_that_is_none_breaks_no_rule(address):
    rules = ("http", "tracking", "wrapped", "out-of-reach", "relative", "anchor", "unsafe", "slip")
    for rule in (*rules, "mail", "item"):
        related = (RelatedLink(text="Boats", address=address),)
        look(f"link-{rule}", related=related).findings()


def test_a_house_names_hosts_that_readers_cannot_reach():
    style = HouseStyle(staging_hosts=("new.example.org",))
    found = look("link-out-of-reach", a_link("https://new.example.org/"), known={"style": style})
    assert found.findings()


def test_addresses_of_details_and_cards_are_mended_too():
    card = "::: publication\ntitle: Boats\nlink: http://example.org/c\n:::\n"
    found = look(
        "link-http",
        card,
        related=(RelatedLink(text="Boats", address="http://example.org/r"),),
        publications=(Publication(title="Boats", address="http://example.org/p"),),
    )
    places = {"publications[0].address", "related[0].address", "body[0].link"}
    assert set(found.places()) == places
    item = found.mended()
    assert item.related[0].address == "https://example.org/r"
    assert item.publications[0].address == "https://example.org/p"
    assert "link: https://example.org/c" in item.body


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"status": Status.DRAFT}, "not finished"),
        ({"status": Status.READY, "trashed_at": NOW}, "in the trash"),
        ({"status": Status.PUBLISHED}, ""),
    ],
)
def test_a_link_to_another_item_leads_to_one_that_is_out(fields, said):
    other = look("x", id=OTHER, **fields).item
    found = look("link-item", a_link(f"item:{OTHER}"), known={"others": Library((other,))})
    assert [said in one.message for one in found.findings()] == ([True] if said else [])


def test_a_link_to_an_item_that_is_not_there_is_named():
    assert look("link-item", a_link(f"item:{OTHER}")).findings()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("See [the plan](https://e.org/a.pdf).", "See [the plan (PDF)](https://e.org/a.pdf)."),
        ("See [the plan](https://e.org/a.docx).", "See [the plan (Word)](https://e.org/a.docx)."),
        ("See [the plan (PDF, 1 MB)](https://e.org/a.pdf).", None),
        ("See [the plan](https://e.org/a.pdf) (PDF).", None),
        ("Voir [le plan](https://e.org/a.pdf) (1,2 Mo).", None),
        ("See [the plan](https://e.org/a.html).", None),
    ],
)
def test_a_link_to_a_file_says_so(text, after):
    assert look("file-unsaid", f"{text}\n").mended().body == f"{after or text}\n"


def test_a_publication_says_how_big_its_file_is():
    address = "https://example.org/a.pdf"
    one, other = (
        Publication(title="A", address=address),
        Publication(title="B", address=address, size=9),
    )
    assert look("file-size", publications=(one, other)).places() == ["publications[0].size"]
