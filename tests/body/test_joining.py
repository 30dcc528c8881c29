"""Lists that meet become one list, in normal form as a whole."""

import pytest

from editor_app.body import read_markdown, write_markdown
from editor_app.body.normal import normalised
from editor_app.body.tree import (
    Body,
    Figure,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Separator,
    Text,
)

PHOTO = Paragraph((Image("a.jpg", "A"),), is_tight=True)
LOOSE = ListItem((Paragraph((Text("x"),)), Separator()))
TIGHT = ListItem((PHOTO,))


@pytest.mark.parametrize("around", [lambda *blocks: blocks, lambda *blocks: (Quote(blocks),)])
def test_a_photo_in_a_tight_item_is_a_figure_once_its_list_joins_a_loose_one(around):
    lists = (
        ListBlock(is_numbered=False, items=(LOOSE,)),
        ListBlock(is_numbered=False, items=(TIGHT,)),
    )
    tree = normalised(around(*lists))
    assert tree == around(
        ListBlock(is_numbered=False, items=(LOOSE, ListItem((Figure("a.jpg", "A"),))))
    )
    assert normalised(tree) == tree
    assert read_markdown(write_markdown(Body(tree))).blocks == tree
