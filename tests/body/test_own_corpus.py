"""Constructs of news texts: kept to the letter untouched, the same page when written anew."""

from pathlib import Path

import pytest

from editor_app.body.gate import clean_html
from editor_app.body.html import write_html
from editor_app.body.profile import render_markdown
from editor_app.body.read import read_markdown
from editor_app.body.tree import Body
from editor_app.body.write import write_markdown
from tests.body.sameness import sem

CONSTRUCTS = (
    (Path(__file__).parents[1] / "corpora" / "news_constructs.md")
    .read_text(encoding="utf-8")
    .split("%%%\n")
)


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_a_construct_of_news_is_kept(text):
    body = read_markdown(text)
    anew = write_markdown(Body(body.blocks))
    assert write_markdown(body) == text
    assert read_markdown(anew) == body
    assert sem(render_markdown(anew)) == sem(render_markdown(text))
    assert sem(write_html(body)) == sem(clean_html(render_markdown(text)))
