"""XMP packets as properties: untrusted XML, and RDF in all the ways it can be written."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import NamedTuple

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from typing_extensions import override

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "cc": "http://creativecommons.org/ns#",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
}

_OLD_CC = "{http://web.resource.org/cc/}"
_RDF = f"{{{NAMESPACES['rdf']}}}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CONTAINERS = (f"{_RDF}Alt", f"{_RDF}Seq", f"{_RDF}Bag")
_MAX_MARKS, _MAX_ATTRIBUTES = 100_000, 30_000
_MAX_DEPTH = 100
_MAX_VALUES = 100
_MAX_MENDED = 256 * 1024
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NO_CHARACTER = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcBC]|[01][e-fE-F]|1[0-9a-dA-D]));"
)


class XmpDamagedError(ValueError):
    """A packet is no XMP, or not of a kind that may be read."""


class Value(NamedTuple):
    """A text, and the language it says it is in."""

    text: str
    language: str = ""


Properties = dict[str, ET.Element]


class _BoundedBuilder(ET.TreeBuilder):
    """Builds a tree that is not deep."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    @override
    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise XmpDamagedError
        return super().start(tag, attrs)

    @override
    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def properties_in(packet: bytes) -> Properties:
    """Return the properties of a packet by name; the first that says something counts.

    Raises:
        XmpDamagedError: packet is no XMP, declares entities, or is too deep.
    """
    root = _root(packet)
    properties: Properties = {}
    for rdf in root.iter(f"{_RDF}RDF"):
        for node in rdf:
            for name, element in _members(node):
                properties.setdefault(name.replace(_OLD_CC, f"{{{NAMESPACES['cc']}}}"), element)
    return properties


def named(prefixed: str) -> str:
    """Return the name of a property (``dc:title``) with its namespace in full."""
    prefix, _, name = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"


def values_of(element: ET.Element) -> tuple[Value, ...]:
    """Return the texts of a property: of its alternatives, of its list, or its only one."""
    inherited = element.get(_LANGUAGE, "")
    values = (
        Value(_text(one), one.get(_LANGUAGE, inherited)) for one in _entries(element)[:_MAX_VALUES]
    )
    return tuple(value for value in values if value.text.strip())


def structures_of(element: ET.Element) -> Iterator[Properties]:
    """Return the members of each structure that a property holds."""
    for entry in _entries(element)[:_MAX_VALUES]:
        nodes = entry.findall(f"{_RDF}Description") or [entry]
        yield dict(_members(nodes[0]))


def _root(packet: bytes) -> ET.Element:
    try:
        return _parsed(packet)
    except ET.ParseError as error:
        if len(packet) > _MAX_MENDED:
            raise XmpDamagedError from error
    text = packet.replace(b"\0", b"").decode("utf-8", "replace")
    inner = text[text.find("<") : text.rfind(">") + 1]
    try:
        return _parsed(_NO_CHARACTER.sub("", _NOT_XML.sub("", inner)).encode())
    except ET.ParseError as error:
        raise XmpDamagedError from error


def _parsed(packet: bytes) -> ET.Element:
    if packet.count(b"<") > _MAX_MARKS or packet.count(b"=") > _MAX_ATTRIBUTES:
        raise XmpDamagedError
    parser = DefusedXMLParser(target=_BoundedBuilder(), forbid_dtd=True)
    try:
        parser.feed(packet)
        root: ET.Element = parser.close()
    except (DefusedXmlException, LookupError, ValueError) as error:  # an encoding nobody knows
        raise XmpDamagedError from error
    return root


def _members(node: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    for name, text in node.attrib.items():
        if not name.startswith((_RDF, "{http://www.w3.org/XML/1998/namespace}")) and text.strip():
            element = ET.Element(name)
            element.text = text
            yield name, element
    for element in node:
        if len(element) or element.attrib or (element.text or "").strip():
            yield element.tag, element


def _entries(element: ET.Element) -> list[ET.Element]:
    container = next((child for child in element if child.tag in _CONTAINERS), None)
    return [element] if container is None else container.findall(f"{_RDF}li")


def _text(element: ET.Element) -> str:
    """Return a value's text: plain, with qualifiers around it, or the address it refers to."""
    node = element.find(f"{_RDF}Description")
    node = element if node is None else node
    value = node.find(f"{_RDF}value")
    if value is not None:
        return "".join(value.itertext())
    text = "".join(node.itertext())
    if text.strip():
        return text
    attributes = (f"{_RDF}value", f"{_RDF}resource", f"{_RDF}about")
    return next(
        (one.get(name, "") for one in (element, node) for name in attributes if one.get(name)), ""
    )
