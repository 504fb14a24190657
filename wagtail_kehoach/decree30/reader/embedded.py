"""What a Word file holds besides its own text: other documents, objects, pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..refusals import ReadingRefused
from .ooxml import children, name_of, part

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

#: Word shows the text of these as if it stood in the file itself.
_DOCUMENTS = ("aFChunk", "subDocument")
#: Pictures of today and of older files, charts, and drawings such as SmartArt.
_PICTURES = ("{*}blip", "{*}imagedata", "{*}chart", "{*}relIds")
#: The picture of an object is counted with it; the second copy is for older programs.
_ELSEWHERE = ("object", "Fallback")


def refuse_documents_within(archive: zipfile.ZipFile) -> None:
    """Refuse a file that shows another document: its text, a secrecy mark too, is not read."""
    for name in archive.namelist():
        if not name.endswith(".rels"):
            continue
        root = part(archive, name)
        for relation in [] if root is None else children(root, "Relationship"):
            if relation.get("Type", "").rpartition("/")[2] in _DOCUMENTS:
                raise ReadingRefused("document-within", name)


def pictures_in(*roots: _Element) -> int:
    """Count the pictures and charts that the text and its page headers show."""
    shown = (found for root in roots for found in root.iter(*_PICTURES))
    return sum(not _is_elsewhere(found) for found in shown)


def objects_in(*roots: _Element) -> int:
    """Count what another program would open, such as a sheet of Excel."""
    return sum(1 for root in roots for _each in root.iter("{*}OLEObject"))


def _is_elsewhere(element: _Element) -> bool:
    return any(name_of(above) in _ELSEWHERE for above in element.iterancestors())
