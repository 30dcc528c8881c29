"""A hostile page does nothing, even if every gate before the preview were open."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEnginePage

from editor_app.render.page import Page
from editor_app.ui.preview.pane import engine_problem
from editor_app.ui.preview.scheme import SCHEME

pytestmark = pytest.mark.qt_log_ignore(
    "QRhi", "RHI", "Vulkan", "GBM", "propagateSizeHints", "GPUInfo", extend=True
)

AROUND = (
    '<!doctype html><title>still</title><body><p id="mark">still</p><div id="body">',
    "</div></body>",
)
CHANGE = "document.title='moved';document.getElementById('mark').textContent='moved'"
HOSTILE = (
    f"<script>{CHANGE}</script>",
    f'<img src="img/none.png" onerror="{CHANGE}">',
    f'<svg onload="{CHANGE}"></svg>',
    f'<body onload="{CHANGE}">',
    f'<details open ontoggle="{CHANGE}">x</details>',
    '<img src="https://far.example.org/a.png">',
    '<img src="//far.example.org/a.png">',
    '<img src="file:///etc/hostname">',
    '<link rel="stylesheet" href="https://far.example.org/a.css">',
    '<link rel="preconnect" href="https://far.example.org/">',
    '<style>@import "https://far.example.org/a.css"</style>',
    "<style>p{background:url(https://far.example.org/a.png)}</style>",
    '<video src="https://far.example.org/a.mp4" autoplay></video>',
    '<object data="https://far.example.org/a.swf"></object>',
    '<meta http-equiv="refresh" content="0;url=https://far.example.org/">',
    '<meta http-equiv="refresh" content="0">',
    '<base href="https://far.example.org/">',
    '<iframe src="https://far.example.org/"></iframe>',
    f'<iframe srcdoc="<script>parent.{CHANGE}</script>"></iframe>',
    '<form action="https://far.example.org/"><input name="a" autofocus></form>',
)

ASK_FOR_FLAGS = """
import os, sys
from editor_app.ui.preview.scheme import register_scheme
import editor_app.ui.preview.pane
register_scheme()
register_scheme()
print(os.environ["QTWEBENGINE_CHROMIUM_FLAGS"])
print("PySide6.QtWebEngineCore" in sys.modules)
"""


def a_page(html):
    return Page(blocks=(html + "\n",), shell=AROUND)


@pytest.mark.parametrize("is_patched", [False, True])
def test_a_hostile_page_does_nothing_and_asks_for_nothing(shown, is_patched):
    engine = shown.pane._presenter.engine
    asked = []
    for html in HOSTILE:
        if is_patched:
            shown.pane.clear()
            shown.show(a_page("<p>harmless</p>"))
        shown.show(a_page(html), pictures=asked.append)
        place = shown.page.url()
        if not is_patched:
            shown.pane.reload()
            shown.qtbot.waitSignal(shown.pane.page_shown, timeout=20000).wait()
            place = shown.page.url()
        assert shown.ask("document.title") == "still"
        assert shown.ask("document.getElementById('mark').textContent") == "still"
        assert (place.scheme(), shown.page.url()) == (SCHEME, place)
    assert set(asked) <= {"img/none.png"}
    assert all("far.example.org" in address for address in engine.gatekeeper.refused)


def test_requests_to_anywhere_else_are_refused_before_they_leave(shown, make_page):
    shown.show(make_page("One."))
    engine = shown.pane._presenter.engine
    engine.page.runJavaScript("fetch('https://far.example.org/').catch(() => 0)", 1)
    engine.page.load(QUrl("https://far.example.org/"))
    assert "One." in shown.html
    assert engine.page.url().scheme() == SCHEME


def test_the_pages_own_scripts_are_switched_off(shown, make_page):
    shown.show(make_page("One."))
    answers = []
    shown.page.runJavaScript("1 + 1", 0, answers.append)
    shown.ask("1")
    assert answers in ([], [None], [""])


@pytest.mark.parametrize(
    ("href", "offered"),
    [
        ("https://www.example.org/a", ["https://www.example.org/a"]),
        ("mailto:press@example.org", ["mailto:press@example.org"]),
        ("javascript:document.title='moved'", []),
        ("file:///etc/hostname", []),
        ("ftp://example.org/", []),
        ("../other/", []),
        ("data:text/html,moved", []),
    ],
)
def test_links_lead_nowhere_but_some_are_offered(shown, href, offered):
    links = []
    shown.pane.link_clicked.connect(links.append)
    shown.show(a_page("<p>text</p>"))
    before = shown.page.url()
    kind = QWebEnginePage.NavigationType.NavigationTypeLinkClicked
    target = before.resolved(QUrl(href))
    assert shown.page.acceptNavigationRequest(target, kind, *[True]) is False
    assert links == offered
    assert shown.page.url() == before


def test_a_place_on_the_page_can_be_jumped_to(shown):
    shown.show(a_page("<p>text</p>"))
    target = shown.page.url().resolved(QUrl("#note"))
    kind = QWebEnginePage.NavigationType.NavigationTypeLinkClicked
    assert shown.page.acceptNavigationRequest(target, kind, *[True]) is True


def test_no_window_opens(shown, make_page):
    shown.show(make_page("One."))
    assert shown.page.createWindow(QWebEnginePage.WebWindowType.WebBrowserTab) is None


def test_nothing_is_kept_of_what_was_shown(shown):
    assert shown.pane._presenter.engine.profile.isOffTheRecord()


def test_the_name_of_every_host_is_unknown_to_chromium():
    done = subprocess.run(
        [sys.executable, "-c", ASK_FOR_FLAGS],
        env=os.environ | {"QTWEBENGINE_CHROMIUM_FLAGS": "--force-dark-mode"},
        capture_output=True,
        text=True,
        check=True,
    )
    flags, loaded = done.stdout.splitlines()
    assert flags.startswith('--force-dark-mode --host-resolver-rules="MAP * ~NOTFOUND" ')
    assert flags.count("host-resolver-rules") == 1
    assert loaded == "False", "Chromium is not loaded on the way to the first window"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a root here")
def test_the_administrator_gets_a_sentence_and_no_crash(monkeypatch):
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX")
    monkeypatch.delenv("QTWEBENGINE_CHROMIUM_FLAGS", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "root" in engine_problem()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert engine_problem() == ""
