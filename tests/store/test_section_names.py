"""The sections that items have are found whatever else the items are."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from editor_app.model.identity import ItemId
from editor_app.model.item import NewsItem
from editor_app.model.lists import ListKind
from editor_app.model.status import Status
from editor_app.store.library import Library
from editor_app.store.query import Field

NOW = datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["", "News", "news", "Statement", "Événement", "بيان"]),
        st.sampled_from(list(Status)),
        st.booleans(),
    ),
    max_size=12,
)


@given(wanted=ITEMS)
def test_every_section_is_named_once_in_whatever_status_its_items_are(wanted, tmp_path_factory):
    folder = tmp_path_factory.mktemp("sections") / "library"
    with Library.open(folder, clock=lambda: NOW) as library:
        library.items.add_many(
            NewsItem(
                id=ItemId(f"{number:026d}"),
                section=section,
                status=status,
                trashed_at=NOW if is_trashed else None,
            )
            for number, (section, status, is_trashed) in enumerate(wanted)
        )
        named = library.lists.spellings(ListKind.SECTION)
        assert sorted(named) == sorted({section for section, _, _ in wanted if section})
        assert library.items.known_values()[Field.SECTION] == named
