"""The page beside the text."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QAbstractButton

from editor_app.body import read_markdown
from editor_app.body.pictures import Format, Picture, Saying, SlotSizes
from editor_app.body.tree import Body, Figure, Source, Text
from editor_app.model.house import House
from editor_app.model.item import LeadFigure, NewsItem
from editor_app.model.photo_words import PhotoWords
from editor_app.render.page import Page, PageInput
from editor_app.ui.preview.pane import PreviewPane
from editor_app.ui.preview.width_switch import PreviewWidth

pytestmark = pytest.mark.qt_log_ignore(
    "QRhi", "RHI", "Vulkan", "GBM", "propagateSizeHints", "GPUInfo", extend=True
)

RED_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)

LONG = "\n\n".join(f"Paragraph {number} of a long text." for number in range(200))

BLOCKS = (
    "A paragraph with **bold** and [a link](https://www.example.org/).",
    "## A cross-head",
    "- one\n- two\n    - three",
    "> A quotation.\n>\n> In two parts.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "---",
    "<div>one</div><div>two</div>",
    "<!-- nothing to be seen -->",
    "Text & more < text, أهلا 🎉",
    "    code\n    more code",
    "![A dot](media/aa/a.png)",
    "![A dot](media/aa/a.png) beside words",
    "A claim.^[A note with *marks*.] Another.^[A second note.]",
    "::: fact-box A box\nWith words^[and a note].\n\n::: contact\nname: Ada\n:::\n:::",
    "> Said.\n>\n> -- Ada",
    "::: pull-quote\nSaid.\n: Ada\n:::",
    "::: lang fr rtl\nSalut\n:::",
)
RAW = (
    "words <b>alone</b>",
    "",
    "  ",
    "<p>one</p> and <p>two</p>",
    "<pre>\n\nx</pre>",
    "<td>x</td>",
)


SIZES = SlotSizes(*["100vw"] * 5)
SAYING = Saying("Photo: ", ("photo",), "“{title}”", ", ", "Description of the photo")


def a_picture(_):
    return Picture(
        "img/a-00000000-1.png",
        1,
        1,
        srcset="img/a-00000000-1.png 1w",
        formats=(Format("image/webp", "img/a-00000000-1.webp 1w"),),
        sizes=SIZES,
        words=PhotoWords(licence="cc-by-4.0", long_description="A dot."),
        saying=SAYING,
    )


def random_block(chance):
    if chance.random() < 0.25:
        return Source(chance.choice(RAW))
    if chance.random() < 0.2:
        return Figure(src="media/aa/a.png", alt="A dot", caption=(Text(str(chance.random())),))
    blocks = read_markdown(chance.choice(BLOCKS) + "").blocks
    return blocks[0]


def random_edit(chance, item, body):
    what = chance.choice(["headline", "standfirst", "lead", "insert", "insert", "delete", "change"])
    blocks = list(body.blocks)
    if what in {"headline", "standfirst"}:
        return replace(item, **{what: f"News {chance.randint(0, 9)} & <more>"}), body
    if what == "lead":
        lead = LeadFigure(src=chance.choice(["", "media/aa/a.png"]), alt="x", credit="Me")
        return replace(item, lead_figure=lead, tags=("t",) * chance.randint(0, 2)), body
    at = chance.randint(0, len(blocks))
    if what == "insert":
        blocks[at:at] = [random_block(chance) for _ in range(chance.randint(1, 3))]
    elif what == "delete":
        del blocks[at : at + chance.randint(1, 4)]
    else:
        blocks[at : at + 1] = [random_block(chance)]
    return item, Body(blocks=tuple(blocks))


@pytest.mark.parametrize("seed", [1, 2])
def test_after_200_edits_the_page_is_the_one_that_a_fresh_load_shows(open_pane, renderer, seed):
    chance = random.Random(seed)  # noqa: S311  # a game, not a secret
    edited, fresh = open_pane(), open_pane()
    item = NewsItem(id="1", headline="News", slug="news")
    body = read_markdown("\n\n".join(BLOCKS))
    for number in range(200):
        item, body = random_edit(chance, item, body)
        page = renderer.page(
            PageInput(
                item=item,
                body=body,
                house=House(),
                pictures=a_picture,
            )
        )
        edited.show(page)
        if number % 40 == 39:
            fresh.pane.clear()
            fresh.show(page)
            assert edited.html == fresh.html
    assert edited.pane._presenter._round == 1, "every edit was patched, none loaded"


def test_edits_that_come_faster_than_patches_end_at_the_newest(shown, make_page, qtbot):
    shown.show(make_page("One."))
    for number in range(50):
        shown.pane.show_page(make_page(f"Number {number}."), pictures=lambda _: None)
    qtbot.waitUntil(lambda: "Number 49." in shown.html)


def test_edits_made_before_the_page_is_loaded_are_shown(shown, make_page, qtbot):
    shown.pane.show_page(make_page("One."), pictures=lambda _: None)
    shown.pane.show_page(make_page("Two."), pictures=lambda _: None)
    qtbot.waitUntil(lambda: "Two." in shown.html)


def test_the_place_in_the_page_stays_while_an_item_is_edited(shown, make_page):
    shown.show(make_page(LONG), key="1")
    shown.ask("window.scrollTo(0, 400)")
    shown.show(make_page(f"{LONG} More."), key="1")
    assert abs(shown.ask("window.scrollY") - 400) < 3  # device pixels are coarser


def test_another_item_is_shown_from_its_top(shown, make_page):
    shown.show(make_page(LONG), key="1")
    shown.ask("window.scrollTo(0, 400)")
    shown.show(make_page(f"{LONG} More."), key="2")
    assert shown.ask("window.scrollY") == 0


def test_a_block_can_be_brought_into_sight(shown, make_page, qtbot):
    shown.show(make_page(LONG))
    shown.pane.reveal(199)
    qtbot.waitUntil(lambda: shown.ask("window.scrollY") > 0)
    place = "document.getElementById('body').lastElementChild.getBoundingClientRect().bottom"
    assert shown.ask(f"{place} <= innerHeight + 1") is True


def block_is_in_sight(shown, number):
    block = f"document.querySelectorAll('#body > p')[{number}].getBoundingClientRect()"
    return shown.ask(f"{block}.top >= 0 && {block}.bottom <= innerHeight + 1")


def test_a_block_that_is_written_comes_into_sight(shown, make_page, qtbot):
    shown.show(make_page(LONG))
    tablet = PreviewWidth.TABLET.value
    shown.pane.show_width(PreviewWidth.TABLET)
    qtbot.waitUntil(lambda: abs(shown.ask("window.innerWidth") - tablet) <= 6, timeout=10000)
    shown.pane.follow(150)
    qtbot.waitUntil(lambda: block_is_in_sight(shown, 150))
    shown.pane.follow(149)
    shown.show(make_page(f"{LONG} More."))
    # the page may still be on its way: it scrolls smoothly
    qtbot.waitUntil(lambda: block_is_in_sight(shown, 149) and block_is_in_sight(shown, 150))


def test_the_page_stays_where_the_user_has_just_scrolled_it(shown, make_page, qtbot):
    shown.show(make_page(LONG))
    places = iter(range(300, 100_000))

    def scroll():
        shown.ask(f"window.scrollTo(0, {next(places)})")
        return shown.pane._presenter._scrolled_at > 0

    qtbot.waitUntil(scroll)
    place = shown.ask("window.scrollY")
    shown.pane.follow(150)
    shown.show(make_page(f"{LONG} More."))
    assert shown.ask("window.scrollY") == place


@pytest.mark.parametrize("width", list(PreviewWidth))
def test_the_page_is_laid_out_for_the_chosen_screen(shown, make_page, qtbot, width):
    shown.show(make_page("One."))
    button = shown.pane.switch._group.button(width.value)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: abs(shown.ask("window.innerWidth") - width.value) <= 6, timeout=10000)


def test_pictures_are_asked_for_by_name(shown, make_page, qtbot):
    asked = []

    def pictures(name):
        asked.append(name)
        return RED_DOT

    shown.show(make_page("![A dot](media/aa/a.png)"), pictures=pictures)
    assert asked == ["img/a-00000000.png"]
    assert shown.ask("document.images[0].naturalWidth") == 1


def test_the_same_picture_under_another_slug_is_not_made_again(shown, make_page):
    asked = []

    def pictures(name):
        asked.append(name)
        return RED_DOT

    page = make_page("![A dot](media/aa/a.png)")
    shown.show(page, pictures=pictures)
    moved = tuple(block.replace("img/a-", "img/b-") for block in page.blocks)
    shown.show(replace(page, blocks=moved), pictures=pictures)
    assert "img/b-" in shown.html
    assert asked == ["img/a-00000000.png"]


def test_a_page_without_a_place_for_text_is_loaded_every_time(shown):
    around = ("<!doctype html><p>", "</p>")
    shown.show(Page(blocks=("one",), shell=around))
    shown.show(Page(blocks=("two",), shell=around))
    assert "two" in shown.html


def test_a_dead_process_leaves_a_notice_and_can_be_started_again(shown, make_page, qtbot):
    shown.show(make_page("One."))
    ended = QWebEnginePage.RenderProcessTerminationStatus.CrashedTerminationStatus
    with qtbot.waitSignal(shown.pane.page_failed):
        shown.page.renderProcessTerminated.emit(ended, 1)
    assert shown.pane.notice.isVisible()
    assert not shown.pane.card.isVisible()
    with qtbot.waitSignal(shown.pane.page_shown, timeout=20000):
        qtbot.mouseClick(shown.pane.notice.reload, Qt.MouseButton.LeftButton)
    assert shown.pane.card.isVisible()
    assert "One." in shown.html


def test_a_page_that_does_not_load_leaves_a_notice(shown, make_page, qtbot, monkeypatch):
    shown.show(make_page("One."))
    server = shown.pane._presenter.engine.server
    monkeypatch.setattr(server, "serve", lambda _, **__: None)
    with qtbot.waitSignal(shown.pane.page_failed, timeout=20000):
        shown.pane.reload()
    assert shown.pane.notice.isVisible()
    monkeypatch.undo()
    with qtbot.waitSignal(shown.pane.page_shown, timeout=20000):
        shown.pane.reload()
    assert shown.pane.card.isVisible()


def test_before_it_is_started_a_notice_stands_there(qtbot, make_page):
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.show_page(make_page("One."), pictures=lambda _: None)
    assert pane.notice.isVisible()
    assert not pane.is_started


def test_without_the_engine_the_page_can_be_opened_in_the_browser(qtbot, make_page, monkeypatch):
    opened = []
    monkeypatch.setattr("editor_app.ui.preview.pane.engine_problem", lambda: "It cannot start.")
    monkeypatch.setattr(
        "editor_app.ui.preview.browser.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.show()
    page = make_page("![A dot](media/aa/a.png)")
    pane.show_page(page, pictures=lambda _: RED_DOT)
    pane.start()
    assert pane.notice.words.text() == "It cannot start."
    qtbot.mouseClick(pane.notice.open, Qt.MouseButton.LeftButton)
    (file,) = opened
    with open(file, encoding="utf-8", newline="") as written:  # noqa: PTH123
        assert written.read() == page.html
    pane.close_engine()


def test_no_item_leaves_no_page(shown, make_page):
    shown.show(make_page("One."))
    shown.pane.clear()
    assert shown.pane.notice.words.text() == "No item is open."
    shown.show(make_page("Two."))
    assert "Two." in shown.html


def test_every_control_has_a_name(shown):
    buttons = shown.pane.findChildren(QAbstractButton)
    assert all(button.accessibleName() for button in buttons)
    assert shown.pane.objectName() == "previewPane"
