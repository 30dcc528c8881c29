"""Two versions of an item are compared as a reader would, and nothing of either is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from editor_app.body import read_markdown
from editor_app.body.tree import Body, Mark, Text
from editor_app.editing.comparing import compare, summary
from editor_app.editing.comparing_body import compared_bodies
from editor_app.editing.comparing_lines import Around, LineKind, lines_of
from editor_app.editing.comparing_matches import matches
from editor_app.editing.comparing_words import Run, State, compared
from editor_app.editing.draft import Draft
from editor_app.model.identity import new_item_id
from editor_app.model.item import Contact, LeadFigure, NewsItem
from editor_app.model.status import Status
from tests.body.strategies import bodies, contents

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
SIGNS = {State.KEPT: "{}", State.ADDED: "[+{}]", State.REMOVED: "[-{}]", State.CHANGED: "[~{}]"}
GONE, COME = {State.REMOVED}, {State.ADDED}
BLANK = NewsItem(id=new_item_id(NOW))


def draft(body="", **fields):
    return Draft.of(replace(BLANK, body=body, **fields))


def marked(runs):
    return "".join(SIGNS[run.state].format(getattr(run.piece, "text", "…")) for run in runs)


def shown(old, new):
    """Return the lines of two Markdown texts, compared, in signs."""
    lines = compared_bodies(read_markdown(old), read_markdown(new))
    return [
        SIGNS[line.state].format("")[:2].strip("[") + " | ".join(map(marked, line.parts))
        for line in lines
    ]


def joined(pieces):
    """Return content with neighbours that are marked alike in one, and without empty ones."""
    kinds = groupby(pieces, key=lambda piece: (isinstance(piece, Text), piece.marks))
    result = []
    for (is_text, marks), group in kinds:
        if is_text:
            result.append(Text("".join(piece.text for piece in group), marks))
        else:
            result += group
    return [piece for piece in result if piece != Text("", getattr(piece, "marks", None))]


def older(run):
    return replace(run.piece, marks=run.was) if run.state is State.CHANGED else run.piece


def now_of(runs):
    return joined(run.piece for run in runs if run.state not in GONE)


def before_of(runs):
    return joined(older(run) for run in runs if run.state not in COME)


@given(contents(hostile=False), contents(hostile=False))
def test_what_was_kept_and_added_is_the_new_line_and_what_was_kept_and_removed_the_old(old, new):
    runs = compared(old, new)
    assert now_of(runs) == joined(new)
    assert before_of(runs) == joined(old)


@given(bodies(), bodies())
def test_the_lines_of_both_texts_are_there_in_their_order(old, new):
    lines = compared_bodies(old, new)
    now = [line for line in lines if line.state is not State.REMOVED]
    assert [line.line for line in now] == lines_of(new)
    assert [list(map(now_of, line.parts)) for line in now] == [
        list(map(joined, line.parts)) for line in lines_of(new)
    ]
    before = [line for line in lines if line.state is not State.ADDED]
    assert [line.was or line.line.shape for line in before] == [
        line.shape for line in lines_of(old)
    ]
    assert [list(map(before_of, line.parts)) for line in before] == [
        list(map(joined, line.parts)) for line in lines_of(old)
    ]


@given(bodies(), st.data())
def test_of_a_text_with_a_block_less_the_others_are_kept(body, data):
    if not body.blocks:
        return
    gone = data.draw(st.integers(0, len(body.blocks) - 1))
    fewer = Body((*body.blocks[:gone], *body.blocks[gone + 1 :]))
    states = [line.state for line in compared_bodies(body, fewer)]
    assert states.count(State.KEPT) == len(lines_of(fewer))
    assert set(states) <= {State.KEPT, State.REMOVED}


@given(bodies())
def test_a_text_has_nothing_different_from_itself(body):
    found = compare(Draft(item=BLANK, body=body), Draft(item=BLANK, body=body))
    assert found.is_empty
    assert summary(found) == ""


@given(bodies(), bodies())
def test_texts_that_show_no_difference_are_equal(old, new):
    found = compare(Draft(item=BLANK, body=old), Draft(item=BLANK, body=new))
    assert found.is_empty == (old.blocks == new.blocks)


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_matches_rise_in_both_and_are_equal(old, new):
    pairs = matches(old, new)
    assert all(old[place] == new[other] for place, other in pairs)
    assert pairs == sorted(set(pairs))
    others = [other for _, other in pairs]
    assert others == sorted(set(others))


def test_long_texts_are_matched_by_what_occurs_once():
    old = [number % 700 if number % 3 else f"once {number}" for number in range(3000)]
    new = [*old[:1000], "put in", *old[1000:2500]]
    assert len(matches(old, new)) == 2500


def test_a_word_that_was_replaced_stands_in_its_line():
    assert shown(
        "The first ferry left the quay on Monday.", "The second ferry left the old quay in May."
    ) == ["~The [-first][+second] ferry left the [+old ]quay [-on Monday][+in May]."]


def test_a_small_word_between_two_larger_changes_is_a_part_of_them():
    assert shown("yesterday at noon it rained", "tomorrow at midnight it rained") == [
        "~[-yesterday at noon][+tomorrow at midnight] it rained"
    ]


def test_words_that_are_bold_now_are_changed_not_replaced():
    (line,) = compared_bodies(read_markdown("four villages"), read_markdown("four **villages**"))
    assert line.parts == (
        (
            Run(State.KEPT, Text("four ")),
            Run(State.CHANGED, Text("villages", frozenset({Mark.STRONG}))),
        ),
    )


def test_chinese_is_compared_sign_by_sign():
    assert shown("他们在星期一到达城市。", "他们在星期五到达城市。") == [
        "~他们在星期[-一][+五]到达城市。"
    ]


def test_arabic_is_compared_word_by_word_with_its_vowel_signs():
    assert shown("غَادَرَتْ السفينة الميناء", "غَادَرَتْ العبّارة الميناء") == [
        "~غَادَرَتْ [-السفينة][+العبّارة] الميناء"
    ]


def test_a_paragraph_in_between_leaves_its_neighbours_as_they_are():
    assert shown("One.\n\nTwo.", "One.\n\nQuite another thing happened.\n\nTwo.") == [
        "One.",
        "+[+Quite another thing happened.]",
        "Two.",
    ]


def test_an_item_put_first_into_a_list_is_the_only_change():
    assert shown("1. Amara\n2. Bel Ket", "1. Cal Dor\n2. Amara\n3. Bel Ket") == [
        "+[+Cal Dor]",
        "Amara",
        "Bel Ket",
    ]


def test_a_paragraph_that_became_a_cross_head_keeps_its_words():
    (line,) = compared_bodies(read_markdown("What it costs"), read_markdown("## What it costs"))
    assert (line.state, line.line.kind) == (State.CHANGED, LineKind.CROSS_HEAD)
    assert line.was is not None
    assert line.was.kind is LineKind.PARAGRAPH
    assert marked(line.parts[0]) == "What it costs"


def test_a_cell_of_a_table_is_compared_in_its_row():
    table = "| A | B |\n| - | - |\n| one | {} |\n"
    assert shown(table.format("two three"), table.format("two four")) == [
        "A | B",
        "~one | two [-three][+four]",
    ]


def test_a_line_knows_what_it_stands_in_and_where_it_counts():
    lines = lines_of(read_markdown("> Words\n\n3. three\n4. four"))
    assert [(line.around[0].kind, line.number) for line in lines] == [
        (Around.QUOTE, 0),
        (Around.NUMBER, 3),
        (Around.NUMBER, 4),
    ]


def test_a_summary_names_fields_words_and_photos():
    old = draft("The first ferry left.\n", headline="Flood")
    new = draft(
        "The second ferry left at dawn.\n",
        headline="Floods",
        lead_figure=LeadFigure(src="media/a.jpg"),
    )
    assert summary(compare(old, new)) == "Headline; body +3 \N{MINUS SIGN}1 words; a photo"


def test_a_summary_counts_many_fields_and_says_the_status():
    new = draft(headline="a", standfirst="b", byline="c", rights="d")
    assert summary(compare(draft(), new)) == "4 fields"
    ready = draft(status=Status.READY)
    assert summary(compare(draft(), ready)) == "Status: ready"


def test_a_summary_says_what_is_no_word():
    assert summary(compare(draft("a b"), draft("a **b**"))) == "Formatting"
    assert summary(compare(draft("> a\n>\n> b"), draft("> a\n\n<!-- -->\n\n> b"))) != ""


def test_fields_are_told_in_words():
    old = draft(display_date=date(2026, 3, 2), tags=("ferries",), language="en-GB")
    new = draft(
        display_date=date(2026, 3, 4),
        tags=("ferries", "delta"),
        language="fr",
        contacts=(Contact(name="Lena Okafor", email="lena@example.org"),),
        embargo_until=NOW,
    )
    found = {change.name: marked(change.runs) for change in compare(old, new).fields}
    assert found == {
        "language": "[-English (United Kingdom)][+French]",
        "display_date": "[-2][+4] March 2026",
        "tags": "ferries[+, delta]",
        "embargo_until": "[+2 March 2026, 14:02 UTC]",
        "contacts": "[+Lena Okafor, lena@example.org]",
    }


def test_photos_that_came_went_and_say_something_else_are_named():
    old = draft(
        "![A quay](media/a.jpg)\n: Monday\n\n![Gone](media/b.jpg)\n",
        lead_figure=LeadFigure(src="media/l.jpg", alt="Boats"),
    )
    new = draft(
        "![A quay](media/a.jpg)\n: Tuesday\n\nWords\n\n![New](media/c.jpg)\n",
        lead_figure=LeadFigure(src="media/m.jpg", alt="Ships"),
    )
    photos = compare(old, new).photos
    assert [(photo.state, photo.src, photo.is_lead) for photo in photos] == [
        (State.CHANGED, "media/m.jpg", True),
        (State.CHANGED, "media/a.jpg", False),
        (State.REMOVED, "media/b.jpg", False),
        (State.ADDED, "media/c.jpg", False),
    ]
    assert photos[0].was_src == "media/l.jpg"
    assert [(label, marked(runs)) for label, runs in photos[1].words] == [
        ("Caption", "[-Monday][+Tuesday]")
    ]
