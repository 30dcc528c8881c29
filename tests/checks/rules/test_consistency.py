import pytest

from editor_app.body.tree import Body, Footnote, Paragraph, Text
from tests.checks.rules.one_rule import found, paragraphs, report


def test_asylum_seekers_are_written_in_one_way():
    body = paragraphs("Asylum seekers came.", "More asylum-seekers and an asylum-seeker came.")
    (one,) = report("asylum-seeker-mixed", body)
    assert [(change.place.name, change.act.text) for change in one.fix.changes] == [
        ("body[0]", "-")
    ]
    assert not report("asylum-seeker-mixed", paragraphs("Asylum seekers and an asylum seeker."))
    assert not report("asylum-seeker-mixed", "Asylum seekers.\n\n> An asylum-seeker\n")


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("She was born in Kosovo and Kosovo* again.", True),
        ("She was born in Kosovo* and left Kosovo.", False),
        ("She was born in Pristina.", False),
    ],
)
def test_kosovo_has_a_note_where_it_comes_first(text, is_found):
    assert bool(found("kosovo-note", text)) is is_found


def test_a_note_of_the_text_is_one_too():
    note = Footnote((Text("Under resolution 1244."),))
    assert not report("kosovo-note", Body((Paragraph((Text("In Kosovo"), note, Text("."))),)))
