"""A preview without a screen, and pages from the real renderer."""

import pytest

from editor_app.body import read_markdown
from editor_app.model.house import House
from editor_app.model.item import NewsItem
from editor_app.render.page import PageInput, PageRenderer
from editor_app.render.pictures import Picture
from editor_app.render.theme import Theme
from editor_app.ui.preview.pane import PreviewPane
from editor_app.ui.preview.scheme import register_scheme

register_scheme()  # before any test makes the application


def no_pictures(name):
    return None


@pytest.fixture(scope="session")
def renderer():
    return PageRenderer(Theme.default())


@pytest.fixture
def make_page(renderer):
    def make(body, **fields):
        item = NewsItem(**{"id": "1", "headline": "Flood", "slug": "flood"} | fields)
        tree = read_markdown(body) if isinstance(body, str) else body
        return renderer.page(
            PageInput(
                item=item,
                body=tree,
                house=House(),
                pictures=lambda _: Picture("img/a-00000000.png", 1, 1),
            )
        )

    return make


class Shown:
    """A pane that was started, and what stands in it."""

    def __init__(self, qtbot, pane):
        self.qtbot, self.pane = qtbot, pane

    @property
    def page(self):
        return self.pane._presenter.engine.page

    def show(self, page, *, pictures=no_pictures, key=""):
        with self.qtbot.waitSignal(self.pane.page_shown, timeout=20000):
            self.pane.show_page(page, pictures=pictures, key=key)

    def ask(self, script):
        answers = []
        self.page.runJavaScript(script, 1, answers.append)
        self.qtbot.waitUntil(lambda: len(answers) == 1, timeout=20000)
        return answers[0]

    @property
    def html(self):
        return self.ask("document.documentElement.outerHTML")


@pytest.fixture
def open_pane(qtbot):
    panes = []

    def open_one():
        pane = PreviewPane()
        pane.resize(500, 700)
        qtbot.addWidget(pane, before_close_func=PreviewPane.close_engine)
        pane.show()
        pane.start()
        panes.append(pane)
        return Shown(qtbot, pane)

    yield open_one
    for pane in panes:
        pane.close_engine()


@pytest.fixture
def shown(open_pane):
    return open_pane()
