"""Elements of a Word file by their local name: strict and usual files use other namespaces."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from ..parts import ReadingRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


# The text of a thousand pages; its tree takes several times as much memory.
MAX_PART = 40 * 1024 * 1024


def parse(data: bytes) -> _Element:
    """Return the root element; entities are never expanded, nothing is fetched."""
    from lxml import etree  # noqa: PLC0415 -- slow import

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadingRefused("corrupt", str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise ReadingRefused("corrupt", "a document type declaration in Word XML")
    return root


def part(archive: zipfile.ZipFile, name: str) -> _Element | None:
    """Return the root of a part of the archive, if it is there."""
    try:
        if archive.getinfo(name).file_size > MAX_PART:
            raise ReadingRefused("bomb", name)
        data = archive.read(name)
    except KeyError:
        return None
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as error:
        raise ReadingRefused("corrupt", str(error)) from error
    return parse(data)


def name_of(element: _Element) -> str:
    """Return the local name; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: _Element, name: str) -> Iterator[_Element]:
    """Yield the child elements with a local name, of whichever edition of the format."""
    return element.iterchildren(f"{{*}}{name}")


def child(element: _Element | None, name: str) -> _Element | None:
    """Return the first child element with a local name."""
    return None if element is None else next(children(element, name), None)


def attribute(element: _Element | None, name: str) -> str | None:
    """Return an attribute by its local name."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None
