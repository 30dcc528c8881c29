import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.media.found_words_decoding import decoded, likely_encoding, mended
from editor_app.media.iptc import words_in_iptc
from tests.media.photo_flavours import dataset


@pytest.mark.parametrize(
    "meant",
    [
        "© Zoë Müller",
        "Łódź",
        "Елена в Москве",
        "Αθήνα",
        "جسر قديم",
        "Nguyễn Văn",
        "“Quoted” so…",
        "東京",
    ],
)
@pytest.mark.parametrize("as_what", ["latin-1", "cp1252"])
@pytest.mark.parametrize("times", [1, 2])
def test_text_that_was_read_wrongly_is_mended(meant, as_what, times):
    text = meant
    for _ in range(times):
        text = "".join(
            bytes((byte,)).decode(as_what, "ignore") or chr(byte) for byte in text.encode()
        )
    assert text != meant
    assert mended(text) == meant


@pytest.mark.parametrize(
    "right",
    ["Zoë", "NESTLÉ®", "CAFÉ®", "«LIBERTÉ»", "São Paulo", "naïve", "Ångström", "±5°", "Łódź"],
)
def test_text_that_was_read_rightly_stays(right):
    assert mended(right) == right
    assert decoded(right.encode()) == right


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_plain_letters_are_never_changed(text):
    assert mended(text) == text


def test_bytes_are_utf_8_where_they_can_be_and_western_where_not():
    assert decoded("Zoë".encode()) == decoded("Zoë".encode("latin-1")) == "Zoë"
    assert decoded("“Zoë”".encode("cp1252")) == "“Zoë”"
    assert decoded("Łódź".encode("iso8859-2"), otherwise="iso8859-2") == "Łódź"
    assert decoded(b"\x81\x8d\xe9 \0\0") == "\x81\x8dé "


RUSSIAN = ("Мост через реку", "Фото: РИА «Новости»", "ЕЛЕНА ИВАНОВА", "Ёлка для гостей Austria")
ARABIC = ("جسر قديم في المدينة", "تصوير: وكالة الأنباء", "مبنى الأمم المتحدة UN")
MACINTOSH = ("Élèves à Genève", "Zoë Müller, Köln", "São Paulo, año nuevo", "hôtel où “été” règne")
WESTERN = (
    "Élèves à Genève",
    "Zoë Müller, Köln",
    "“cœur”… déjà • été",
    "Škoda žena š",
    "Brand™ à 5 €",
    "ÉÈÀ",
    "Œuvre no. 5, œuf",
    "ÆØÅ, blåbærgrød",
)


@pytest.mark.parametrize("text", RUSSIAN)
def test_old_russian_words_are_read(text):
    assert decoded(text.encode("cp1251")) == text


@pytest.mark.parametrize("text", ARABIC)
def test_old_arabic_words_are_read(text):
    assert decoded(text.encode("cp1256")) == text


@pytest.mark.parametrize("text", MACINTOSH)
def test_words_of_old_macintoshes_are_read(text):
    assert decoded(text.encode("mac_roman")) == text


@pytest.mark.parametrize("text", WESTERN)
def test_western_words_are_taken_for_nothing_else(text):
    assert decoded(text.encode("cp1252")) == text


def test_all_values_together_show_their_encoding():
    assert likely_encoding([b"Ana", "É".encode("mac_roman")]) == "cp1252"
    records = dataset(80, "É. Hô".encode("mac_roman")) + dataset(120, "élève".encode("mac_roman"))
    assert dict(words_in_iptc(records)) == {"photographer": "É. Hô", "caption": "élève"}
