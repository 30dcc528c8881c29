"""The shared corpora: nothing is lost, and nearly everything can be re-written as it was."""

import pytest

from editor_app.body.gate import clean_html
from editor_app.body.html import write_html
from editor_app.body.normal import normalised
from editor_app.body.profile import render_markdown
from editor_app.body.read import read_markdown
from editor_app.body.tree import Body
from editor_app.body.write import write_markdown
from tests.body.sameness import sem, strict, words_and_addresses
from tests.body.shared_corpora import NAMES, corpus


def _failing(name, is_right):
    return [key for key, text in corpus(name).items() if not is_right(text)]


@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_text_is_written_as_it_was(name):
    def is_right(text):
        text = text.replace("\r\n", "\n")
        written = write_markdown(read_markdown(text))
        return written.strip() == text.strip() and strict(render_markdown(written)) == strict(
            render_markdown(text)
        )

    assert _failing(name, is_right) == []


@pytest.mark.parametrize(("name", "share"), [("cm", 0.99), ("gfm", 1), ("pymd", 0.98), ("news", 1)])
def test_a_text_written_anew_renders_the_same(name, share):
    def is_right(text):
        anew = write_markdown(Body(read_markdown(text).blocks))
        return sem(render_markdown(anew)) == sem(render_markdown(text))

    failing = _failing(name, is_right)
    assert len(failing) <= (1 - share) * len(corpus(name)) + 1e-9, failing


@pytest.mark.parametrize(("name", "allowed"), [("cm", 0), ("gfm", 0), ("pymd", 0), ("news", 0)])
def test_a_text_written_anew_loses_no_word_and_no_address(name, allowed):
    def is_right(text):
        anew = write_markdown(Body(read_markdown(text).blocks))
        before, after = render_markdown(text), render_markdown(anew)
        return words_and_addresses(before) == words_and_addresses(after)

    assert len(_failing(name, is_right)) <= allowed


@pytest.mark.parametrize("name", NAMES)
def test_a_text_written_anew_reads_as_the_same_tree(name):
    def is_right(text):
        body = read_markdown(text)
        return read_markdown(write_markdown(Body(body.blocks))) == body

    assert _failing(name, is_right) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_in_normal_form(name):
    def is_right(text):
        blocks = read_markdown(text).blocks
        return normalised(blocks) == blocks

    assert _failing(name, is_right) == []


# Where they differ: an item made loose, an empty title, tags not closed in their own block.
@pytest.mark.parametrize(("name", "allowed"), [("cm", 3), ("gfm", 2), ("pymd", 2), ("news", 0)])
def test_html_from_the_tree_equals_the_gated_rendering(name, allowed):
    def is_right(text):
        return sem(write_html(read_markdown(text))) == sem(clean_html(render_markdown(text)))

    failing = _failing(name, is_right)
    assert len(failing) <= allowed, failing
