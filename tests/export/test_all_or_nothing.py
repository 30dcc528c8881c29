"""An export that does not come to its end leaves the folder as it was; any items have a place."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.export.errors import ExportError


def actions(report):
    return Counter(action for _, action in report.files)


def test_cancelling_at_any_step_leaves_the_folder_as_it_was(save, steps, site, lead, files_in):
    save(1, lead_figure=lead())
    item = save(2)
    total = sum(1 for _ in steps())
    save(2, headline="Changed", version=item.version)
    save(3)
    before = files_in(site)
    total = 6  # three items, before and after the lists
    for stop in range(1, total):
        running = steps()
        for _ in range(stop):
            next(running)
        staged = site / ".standfirst-staging"
        assert staged.exists(), "without staging there would be nothing to take back"
        running.close()
        assert files_in(site) == before


def test_cancelling_the_first_export_leaves_no_folder(save, steps, tmp_path):
    save(1)
    running = steps(to=tmp_path / "new" / "site")
    next(running)
    running.close()
    assert not (tmp_path / "new").exists()


def test_a_rehearsal_says_what_would_happen_and_does_nothing(save, export, steps, site, lead):
    save(1, lead_figure=lead())
    rehearsed = export(is_rehearsal=True)
    assert not site.exists()
    real = export()
    assert rehearsed.files == real.files
    assert [one.change for one in rehearsed.items] == [one.change for one in real.items]
    assert [one.item_id for one in rehearsed.items] == [one.item_id for one in real.items]
    assert set(actions(export(is_rehearsal=True))) == {"kept"}


def test_two_exports_to_one_folder_do_not_mix(save, steps, site):
    save(1)
    first = steps()
    next(first)
    with pytest.raises(ExportError, match="Another export"):
        next(steps())
    first.close()
    assert not site.exists()


def test_an_unknown_kind_is_refused(export):
    with pytest.raises(ExportError, match="pdf"):
        export(kinds=("pdf",))


SLUGS = st.text("ab-./\\~ :Ä\0", max_size=6) | st.sampled_from(["con", "nul", "../x", "a", "A"])
TAGS = st.sampled_from(["en-GB", "EN-gb", "fr", "../..", "", "con"])


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(items=st.lists(st.tuples(SLUGS, TAGS), min_size=1, max_size=5))
def test_any_items_lie_inside_the_folder_each_in_a_place_of_its_own(
    save, export, tmp_path, numbers, items
):
    target = tmp_path / f"site-{next(numbers)}"
    saved = [save(next(numbers), slug=slug, language=tag) for slug, tag in items]
    outside = {path for path in tmp_path.iterdir() if path != target}
    report = export(*(item.id for item in saved), to=target)
    paths = [path for path, _ in report.files if not path.startswith("archive/")]
    page_paths = [path for path in paths if path.count("/") > 1]
    assert len({path.casefold() for path in page_paths}) == len(items)
    assert all((target / path).resolve().is_relative_to(target) for path in page_paths)
    assert {path for path in tmp_path.iterdir() if path != target} == outside
    again = export(*(item.id for item in saved), to=target)
    assert set(actions(again)) == {"kept"}
