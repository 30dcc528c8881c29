"""What the lines of a document must be, whatever was done to it: nothing half, nothing astray."""

from itertools import groupby

from editor_app.ui.editor.leaves import Kind

FIGURE = [Kind.PHOTO, Kind.CAPTION, Kind.CREDIT]
PULL_QUOTE = [Kind.PULL_TEXT, Kind.SPEAKER, Kind.ROLE]
_HOMES = {
    **dict.fromkeys(FIGURE[1:], "f"),
    **dict.fromkeys(PULL_QUOTE, "p"),
    Kind.BOX_TITLE: "b",
    Kind.GALLERY_TITLE: "g",
    Kind.ATTRIBUTION: "q",
}


def flaws(lines):
    """Return what is wrong with the lines of a document, as words."""
    leaves = [line.leaf for line in lines if line.leaf is not None]
    found = [f"{leaf.kind} astray" for leaf in leaves if _is_astray(leaf)]
    for size in range(1, max((len(leaf.path) for leaf in leaves), default=0) + 1):
        for path, group in groupby(leaves, key=lambda leaf, size=size: leaf.path[:size]):
            if len(path) == size:
                found += _flaws_of_container(path, list(group))
    return found


def _is_astray(leaf):
    home = _HOMES.get(leaf.kind)
    is_home = not home or (leaf.path and leaf.path[-1][0] == home)
    return not is_home or any(name[0] in "bplg" for name in leaf.path[1:])


def _flaws_of_container(path, leaves):
    kinds = [leaf.kind for leaf in leaves]
    match path[-1][0]:
        case "f" if kinds != FIGURE:
            yield f"figure of {kinds}"
        case "p" if kinds != PULL_QUOTE:
            yield f"pull quote of {kinds}"
        case "b" if kinds[0] is not Kind.BOX_TITLE or len(kinds) == 1:
            yield f"box of {kinds}"
        case "g" if kinds != [Kind.GALLERY_TITLE, *FIGURE * (len(kinds) // 3)] or len(kinds) == 1:
            yield f"gallery of {kinds}"
        case "q":
            places = [i for i, each in enumerate(leaves) if _is_attribution(each, path)]
            if places and (places != [len(leaves) - 1] or len(leaves) == 1):
                yield f"quote of {kinds}"


def _is_attribution(leaf, quote):
    return leaf.kind is Kind.ATTRIBUTION and leaf.path == quote
