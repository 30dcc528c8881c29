# ruff: noqa: RUF001 - the signs of other scripts are what this is about

import pytest

from tests.checks.rules.looking_at_items import look


@pytest.mark.parametrize(
    "furniture",
    [
        *("Loading...", "Skip to main content", "Share this page", "Back to top", "Read more"),
        *("Chargement…", "Lire la suite", "Wird geladen …", "Zum Inhalt springen", "Cargando..."),
        *("Leer más", "Загрузка...", "Читать далее", "جار التحميل", "اقرأ المزيد"),
        *("Caricamento in corso...", "Leggi tutto", "Carregando...", "Leia mais"),
        *("•", "Error 404 – page not found", "undefined", "We use cookies"),
    ],
)
def test_what_a_page_left_behind_is_removed(furniture):
    found = look("leftover-furniture", f"A ferry sails.\n\n{furniture}\n\nIt comes back.\n")
    assert found.places() == ["body[1]"]
    assert found.mended().body == "A ferry sails.\n\nIt comes back.\n"


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sails.",
        "Read more about it in the report of the harbour.",
        "[Read more](https://example.org)",  # a link with poor words, and a rule of its own
        "## Menu",
        "Share of the market",
        "* Search\n* Rescue\n",
    ],
)
def test_words_of_the_text_are_no_leftovers(text):
    assert not look("leftover-furniture", text).findings()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Photo: Jane Doe Loading...", "Photo: Jane Doe"),
        ("Un bac part. Chargement…", "Un bac part."),
        ("تبحر العبّارة. جار التحميل...", "تبحر العبّارة."),
        ("The crew was loading...", "The crew was"),
        ("The crew was unloading.", None),
        ("Loading takes an hour.", None),
    ],
)
def test_loading_at_the_end_of_a_text_is_taken_away(text, after):
    found = look("leftover-loading", f"{text}\n")
    assert bool(found.findings()) is (after is not None)
    assert found.mended().body == f"{after or text}\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear {{ name }}, welcome", "{{ name }}"),
        ("By <%= author %>", "<%= author %>"),
        ("Total ${amount}", "${amount}"),
        ("Write to [email\u00a0protected]", "[email\u00a0protected]"),
        ("[image: a ferry]", "[image: a ferry]"),
        ("[object Object]", "[object Object]"),
        ("A set {a, b} costs $5", None),
        ("He said [sic] and […]", None),
    ],
)
def test_slots_that_were_not_filled_in_are_named(text, words):
    found = look("leftover-code", headline=text)
    assert found.words() == ([words] if words else [])


def test_no_value_stands_for_a_value():
    table = "| Boat | Year |\n|---|---|\n| Anna | undefined |\n"
    assert look("leftover-no-value", table).words() == ["undefined"]
    assert not look("leftover-no-value", "The contract is null and void.").findings()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("What We Do What We Do", "What We Do"),
        ("Qui sommes nous Qui sommes nous", "Qui sommes nous"),
        ("New York, New York", None),
        ("Bora Bora", None),
        ("What we do is what we do", None),
    ],
)
def test_a_doubled_label_is_said_once(text, after):
    assert look("leftover-doubled", f"{text}\n").mended().body == f"{after or text}\n"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Lorem ipsum and so on.", "en-GB", "Lorem ipsum"),
        ("The minister TK said.", "en-GB", "TK"),
        ("TKTK will follow.", "de", "TKTK"),
        ("About XXXX people came.", "en-GB", "XXXX"),
        ("It cost EUR XX million.", "en-GB", "XX"),
        ("It ends on TBC.", "en-GB", "TBC"),
        ("It ends (tbc).", "fr", "(tbc)"),
        ("She said [quote from the minister].", "en-GB", "[quote from the minister]"),
        ("It began in [date].", "en-GB", "[date]"),
        ("Who will come ???", "en-GB", "???"),
        ("Signed by ______ today", "en-GB", "______"),
        ("DRAFT: a ferry sails", "en-GB", "DRAFT"),
        ("Lieu : à préciser", "fr", "à préciser"),
        ("À compléter", "fr", "À compléter"),
        ("Le maire [nom] a dit", "fr", "[nom]"),
        ("ENTWURF – eine Fähre", "de", "ENTWURF"),
        ("Die Rede hielt N. N. im Hafen", "de", "N. N."),
        ("Ort [wird ergänzt]", "de", "[wird ergänzt]"),
        ("Lugar: por confirmar", "es", "por confirmar"),
        ("El alcalde [nombre] dijo", "es", "[nombre]"),
        ("Мэр [имя] сказал", "ru", "[имя]"),
        ("[вставить фото]", "ru", "[вставить фото]"),
        ("قال [الاسم] ذلك", "ar", "[الاسم]"),
        ("يحدد لاحقا", "ar", "يحدد لاحقا"),
        ("Il sindaco [nome] ha detto", "it", "[nome]"),
        ("Local: a confirmar", "pt", "a confirmar"),
    ],
)
def test_a_placeholder_blocks(text, language, words):
    findings = look("placeholder", text, language=language).findings()
    assert [one.subject for one in findings] == [words]
    assert findings[0].level == "blocks"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The draft law was passed.", "en-GB"),
        ("“They [the crew] sailed […] and [sic] came back.”", "en-GB"),
        ("As shown in [1] and (2).", "en-GB"),
        ("TBC Bank paid, and flight TK 1983 landed.", "en-GB"),
        ("The Games of the XXX Olympiad.", "en-GB"),
        ("La XXX reunión de ministros.", "es"),
        ("Casos de TBC en la región.", "es"),
        ("Le nom reste à confirmer par le maire.", "fr"),
        ("Why? Because!", "en-GB"),
        ("A description of the place follows.", "en-GB"),
        ("`[name]` is a slot", "en-GB"),
        ("Н. Н. Иванов сказал", "ru"),
    ],
)
def test_words_that_only_look_like_placeholders_are_let_alone(text, language):
    assert not look("placeholder", text, language=language).findings()


def test_a_slot_in_angles_is_a_placeholder():
    assert look("placeholder", headline="Dear <name>, welcome").words() == ["<name>"]
    assert not look("placeholder", headline="One <b>bold</b> word").findings()


def test_the_headings_of_a_table_may_be_called_description():
    table = "| Description | Date |\n|---|---|\n| Boat | May |\n"
    assert not look("placeholder", table).findings()
