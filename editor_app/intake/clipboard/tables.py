"""Tables of other programs as tables of ours, or as what they hold where they only lay out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType

from editor_app.body.normal import normalised_content
from editor_app.body.tree import Alignment, Block, Content, Mark, Paragraph, Table, Text
from editor_app.intake.clipboard.nodes import Node
from editor_app.intake.clipboard.reading import Reading
from editor_app.intake.clipboard.report import LeftOut
from editor_app.intake.clipboard.words import Manner, in_one_line, inlines, tidied, without_marks

_MOST_COLUMNS = 60
_MOST_ROWS = 5_000
MOST_CELLS = 1_000  # in one table: a window lays out about 2,000 in a second
_CELLS = frozenset({"td", "th"})
_WITH_WORDS = _CELLS | {"caption"}
_IN_A_TABLE = frozenset({"thead", "tbody", "tfoot", "tr", "caption"})
_IN_A_PART = MappingProxyType(
    {**dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"tr"})), "tr": _CELLS}
)
_ALIGNMENTS = {"right": Alignment.RIGHT, "end": Alignment.RIGHT, "center": Alignment.CENTRE}


def take_loose(table: Node) -> Node:
    """Take what stands in a table but in no cell out of it, as browsers do; return it."""
    loose = Node("div", parent=table.parent)
    waiting = [(table, _IN_A_TABLE)]
    while waiting:
        part, allowed = waiting.pop()
        kept: list[Node | str] = []
        for child in part.children:
            if isinstance(child, str):
                is_kept = not child.strip()
            else:
                is_kept = child.tag in allowed
                if is_kept and child.tag not in _WITH_WORDS:
                    waiting.append((child, _IN_A_PART[child.tag]))
                if child.tag == "caption":
                    allowed -= {"caption"}
            (kept if is_kept else loose.children).append(child)
        part.children = kept
    return loose


def rows_of(table: Node) -> list[Node]:
    """Return the rows of a table, without those of tables inside it, the head first."""
    found = list(islice(_rows(table), _MOST_ROWS))
    heads = [row for row in found if row.parent is not None and row.parent.tag == "thead"]
    return [*heads, *(row for row in found if row not in set(heads))]


def _rows(node: Node) -> Iterator[Node]:
    for child in node.elements():
        if child.tag == "tr":
            yield child
        elif child.tag not in {"caption", "table"}:
            yield from _rows(child)


def cells_of(row: Node) -> list[Node]:
    """Return the cells of a row."""
    return [cell for cell in row.elements() if cell.tag in _CELLS]


def lays_out(table: Node, rows: Sequence[Node]) -> bool:
    """Whether a table only lays out what it holds: one column, or tables of its own inside."""
    if table.get("role") in {"presentation", "none"}:
        return True
    widest = max((len(cells_of(row)) for row in rows), default=0)
    has_tables = any(node.tag == "table" for row in rows for node in row.walk())
    has_blocks = any(n.tag in {"h1", "h2", "h3", "ul", "ol", "hr"} for r in rows for n in r.walk())
    return widest == 1 and (len(rows) == 1 or has_tables or has_blocks)


@dataclass(slots=True)
class _Cell:
    """A cell where it begins; what it covers besides is empty."""

    content: Content = ()
    is_head: bool = False
    alignment: Alignment = Alignment.NONE


def read_table(table: Node, rows: Sequence[Node], manner: Manner, reading: Reading) -> Table | None:
    """Return a table with as many cells in each row; merged cells are split."""
    grid = _grid(rows, manner, reading)
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    held = [[row.get(column, _Cell()) for column in range(width)] for row in grid]
    held = [row for row in held if any(cell.content for cell in row)]
    used = [column for column in range(width) if any(row[column].content for row in held)]
    lines = [[row[column] for column in used] for row in held]
    if not lines or not used:
        return None
    caption = next((node for node in table.elements() if node.tag == "caption"), None)
    return Table(
        tuple(_common(row[column].alignment for row in lines) for column in range(len(used))),
        tuple(without_marks(cell.content, Mark.STRONG) for cell in lines[0]),
        tuple(tuple(cell.content for cell in row) for row in lines[1:]),
        _caption(caption, manner, reading) if caption is not None else (),
        has_header_column=len(lines) > 1 and all(row[0].is_head for row in lines[1:]),
    )


def bearable_table(table: Table, reading: Reading) -> Iterator[Block]:
    """Yield a table as long as a window can lay out; its further rows follow as lines."""
    most = max(1, MOST_CELLS // len(table.alignments))
    yield replace(table, rows=table.rows[:most])
    if len(table.rows) > most:
        reading.leave_out(LeftOut.LONG_TABLE)
    for row in table.rows[most:]:
        words = [piece for cell in row for piece in (Text(" | "), *cell)]
        yield Paragraph(in_one_line(words[1:]))


def _caption(node: Node, manner: Manner, reading: Reading) -> Content:
    return in_one_line(inlines(node.children, manner.inside(node, reading), reading))


def _grid(rows: Sequence[Node], manner: Manner, reading: Reading) -> list[dict[int, _Cell]]:
    """Return the cells of rows by their columns; cells from above push others to the right."""
    grid: list[dict[int, _Cell]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        inside = manner.inside(row, reading)
        for cell in cells_of(row):
            while column in grid[number]:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            across = min(_span(cell, "colspan"), _MOST_COLUMNS - column)
            down = min(_span(cell, "rowspan"), len(rows) - number)
            if across * down > 1:
                reading.leave_out(LeftOut.MERGED_CELL)
            for below in grid[number : number + down]:
                for covered in range(column, column + across):
                    below[covered] = _Cell()
            grid[number][column] = _cell(cell, inside, reading)
            column += across
    return grid


def _span(cell: Node, name: str) -> int:
    value = cell.get(name).strip()
    return max(1, min(int(value), 1000)) if value.isdecimal() and len(value) < 6 else 1  # noqa: PLR2004 - digits


def _cell(node: Node, manner: Manner, reading: Reading) -> _Cell:
    inside = manner.inside(node, reading)
    for each in node.walk():
        if each.tag == "table":
            reading.leave_out(LeftOut.NESTED_TABLE)
            for cell in each.walk():
                if cell.tag in _CELLS:
                    cell.children.append(" ")
    for number, item in enumerate(each for each in node.walk() if each.tag == "li"):
        item.children.insert(0, _marker(item, number))
    content = tidied(inlines(node.children, inside, reading))
    if node.tag == "th":
        content = without_marks(content, Mark.STRONG)
    return _Cell(normalised_content(content), node.tag == "th", _alignment(node, reading))


def _marker(item: Node, number: int) -> str:
    is_numbered = item.parent is not None and item.parent.tag == "ol"
    return f"{number + 1}. " if is_numbered else "• "


def _alignment(cell: Node, reading: Reading) -> Alignment:
    for node in (cell, *islice(cell.elements(), 1)):
        said = reading.style(node).get("text-align") or node.get("align")
        if said:
            return _ALIGNMENTS.get(said.strip().lower(), Alignment.NONE)
    return Alignment.NONE


def _common(alignments: Iterator[Alignment]) -> Alignment:
    counted = Counter(alignments)
    most, number = counted.most_common(1)[0]
    return most if 2 * number > counted.total() else Alignment.NONE
