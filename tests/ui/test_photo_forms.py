"""The form of a photo at the window: what it saves, and who shows it then."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from editor_app.body.tree import Figure, Text
from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import Crop, PhotoWords
from editor_app.store.exports import ExportRecord
from editor_app.store.library import Library
from editor_app.ui.photos.form import PhotoForm
from tests.builders import a_photo

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
HALF = Crop(left=0.5, top=0, width=0.5, height=1)


def two_colours(kind="PNG", width=1600):
    """Return a photo that is red on the left and blue on the right."""
    picture = Image.new("RGB", (width, 800), "red")
    picture.paste("blue", (width // 2, 0, width, 800))
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


@pytest.fixture
def kept(folder, now):
    """Return a function that puts photos into the library before the window opens."""

    def keep(*photos, typed=None):
        with Library.open(folder, clock=lambda: now) as library:
            srcs = [library.photos.add(data, name="quay.jpg").src for data in photos]
            for src in srcs:
                library.photos.save_words(src, typed or PhotoWords())
        return srcs

    return keep


@pytest.fixture
def desk(kept, filled, an_item, open_window, qtbot):
    """Return a window on an item that shows one photo above its text and in it, and its path."""
    (src,) = kept(two_colours())
    body = f"Before.\n\n![A quay]({src})\n: On Monday.\n:: Lena\n\nAfter.\n"
    lead = LeadFigure(src=src, alt="A quay", caption="A quay.", credit="Lena")
    filled(an_item(headline="Ferries", body=body, lead_figure=lead))
    made = open_window()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made, src


def form_of(qtbot, window):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(PhotoForm)))
    (form,) = (one for one in window.findChildren(PhotoForm) if one.isVisible())
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def save(qtbot, form):
    with qtbot.waitSignal(form.accepted):
        qtbot.mouseClick(
            form.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton
        )


def come_back(qtbot, window):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def library_of(window):
    return window.panes.editor.header.photo._pictures.__self__._open()


def figure_in(window):
    (figure,) = (one for one in window.panes.editor.body.body().blocks if isinstance(one, Figure))
    return figure


def test_the_words_of_the_lead_photo_change_the_item(qtbot, desk):
    window, src = desk
    strip = window.panes.editor.header.photo
    QTest.keyClick(strip.picture, Qt.Key.Key_Return)
    form = form_of(qtbot, window)
    form.use.caption.control.setText("By night.")
    form.about.fields["photographer"].control.setText("Lena Okafor")
    save(qtbot, form)
    assert strip.caption.text() == "By night."
    assert library_of(window).photos.record(src).typed == PhotoWords(photographer="Lena Okafor")
    assert figure_in(window).caption == (Text("On Monday."),)
    come_back(qtbot, window)
    assert strip.picture.hasFocus()


def test_the_words_of_a_figure_change_in_one_step(qtbot, desk):
    window, _ = desk
    body = window.panes.editor.body
    before = body.body()
    body.figure_opened.emit(1)
    form = form_of(qtbot, window)
    form.use.credit.control.setText("Ana")
    form.use.alt.control.setPlainText("A quay by night")
    save(qtbot, form)
    figure = figure_in(window)
    assert (figure.alt, figure.credit) == ("A quay by night", (Text("Ana"),))
    come_back(qtbot, window)
    assert body.hasFocus()
    body.undo()
    assert body.body() == before


def colour_of(image):
    """Return which of the two colours is seen left of the middle of an image."""
    red, _green, blue, _alpha = QColor(
        image.pixel(image.width() // 4, image.height() // 2)
    ).getRgb()
    return "red" if red > blue else "blue"


def test_a_crop_is_shown_in_the_strip_and_in_the_text_at_once(qtbot, desk):
    window, _ = desk
    strip, body = window.panes.editor.header.photo, window.panes.editor.body
    assert colour_of(strip.picture.grab().toImage()) == "red"
    strip.details.click()
    form = form_of(qtbot, window)
    view = form.crop.view
    area = view.picture_area()
    start, end = area.center(), area.bottomRight() - QPointF(1, 1)
    start.setY(area.top() + 1)
    start.setX(start.x() + 20)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(view, end.toPoint())
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end.toPoint())
    assert view.crop is not None
    save(qtbot, form)
    assert colour_of(strip.picture.grab().toImage()) == "blue"
    (src,) = {figure_in(window).src}
    assert colour_of(body._pictures.get(src)) == "blue"
    assert strip.size_pill.isVisible()


@pytest.mark.parametrize("kind", ["AVIF", "TIFF", "WEBP"])
def test_photos_that_qt_may_not_know_are_shown(kept, filled, an_item, open_window, kind):
    (src,) = kept(two_colours(kind), typed=PhotoWords(crop=HALF))
    filled(an_item(headline="Ferries", body=f"![A]({src})\n:: Lena\n"))
    body = open_window().panes.editor.body
    image = body._pictures.get(src)
    assert colour_of(image) == "blue"
    assert body._pictures.full_width(src) == 800


def test_small_photos_in_the_text_are_marked(kept, filled, an_item, open_window, qtbot):
    small, large = kept(a_photo(800, 500), a_photo(1300, 800))
    photos = f"![A]({small})\n:: Lena\n\n![A]({large})\n:: Lena\n"
    filled(an_item(headline="Ferries", body=photos))
    pictures = open_window().panes.editor.body._pictures
    assert [pictures.full_width(src) for src in (small, large)] == [800, 1300]


def test_other_items_that_show_the_photo_are_named(qtbot, desk, an_item):
    window, src = desk
    other = LeadFigure(src=src, alt="Another", caption="A quay.", credit="Lena")
    library_of(window).items.save(an_item(headline="Timetable", lead_figure=other), over=0)
    window.panes.editor.header.photo.details.click()
    form = form_of(qtbot, window)
    uses = form.findChild(QLabel, "photoUses")
    qtbot.waitUntil(lambda: bool(uses.text()))
    assert uses.text() == "Timetable (lead photo, en-GB): another alt text"
    form.reject()


def test_a_photo_that_knows_its_words_goes_into_the_text_without_a_question(
    qtbot, kept, desk, tmp_path
):
    window, _ = desk
    typed = PhotoWords(alt="A boat", credit="Ana", caption="A boat.")
    data = a_photo(1300, 900, "navy")
    src = library_of(window).photos.add(data, name="boat.jpg").src
    library_of(window).photos.save_words(src, typed)
    (tmp_path / "boat.jpg").write_bytes(data)
    body = window.panes.editor.body
    body.pictures_received.emit([tmp_path / "boat.jpg"])
    notice = window.notices.words
    qtbot.waitUntil(lambda: "words it came with" in notice.text())
    (figure,) = (one for one in body.body().blocks if getattr(one, "src", "") == src)
    assert (figure.alt, figure.credit) == ("A boat", (Text("Ana"),))
    assert window.findChild(PhotoForm) is None


def test_photos_that_come_while_a_form_is_open_wait_for_it(qtbot, desk, tmp_path):
    window, _ = desk
    paths = [tmp_path / f"{colour}.jpg" for colour in ("navy", "olive")]
    for path in paths:
        path.write_bytes(a_photo(1300, 900, path.stem))
    body = window.panes.editor.body
    for path in paths:
        body.pictures_received.emit([path])
    seen = []
    for credit in ("Ana", "Bo"):
        form = form_of(qtbot, window)
        seen.append(form.facts.text().partition(" ")[0])
        form.use.alt.control.setPlainText("A colour")
        form.use.credit.control.setText(credit)
        save(qtbot, form)
        qtbot.waitUntil(lambda form=form: form not in window.findChildren(PhotoForm))
    figures = [one for one in body.body().blocks if isinstance(one, Figure)]
    assert seen == ["navy.jpg", "olive.jpg"]
    assert {one.credit for one in figures} == {(Text(credit),) for credit in ("Ana", "Bo", "Lena")}


def test_words_go_to_their_photo_when_another_comes_in_meanwhile(qtbot, desk, tmp_path):
    window, src = desk
    other = library_of(window).photos.add(a_photo(1300, 900, "navy"), name="boat.jpg").src
    library_of(window).photos.save_words(other, PhotoWords(alt="A boat", credit="Ana"))
    (tmp_path / "boat.jpg").write_bytes(a_photo(1300, 900, "navy"))
    body = window.panes.editor.body
    body.moveCursor(QTextCursor.MoveOperation.Start)
    body.figure_opened.emit(2)
    form = form_of(qtbot, window)
    body.pictures_received.emit([tmp_path / "boat.jpg"])
    qtbot.waitUntil(lambda: len([one for one in body.body().blocks if type(one) is Figure]) == 2)
    form.use.caption.control.setText("By night.")
    save(qtbot, form)
    captions = {one.src: one.caption for one in body.body().blocks if isinstance(one, Figure)}
    assert captions == {src: (Text("By night."),), other: ()}


def test_a_new_lead_photo_stays_when_the_form_of_the_one_before_is_saved(qtbot, desk, tmp_path):
    window, src = desk
    (tmp_path / "boat.jpg").write_bytes(a_photo(1300, 900, "navy"))
    strip = window.panes.editor.header.photo
    strip.details.click()
    form = form_of(qtbot, window)
    strip.file_dropped.emit(tmp_path / "boat.jpg")
    qtbot.waitUntil(lambda: strip._figure.src not in ("", src))
    form.use.caption.control.setText("By night.")
    save(qtbot, form)
    assert strip._figure.src != src
    assert window.notices.words.text().startswith("The photo is not in the item any more")


def test_a_new_lead_photo_begins_with_its_own_words_but_not_over_what_was_typed(
    qtbot, kept, desk, tmp_path
):
    window, _ = desk
    data = a_photo(1300, 900, "navy")
    src = library_of(window).photos.add(data, name="boat.jpg").src
    library_of(window).photos.save_words(src, PhotoWords(alt="A boat", credit="Ana"))
    (tmp_path / "boat.jpg").write_bytes(data)
    strip = window.panes.editor.header.photo
    strip.removed.emit()
    strip.show_figure(LeadFigure(credit="Mine"))
    qtbot.keyClicks(strip.caption, "Typed.")
    strip.file_dropped.emit(tmp_path / "boat.jpg")
    qtbot.waitUntil(lambda: strip.alt.text() == "A boat")
    assert (strip.caption.text(), strip.credit.text()) == ("Typed.", "Mine")
    assert strip.alt.property("found")


def test_words_of_a_photo_are_there_when_the_window_is_opened_again(qtbot, desk, open_window):
    window, _ = desk
    window.panes.editor.header.photo.details.click()
    form = form_of(qtbot, window)
    form.about.fields["title"].control.setText("Quay")
    form.consent.note.setPlainText("Form in the safe")
    save(qtbot, form)
    window.close()
    again = open_window()
    with qtbot.waitExposed(again):
        again.show()
    again.panes.editor.header.photo.details.click()
    form = form_of(qtbot, again)
    assert form.about.fields["title"].words() == "Quay"
    assert form.consent.note.words() == "Form in the safe"
    form.reject()


def test_a_double_click_on_a_photo_that_begins_the_text_opens_its_form(
    qtbot, kept, filled, an_item, open_window
):
    (src,) = kept(a_photo(1300, 975))
    filled(an_item(headline="Ferries", body=f"![A]({src})\n:: Lena\n\nAfter.\n\n" * 3))
    window = open_window()
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    body, column = window.panes.editor.body, window.panes.editor.column
    body.setFocus()
    body.set_caret(body.document().characterCount() - 1)
    column.scroll_to(200)
    spot = QPoint(body.viewport().width() // 2, 150)
    assert body.photo_under(spot) == 0
    offset, left = column.offset, Qt.MouseButton.LeftButton
    QTest.mouseClick(body.viewport(), left, pos=spot)
    assert column.offset == offset
    QTest.mouseDClick(body.viewport(), left, pos=spot)
    form_of(qtbot, window).reject()


def test_an_item_that_was_exported_has_changed_when_its_photo_has(qtbot, desk, now):
    window, _ = desk
    library = library_of(window)
    model = window.panes.items.model
    item = library.items.get(model.summary(0).id)
    record = ExportRecord(
        item_id=item.id,
        version=item.version,
        kind="page",
        folder="out",
        path="index.html",
        sha256="",
        exported_at=now - timedelta(days=1),
    )
    library.exports.record([record])
    window.panes.items.refresh()
    assert not model.summary(0).is_changed_since_export
    window.panes.editor.header.photo.details.click()
    form = form_of(qtbot, window)
    form.about.fields["photographer"].control.setText("Ana")
    save(qtbot, form)
    assert model.summary(0).is_changed_since_export
    assert window.status.export_state.text().startswith("Changed since last export")


def test_the_photo_of_an_item_in_the_trash_has_no_form(qtbot, desk):
    window, _ = desk
    window.panes.editor.body.setReadOnly(True)
    window.panes.editor.body.figure_opened.emit(1)
    assert window.findChild(PhotoForm) is None
