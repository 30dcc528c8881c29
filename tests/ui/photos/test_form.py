"""The form of a photo: where words come from, the way back, licence and credit, saving."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from editor_app.body.tree import Setting
from editor_app.model.photo_words import (
    LEFT_OUT,
    Consent,
    ConsentState,
    Crop,
    Origin,
    PhotoWords,
)
from editor_app.ui.photos.use import OtherUse
from tests.ui.photos.conftest import a_record, found

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BY, BY_ND = "https://creativecommons.org/licenses/by/2.0/", "cc-by-nd-4.0"
FESTIVAL = (
    found("caption", "A street festival.", Origin.IPTC),
    found("alt", "People dance.", language="en"),
    found("photographer", "Diaspora Vibe", Origin.EXIF),
    found("source", "Flickr"),
    found("licence_address", BY),
    found("title", "Festival"),
)


def origin_of(sitting, name):
    return sitting.find(name).parent().origin.text()


def back_of(sitting, name):
    return sitting.find(name).parent().back


def text_of(sitting, name):
    part = sitting.find(name)
    return part.toPlainText() if isinstance(part, QPlainTextEdit) else part.text()


# ---------------------------------------------------------------- where words come from


def test_a_form_shows_what_the_file_says_and_where(sit_at):
    sitting = sit_at(a_record(found=FESTIVAL))
    assert text_of(sitting, "altText") == "People dance."
    assert origin_of(sitting, "altText") == "from the photo: XMP"
    assert origin_of(sitting, "figureCaption") == "from the photo: IPTC"
    assert origin_of(sitting, "photoPhotographer") == "from the photo: EXIF"
    assert origin_of(sitting, "photoCopyrightNotice") == ""
    tip = sitting.find("altText").parent().origin.toolTip()
    assert tip == "The photo's file says so itself, in its XMP data, in English."


def test_the_words_are_those_in_the_language_of_the_item(sit_at):
    both = (found("title", "Festival", language="en"), found("title", "Fête", language="fr"))
    sitting = sit_at(a_record(found=both), language="fr-CH")
    assert text_of(sitting, "photoTitle") == "Fête"


def test_what_was_typed_stands_over_the_file_and_can_be_set_back(sit_at):
    sitting = sit_at(a_record(found=FESTIVAL, typed=PhotoWords(title="My title")))
    assert text_of(sitting, "photoTitle") == "My title"
    assert origin_of(sitting, "photoTitle") == ""
    back = back_of(sitting, "photoTitle")
    assert "Festival" in back.toolTip()
    sitting.qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert text_of(sitting, "photoTitle") == "Festival"
    assert origin_of(sitting, "photoTitle") == "from the photo: XMP"
    assert back.isHidden()
    sitting.save()
    assert sitting.words == [PhotoWords()]


def test_agreeing_to_what_the_file_says_types_nothing(sit_at):
    sitting = sit_at(a_record(found=FESTIVAL))
    sitting.save()
    assert sitting.words == []


def test_typing_is_all_that_is_typed(sit_at):
    sitting = sit_at(a_record(found=FESTIVAL))
    sitting.write("photoTitle", "Street festival")
    sitting.write("photoSourceAddress", "flickr.com/vibe")
    sitting.save()
    address = "https://flickr.com/vibe"
    assert sitting.words == [PhotoWords(title="Street festival", source_address=address)]


def test_what_the_file_says_can_be_left_out(sit_at):
    record = a_record(found=FESTIVAL)
    sitting = sit_at(record)
    sitting.write("photoTitle", "")
    sitting.save()
    (typed,) = sitting.words
    assert typed == PhotoWords(title=LEFT_OUT)
    assert replace(record, typed=typed).words("en").title == ""
    again = sit_at(replace(record, typed=typed))
    assert text_of(again, "photoTitle") == ""
    again.save()
    assert again.words == []


# ---------------------------------------------------------------- the words in an item


def test_the_words_in_an_item_are_its_own(sit_at, a_use):
    sitting = sit_at(a_record(found=FESTIVAL), a_use(caption="A street festival."))
    assert origin_of(sitting, "figureCaption") == "from the photo: IPTC"
    assert origin_of(sitting, "figureCredit") == ""
    sitting.write("figureCredit", "Photo: me")
    sitting.save()
    assert sitting.uses == [a_use(caption="A street festival.", credit="Photo: me")]
    assert sitting.words == []


def test_words_are_cleaned_of_line_ends_and_spaces(sit_at, a_use):
    sitting = sit_at(a_record(), a_use())
    sitting.find("altText").setPlainText(" A street\nfestival ")
    sitting.save()
    assert sitting.uses[0].alt == "A street festival"


def test_words_that_nobody_changed_stay_to_the_letter(sit_at, a_use):
    alt = "Un\N{NO-BREAK SPACE}quai  le soir"
    use = a_use(alt=alt, credit="Photo\N{NO-BREAK SPACE}: Léna")
    sitting = sit_at(a_record(), use)
    sitting.save()
    assert sitting.uses == [use]


def test_the_alt_text_is_counted(sit_at, a_use):
    sitting = sit_at(a_record(), a_use(alt=""))
    sitting.write("altText", "People")
    assert sitting.form.use.count.text() == "6 / 125 characters"


def test_a_decorative_photo_has_no_alt_text(sit_at, a_use):
    sitting = sit_at(a_record(), a_use())
    sitting.click("figureDecorative")
    assert not sitting.find("altText").isEnabled()
    sitting.save()
    assert sitting.uses == [a_use(alt="", is_decorative=True)]


def test_a_figure_has_a_place_in_the_text_and_a_lead_photo_has_none(sit_at, a_use):
    lead = sit_at(a_record(), a_use())
    assert not lead.find("figureSetting").isVisible()
    figure = sit_at(a_record(), a_use(setting=Setting.NONE))
    figure.go_to("figureSetting")
    figure.press(Qt.Key.Key_Down, times=2)
    figure.save()
    assert figure.uses == [a_use(setting=Setting.RIGHT)]


def test_other_uses_are_named_with_what_differs(sit_at, a_use):
    sitting = sit_at(a_record(), a_use())
    label = sitting.find("photoUses", QLabel)
    assert not label.isVisible()
    sitting.form.show_uses(
        [OtherUse("Ferries", "lead photo", ("credit",)), OtherUse("", "in the text")]
    )
    assert label.text().split("\n") == [
        "Ferries (lead photo): another credit",
        "An item without headline (in the text): the same words",
    ]


# ---------------------------------------------------------------- licence and credit


def test_the_licence_is_known_by_the_address_in_the_file(sit_at):
    sitting = sit_at(a_record(found=FESTIVAL))
    assert sitting.find("photoLicence").currentText() == "CC BY 2.0"
    assert origin_of(sitting, "photoLicence") == "from the photo: XMP"


def test_a_licence_is_found_by_a_part_of_its_name(sit_at):
    sitting = sit_at(a_record(found=FESTIVAL))
    box = sitting.go_to("photoLicence")
    box.lineEdit().selectAll()
    sitting.qtbot.keyClicks(box, "nd 4.0")
    popup = box.completer().popup()
    sitting.qtbot.waitUntil(popup.isVisible)
    sitting.qtbot.keyClick(popup, Qt.Key.Key_Down)
    sitting.qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert box.currentText() == "CC BY-ND 4.0"
    sitting.save()
    assert sitting.words == [PhotoWords(licence=BY_ND, licence_address=LEFT_OUT)]


def test_what_is_no_licence_goes_back_to_the_one_that_counts(sit_at):
    sitting = sit_at(a_record(found=FESTIVAL))
    box = sitting.go_to("photoLicence")
    box.lineEdit().setText("nonsense")
    sitting.go_to("photoTitle")
    assert box.currentText() == "CC BY 2.0"


def test_the_credit_is_shown_as_the_page_will_have_it(sit_at, a_use):
    sitting = sit_at(a_record(found=FESTIVAL), a_use())
    line = sitting.find("creditLine", QLabel)
    for words in ("“Festival”", "Lena Okafor", "CC BY 2.0", f'href="{BY}"'):
        assert words in line.text()
    sitting.write("photoTitle", "Dance")
    assert "“Dance”" in line.text()


def test_a_credit_is_made_of_photographer_and_source(sit_at, a_use):
    sitting = sit_at(a_record(found=FESTIVAL), a_use(credit=""))
    sitting.click("makeCredit")
    assert text_of(sitting, "figureCredit") == "Diaspora Vibe / Flickr"
    assert not sitting.find("makeCredit").isVisible()
    sitting.save()
    assert sitting.uses[0].credit == "Diaspora Vibe / Flickr"


@pytest.mark.parametrize(
    ("typed", "credit", "said"),
    [
        (PhotoWords(licence="cc-by-4.0"), "", "asks for the author and the address of the source."),
        (PhotoWords(licence="cc-by-4.0"), "A", "CC BY 4.0 asks for the address of the source."),
        (
            PhotoWords(
                licence=BY_ND,
                source_address="https://a.example",
                crop=Crop(left=0, top=0, width=0.9, height=1),
            ),
            "A",
            "CC BY-ND 4.0 does not allow a crop.",
        ),
        (
            PhotoWords(licence="cc-by-nc-4.0", source_address="https://a.example"),
            "A",
            "CC BY-NC 4.0 is not for commercial purposes.",
        ),
        (PhotoWords(licence="all-rights-reserved"), "", ""),
    ],
)
def test_what_a_licence_asks_for_is_said_in_a_line(sit_at, a_use, typed, credit, said):
    sitting = sit_at(a_record(typed=typed), a_use(credit=credit))
    assert sitting.find("creditProblems", QLabel).text().endswith(said)
    assert bool(said) == sitting.find("creditProblems", QLabel).isVisible()


# ---------------------------------------------------------------- dates, consent


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("15.9.2015", "2015-09-15", "15 September 2015"),
        ("September 2015", "2015-09", "September 2015"),
        ("2015", "2015", "2015"),
    ],
)
def test_a_photo_was_taken_on_a_day_or_in_a_month_or_a_year(sit_at, typed, stored, shown):
    sitting = sit_at(a_record())
    sitting.write("photoTakenOn", typed)
    sitting.press(Qt.Key.Key_Tab)
    assert text_of(sitting, "photoTakenOn") == shown
    sitting.save()
    assert sitting.words == [PhotoWords(taken_on=stored)]


def test_what_is_no_date_keeps_the_form_open(sit_at):
    sitting = sit_at(a_record())
    sitting.write("photoTakenOn", "yesterweek")
    sitting.save()
    assert sitting.form.isVisible()
    assert "is not a date" in sitting.find("photoFormNotice", QLabel).text()
    assert sitting.form.focusWidget() is sitting.find("photoTakenOn")


def test_consent_is_written_down(sit_at):
    sitting = sit_at(a_record())
    sitting.go_to("consentState")
    sitting.press(Qt.Key.Key_Down, times=2)
    sitting.write("consentGivenBy", "Amara's mother")
    sitting.write("consentDay", "1 March 2026")
    sitting.write("consentNote", "Form in the safe")
    sitting.save()
    day = date(2026, 3, 1)
    consent = Consent(
        state=ConsentState.GIVEN, given_by="Amara's mother", day=day, note="Form in the safe"
    )
    assert sitting.words == [PhotoWords(consent=consent)]


# ---------------------------------------------------------------- the form itself


def test_the_facts_of_the_file_are_told(sit_at):
    record = a_record(800, 500, has_position=True, is_animated=True)
    sitting = sit_at(record)
    facts = sitting.form.facts.text()
    assert facts.startswith("quay.jpg · 800 \N{MULTIPLICATION SIGN} 500 pixels · JPEG · ")
    assert facts.endswith("added 2 March 2026")
    narrow, position, moving = sitting.form.remarks.text().split("\n")
    assert narrow.startswith("Only 800 pixels wide")
    assert "GPS" in position
    assert "first picture" in moving


def test_a_photo_that_is_not_in_the_library_has_only_its_words_in_the_item(sit_at, a_use):
    sitting = sit_at(None, a_use())
    assert not sitting.find("cropView").isVisible()
    assert not sitting.find("photoTitle").isVisible()
    sitting.write("figureCaption", "By night.")
    sitting.save()
    assert sitting.uses == [a_use(caption="By night.")]


def test_what_cannot_be_saved_keeps_the_form_open(sit_at, a_use):
    sitting = sit_at(a_record(), a_use())
    sitting.form.words_edited.connect(lambda _words: sitting.form.refuse("The disk is full."))
    sitting.write("photoTitle", "Quay")
    sitting.save()
    assert sitting.form.isVisible()
    assert sitting.uses == []
    assert sitting.find("photoFormNotice", QLabel).text() == "The disk is full."


def test_leaving_what_was_changed_is_asked_about(sit_at, a_use, message_boxes):
    sitting = sit_at(a_record(), a_use())
    sitting.write("figureCaption", "By night.")
    sitting.press(Qt.Key.Key_Escape)
    assert message_boxes == ["Leave the photo as it was?"]
    assert sitting.form.isVisible()
    (leave,) = (
        button
        for button in sitting.form.findChildren(QAbstractButton)
        if button.text() == "Leave without saving"
    )
    leave.click()
    assert not sitting.form.isVisible()
    assert sitting.uses == []


def test_enter_in_a_line_saves(sit_at, a_use):
    sitting = sit_at(a_record(), a_use())
    sitting.go_to("figureCaption")
    sitting.press(Qt.Key.Key_Return)
    assert sitting.uses == [a_use()]
    assert not sitting.form.isVisible()


def test_every_control_has_a_name(sit_at, a_use):
    form = sit_at(a_record(found=FESTIVAL), a_use()).form
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    nameless = [
        part
        for kind in kinds
        for part in form.findChildren(kind)
        if part.isVisible() and not (part.accessibleName() or getattr(part, "text", str)())
    ]
    assert [part for part in nameless if not part.parent().inherits("QComboBox")] == []


def test_words_are_written_from_the_side_of_their_letters(sit_at, a_use):
    sitting = sit_at(a_record(), a_use(), language="ar")
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    sitting.write("figureCaption", "سلام")
    assert sitting.find("figureCaption").layoutDirection() == right
    sitting.write("figureCaption", "Peace")
    assert sitting.find("figureCaption").layoutDirection() == left
    sitting.write("figureCaption", "")
    assert sitting.find("figureCaption").layoutDirection() == right
