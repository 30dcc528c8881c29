"""Lines under a figure, a quote or a table: who or what it is about."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable

_LINE_ENDS = re.compile(r"[ ]*\n[ ]*")


def on_one_line(text: str) -> str:
    """Return text, which may be typed over several lines, on one."""
    return _LINE_ENDS.sub(" ", text.strip(" \n"))


def add_lines(parent: ET.Element, lines: Iterable[tuple[str, str | None]]) -> None:
    """Add a ``<figcaption>`` to parent with the lines that say something, each with its class."""
    said = [(name, line.strip(" ")) for name, line in lines if line]
    if not said:
        return
    caption = ET.SubElement(parent, "figcaption")
    for name, line in said:
        span = ET.SubElement(caption, "span", {"class": name})
        span.text = line
        span.tail = " "
