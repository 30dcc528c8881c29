"""Ids of items."""

import uuid

from editor_app.model.identity import new_item_id


def test_an_id_is_a_version_7_uuid_that_carries_its_moment(now):
    made = uuid.UUID(new_item_id(now))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(now.timestamp() * 1000)


def test_two_ids_of_one_moment_differ(now):
    assert len({new_item_id(now) for _ in range(1000)}) == 1000
