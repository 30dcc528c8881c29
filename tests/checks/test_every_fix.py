"""Every fix of every rule, over texts put together from flaws: it mends its place and no other."""

from datetime import UTC, date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.body import read_markdown, write_markdown
from editor_app.checks.applying import all_of_kind, mended
from editor_app.checks.engine import Checker
from editor_app.checks.examining import examined
from editor_app.checks.fields import first_name
from editor_app.model.identity import ItemId
from editor_app.model.item import LeadFigure, NewsItem

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
LANGUAGES = ("en-GB", "en-US", "fr", "fr-CH", "de", "es", "ru", "ar")
PIECES = (
    "The first  ferry left.",
    "It left left on Monday ,with \"two\" boats and 'one' captain.",
    'She said "yes" \u2013 and he said “no”.',
    "A hour later - so they say -- the 10-14 boats were gone.",
    "CafÃ© and donâ€™t are broken here.",
    "Open 5 % of the time; 1,000 people and 1.000 people came.",
    "See [the plan](https://example.org/p?utm_source=mail&id=3) now.",
    "See [the map](http://example.org/map) and [click here](https://example.org//x).",
    "Write to [us](mailto:info@example.org ) soon.",
    "Go to https://example.org/page?fbclid=123.",
    "**What comes next**",
    "Loading...",
    "Read more",
    "UNICEF AND THE MINISTRY OPEN SCHOOLS today.",
    "An illegal migrant came in a wave of refugees.",
    "Soft\u00adhyphen, zero\u200bwidth, and a tab\there.",
    "Le président : « oui » ! Vraiment ?",
    'Il a dit "non" ; 50 % des gens sont venus.',
    'Er sagte "nein" und ging um 10-14 Uhr.',
    'Она сказала "нет" - и ушла.',
    'قال "نعم" ,ثم ذهب.',
    "On Monday 5 March 2026, and on 05 March 2026 again.",
    "## A heading:",
    "#### A deep one.",
    '> Quoted  words with "marks".\n>\n> -- Ana Kovač',
    "* one  item\n* two -- items",
    '| a  | b |\n|---|---|\n| 1,000 | "two" |',
    'Words with a note.^[The  note says "so".]',
    "![A quay](media/ab/none.jpg)\n: A  caption\n:: Photo: Jane  Doe",
    '*Marked  words* and **strong "ones"** stand  here.',
    "The World Health Organization (WHO) met. The World Health Organization (WHO) left.",
    "They organise and organize per cent and 5%.",
)
FIELDS = (
    "",
    "Project News: Ferries  run",
    "FERRIES RUN IN THE WHOLE DELTA.",
    "The first  ferry left.",
    'Ferries "run" - at last.',
)

texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=7, unique=True)
items = st.builds(
    lambda language, headline, standfirst, alt, body: NewsItem(
        id=ItemId("one"),
        language=language,
        section="Project News",
        headline=headline,
        standfirst=standfirst,
        display_date=date(2026, 3, 2),
        lead_figure=LeadFigure(src="media/ab/lead.jpg", alt=alt, credit="Jane  Doe"),
        body="\n\n".join(body),
    ),
    st.sampled_from(LANGUAGES),
    st.sampled_from(FIELDS),
    st.sampled_from((*FIELDS, "It left left on Monday.")),
    st.sampled_from(("", "photo of a boat", "A boat at the quay")),
    texts,
)
checker = Checker()


def look(item, body):
    report = checker.run(examined(item, body, now=NOW))
    assert report.failed == ()
    return report.findings


def blocks_touched(fix):
    return {change.place.block[0] for change in fix.changes if change.place.is_in_body}


def fields_touched(fix):
    return {first_name(change.place.field) for change in fix.changes if not change.place.is_in_body}


def untouched(body, numbers):
    return [block for number, block in enumerate(body.blocks) if number not in numbers]


@given(items)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_fix_changes_its_place_alone_and_silences_its_rule_there(item):
    body = read_markdown(item.body)
    findings = look(item, body)
    for finding in findings:
        if finding.fix is None:
            continue
        after = mended(item, body, finding.fix)
        assert after.fields == fields_touched(finding.fix), finding
        for name in ("headline", "standfirst", "lead_figure", "tags", "countries", "slug"):
            if name not in after.fields:
                assert getattr(after.item, name) == getattr(item, name)
        rest = untouched(body, blocks_touched(finding.fix))
        kept = [block for block in after.body.blocks if block in rest]
        assert len(kept) >= len(rest), finding
        written = read_markdown(write_markdown(after.body))
        assert written.blocks == after.body.blocks, finding
        again = look(after.item, after.body)
        same = [one for one in again if one.rule == finding.rule]
        before = [one for one in findings if one.rule == finding.rule]
        assert len(same) < len(before), (finding, same)


@given(items)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_mending_kind_after_kind_comes_to_an_end_and_never_adds_what_blocks(item):
    body = read_markdown(item.body)
    findings = look(item, body)
    blocking = sum(one.level == "blocks" for one in findings)
    for _ in range(60):
        rule = next((one.rule for one in findings if one.fix is not None), None)
        if rule is None:
            break
        fix = all_of_kind(findings, rule)
        assert fix is not None
        after = mended(item, body, fix)
        item, body = after.item, after.body
        findings = look(item, body)
    assert not any(one.fix for one in findings), [one for one in findings if one.fix]
    assert sum(one.level == "blocks" for one in findings) <= blocking
