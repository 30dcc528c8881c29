import pytest

from editor_app.model.house_style import HouseStyle, Limits
from tests.checks.rules.looking_at_items import look


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# One\n\nWords.\n", "## One\n\nWords.\n"),
        ("### One\n\nWords.\n", "## One\n\nWords.\n"),
        (
            "## One\n\nA.\n\n#### Two\n\nB.\n\n#### Three\n\nC.\n",
            "## One\n\nA.\n\n### Two\n\nB.\n\n#### Three\n\nC.\n",
        ),
        ("## One\n\nA.\n\n### Two\n\nB.\n\n## Three\n\nC.\n", None),
    ],
)
def test_cross_heads_go_down_step_by_step(before, after):
    found = look("cross-head-level", before)
    assert bool(found.findings()) is (after is not None)
    assert found.mended().body == (after or before)


@pytest.mark.parametrize(
    ("words", "after"),
    [
        ("What comes next:", "What comes next"),
        ("What comes next.", "What comes next"),
        ("Что дальше:", "Что дальше"),
        ("What comes next?", None),
        ("And then…", None),
        ("A visit to Boats Inc.", None),
        ("Am 15.", None),
    ],
)
def test_a_cross_head_ends_without_a_mark(words, after):
    assert look("cross-head-end", f"## {words}\n\nA.\n").mended().body == (
        f"## {after or words}\n\nA.\n"
    )


def test_a_bold_paragraph_becomes_the_cross_head_that_it_looks_like():
    body = "## One\n\nA.\n\n### Two\n\nB.\n\n**A look *back* here**\n\nC.\n"
    assert look("cross-head-bold", body).mended().body == body.replace(
        "**A look *back* here**", "### A look *back* here"
    )


@pytest.mark.parametrize(
    "body",
    [
        "**A whole sentence in bold.**\n\nA.\n",
        "**Bold** and plain\n\nA.\n",
        "* **Point**\n\nA.\n",
        "A.\n\n**The end of it**\n",
        "**ENDS**\n\nNotes.\n",
        "> **Quoted**\n\nA.\n",
    ],
)
def test_bold_words_that_head_nothing_are_let_alone(body):
    assert not look("cross-head-bold", body).findings()


def test_many_words_want_a_cross_head():
    style = HouseStyle(limits=Limits(words_without_cross_head=10))
    long = "One two three four five six.\n\nSeven eight nine ten eleven.\n"
    assert look("cross-head-wanted", long, known={"style": style}).places() == ["body[0]"]
    split = long.replace("Seven", "## Head\n\nSeven")
    assert not look("cross-head-wanted", split, known={"style": style}).findings()


def test_a_table_has_headings_and_a_caption():
    bare = "|  |  |\n|---|---|\n| Anna | 1902 |\n"
    whole = "| Boat | Year |\n|---|---|\n| Anna | 1902 |\n"
    assert look("table-header", bare).findings()
    assert not look("table-header", whole).findings()
    assert look("table-caption", whole).findings()


def test_empty_columns_are_removed():
    table = "| Boat |  | Year |\n|---|---|---|\n| Anna |  | 1902 |\n| Bess |  |  |\n"
    found = look("table-empty-column", table)
    assert len(found.findings()) == 1
    body = found.mended().body
    assert "Boat" in body
    assert "1902" in body
    assert not look("table-empty-column", body).findings()


def test_a_table_nested_in_a_box_is_looked_at_too():
    body = "> | Boat |  |\n> |---|---|\n> | Anna |  |\n"
    assert look("table-empty-column", body).places() == ["body[0][0]"]
