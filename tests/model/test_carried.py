"""What an item carries of the managed lists, and how it is renamed there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.carried import carried, keys_in_records, renamer
from editor_app.model.fields import canonical_bytes, from_fields, to_fields
from editor_app.model.identity import ItemId
from editor_app.model.item import Boilerplate, Contact, NewsItem, Project, Publication
from editor_app.model.lists import ListKind, name_key

ITEM = NewsItem(id=ItemId("a"))
NAMES = st.sampled_from(["a", "A", " a", "b", "ß", "ss", "é", "", "  "])


def test_words_saved_before_a_field_came_have_the_same_bytes_still():
    item = replace(ITEM, projects=(Project(title="Ways"),), publications=(Publication(title="T"),))
    words = canonical_bytes(item)
    for later in (b"boilerplates", b"disclaimer", b"emblem", b"cover"):
        assert later not in words
    full = replace(
        item,
        boilerplates=(Boilerplate(name="About", text="We."),),
        projects=(Project(title="Ways", disclaimer="Not us.", emblem="media/x"),),
        publications=(Publication(title="T", cover="media/y"),),
    )
    assert from_fields(to_fields(full)) == full
    assert b"Not us." in canonical_bytes(full)


@pytest.mark.parametrize(
    ("kind", "item", "renamed"),
    [
        (ListKind.SECTION, {"section": "News"}, {"section": "Reports"}),
        (ListKind.TAG, {"tags": ("x", "news")}, {"tags": ("x", "Reports")}),
        (ListKind.TAG, {"tags": ("reports", "news")}, {"tags": ("reports",)}),
        (
            ListKind.CONTACT,
            {"contacts": (Contact(name="News", phone="1"), Contact(name="Reports"))},
            {"contacts": (Contact(name="Reports", phone="1"),)},
        ),
        (
            ListKind.PROJECT,
            {"projects": (Project(title="NEWS", donor="News"),)},
            {"projects": (Project(title="Reports", donor="News"),)},
        ),
        (
            ListKind.DONOR,
            {"projects": (Project(title="a", donor="news"), Project(title="b", donor="Reports"))},
            {
                "projects": (
                    Project(title="a", donor="Reports"),
                    Project(title="b", donor="Reports"),
                )
            },
        ),
        (
            ListKind.BOILERPLATE,
            {"boilerplates": (Boilerplate(name="News", text="We."),)},
            {"boilerplates": (Boilerplate(name="Reports", text="We."),)},
        ),
        (
            ListKind.PUBLICATION,
            {"publications": (Publication(title="News", size=3),)},
            {"publications": (Publication(title="Reports", size=3),)},
        ),
    ],
    ids=lambda value: value.value if isinstance(value, ListKind) else "",
)
def test_a_renamed_entry_is_renamed_where_items_carry_it(kind, item, renamed):
    rename = renamer(kind, ["news"], "Reports")
    assert rename(replace(ITEM, **item)) == replace(ITEM, **renamed)


@given(
    kind=st.sampled_from(list(ListKind)),
    held=st.lists(NAMES, max_size=5),
    old=st.lists(NAMES.filter(name_key), max_size=3),
)
def test_after_renaming_no_old_name_is_left_and_nothing_else_is_touched(kind, held, old):
    item = replace(
        ITEM,
        section=held[0] if held else "",
        tags=tuple(held),
        contacts=tuple(Contact(name=name) for name in held),
        projects=tuple(Project(title=name, donor=name) for name in held),
        boilerplates=tuple(Boilerplate(name=name) for name in held),
        publications=tuple(Publication(title=name) for name in held),
    )
    renamed = renamer(kind, old, "new")(item)
    keys = {name_key(name) for name in old}
    left = [name_key(name) for name in carried(renamed, kind)]
    assert not keys & set(left)
    assert ("new" in left) == bool(keys & {name_key(name) for name in carried(item, kind)})
    for other in set(ListKind) - {kind, ListKind.PROJECT, ListKind.DONOR}:
        assert carried(renamed, other) == carried(item, other)
    untouched = [name for name in carried(item, kind) if name_key(name) not in keys]
    assert [name for name in carried(renamed, kind) if name != "new"] == untouched
    assert {key for one, key in keys_in_records(renamed) if one is kind} <= set(left)
