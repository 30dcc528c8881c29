"""A site that is exported step by step is the one that is exported at once, byte for byte."""

import shutil
from dataclasses import dataclass, field
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.export.kit import ExportOptions, export_items
from editor_app.model.identity import ItemId
from editor_app.model.status import Status
from editor_app.store.library import Library
from tests.export.conftest import a_finished_item, clock, finished, tree

NUMBERS = st.integers(1, 4)
LINK = f"As [we wrote](item:{a_finished_item(1).id}).\n"
CHANGES = (
    {"headline": "Another headline"},
    {"body": "Other words.\n"},
    {"body": LINK},
    {"slug": "elsewhere"},
    {"section": "Feature"},
    {"display_date": date(2025, 12, 31)},
    {"translation_group": "g"},
    {"language": "ar", "translation_group": "g"},
    {"status": Status.WITHDRAWN},
    {"status": Status.PUBLISHED},
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), NUMBERS, st.sampled_from(CHANGES)),
        st.tuples(st.just("export"), st.sampled_from(["all", "changed", "one"]), NUMBERS),
        st.tuples(st.just("delete"), st.sampled_from(["atom.xml", "en-GB/index.html"]), NUMBERS),
    ),
    min_size=2,
    max_size=7,
)


@dataclass
class Site:
    """A library, the folder it is exported to, and what was asked of its items so far."""

    library: Library
    folder: object
    fields: dict = field(default_factory=dict)

    def change(self, number, more):
        known = self.fields.setdefault(number, {})
        slug = f"{more['slug']}-{number}" if "slug" in more else known.get("slug", f"s-{number}")
        known |= more | {"slug": slug}
        item = a_finished_item(number, **known)
        saved = self.library.items.save(item, over=known.get("version", 0))
        known["version"] = saved.version

    def export(self, what, number):
        item = ItemId(a_finished_item(number).id)
        ids = [item] if what == "one" and number in self.fields else None
        self.export_to(self.folder, ids, only_changed=what == "changed")

    def export_to(self, folder, ids=None, **options):
        options = ExportOptions(**options)
        finished(export_items(self.library, ids, to=folder, options=options, clock=clock))

    def delete(self, name, _number):
        (self.folder / name).unlink(missing_ok=True)


@pytest.fixture
def new(_new_library):
    return _new_library


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_step_by_step_gives_what_one_export_gives(new, tmp_path, numbers, steps):
    ground = tmp_path / str(next(numbers))
    (ground / "site" / "mine").mkdir(parents=True)
    (ground / "site" / "mine" / "notes.txt").write_text("mine")
    shutil.copytree(new, ground / "library")
    with Library.open(ground / "library", clock=clock) as library:
        site = Site(library, ground / "site")
        site.change(1, {})
        for what, *how in steps:
            getattr(site, what)(*how)
        site.export("all", 1)
        site.export_to(ground / "fresh")
    stepwise = tree(ground / "site")
    assert stepwise.pop("mine/notes.txt") == b"mine"
    del stepwise["mine"]
    assert stepwise == tree(ground / "fresh")
