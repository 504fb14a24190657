"""Elements of a Word file by their local name: strict and usual files use other namespaces."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from ..refusals import ReadingRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element


# More than any plan takes; the tree of a part may need fifteen times as much memory.
MAX_PART = 24 * 1024 * 1024
#: Where the text of nearly all files stands, and what may stand beside it.
_USUAL_MAIN = "word/document.xml"
_USUAL_BESIDE = re.compile(r"word/([a-z]+)\d*\.xml$", re.IGNORECASE)


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


def main_part(archive: zipfile.ZipFile) -> str:
    """Return the name of the part with the text; Word for the web calls it otherwise."""
    found = _targets(archive, "", ("officeDocument",))
    return found[0] if found else _USUAL_MAIN


def related(archive: zipfile.ZipFile, name: str, kinds: tuple[str, ...]) -> list[str]:
    """Return the parts of these kinds that a part refers to, and those with usual names."""
    usual = (
        other
        for other in archive.namelist()
        if (match := _USUAL_BESIDE.match(other)) and match[1].lower() in kinds
    )
    return sorted({*_targets(archive, name, kinds), *usual})


def relations_of(archive: zipfile.ZipFile, name: str) -> list[_Element]:
    """Return what a part refers to; that of the whole file has an empty name."""
    folder, _slash, base = name.rpartition("/")
    root = part(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    return [] if root is None else list(children(root, "Relationship"))


def target_of(relation: _Element, name: str) -> str:
    """Return the name of the part that a relation of the part ``name`` leads to."""
    folder = posixpath.dirname(name)
    joined = posixpath.join("/", folder, relation.get("Target", ""))
    return posixpath.normpath(joined).lstrip("/")


def _targets(archive: zipfile.ZipFile, name: str, kinds: tuple[str, ...]) -> list[str]:
    return [
        target_of(relation, name)
        for relation in relations_of(archive, name)
        if relation.get("Type", "").rpartition("/")[2] in kinds
        and relation.get("TargetMode") != "External"
        and target_of(relation, name).endswith(".xml")
    ]


def name_of(element: _Element) -> str:
    """Return the local name; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: _Element, name: str) -> Iterator[_Element]:
    """Yield the child elements with a local name, of whichever edition of the format."""
    return element.iterchildren(f"{{*}}{name}")


def child(element: _Element | None, name: str) -> _Element | None:
    """Return the first child element with a local name."""
    for inner in element if element is not None else ():
        if name_of(inner) == name:
            return inner
    return None


def parts(element: _Element | None) -> dict[str, _Element]:
    """Return the first child element of each local name."""
    found: dict[str, _Element] = {}
    for inner in element if element is not None else ():
        found.setdefault(name_of(inner), inner)
    return found


def attribute(element: _Element | None, name: str) -> str | None:
    """Return an attribute by its local name."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None
