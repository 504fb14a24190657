"""Which kind of file this is, by its content, and whether it is safe to open."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from pathlib import PurePath

from ..refusals import ReadingRefused
from .web import is_web_page

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
# All that is read as XML: each part of it is gone through.
MAX_XML = 32 * 1024 * 1024
MAX_RATIO = 150
MAX_ENTRIES = 2000
# Small parts of white space pack very well and harm nobody.
RATIO_MATTERS_FROM = 10 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = re.compile(r"(?:^|/)vbaProject\w*\.bin$", re.IGNORECASE)
#: What Word calls a file or part with macros, whatever the names in the archive are.
_MACRO_TYPES = re.compile(rb"macroEnabled|vnd\.ms-office\.vbaProject", re.IGNORECASE)
#: Every text of LibreOffice may have an empty library, which is a list alone.
_SCRIPT = re.compile(r"^(?:Basic/[^/]+/(?!script-l[bc]\.xml$)[^/]+|Scripts/.*[^/])$")
_TEXT_NAMES = {"", ".txt", ".text", ".md"}


def name_to_show(name: str) -> str:
    """Return the name of a file without its folder, and with nothing that is no letter.

    What a terminal would obey or a database cannot keep is shown as a question mark.
    """
    base = unicodedata.normalize("NFC", PurePath(name).name)
    return "".join(char if char.isprintable() else "?" for char in base)


def kind_of_file(name: str, data: bytes, max_bytes: int = MAX_BYTES) -> str:
    """Return ``docx``, ``odt``, ``doc``, ``pdf`` or ``text``; refuse anything else."""
    if len(data) > max_bytes:
        raise ReadingRefused("too-large", f"{len(data)} bytes")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ReadingRefused("empty")
    if data.startswith(b"PK"):
        return _kind_of_archive(data)
    if data.startswith(_OLE):
        return _kind_of_compound(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "doc"
    return _kind_of_text(name, data)


def _kind_of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            why_not_unpack(archive)
            names = set(archive.namelist())
            return _kind_by_entries(archive, names)
    except ReadingRefused:
        raise
    except Exception as error:
        raise ReadingRefused("corrupt", str(error)) from error


def _kind_by_entries(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "[Content_Types].xml" in names:
        types = archive.read("[Content_Types].xml")
        if b"wordprocessingml" in types:
            if macros := next(filter(_MACROS.search, names), None):
                raise ReadingRefused("macros", macros)
            if _MACRO_TYPES.search(types):
                raise ReadingRefused("macros", "a content type")
            return "docx"
    if "mimetype" in names:
        mimetype = archive.read("mimetype").strip()
        if mimetype == b"application/vnd.oasis.opendocument.text":
            _refuse_in_odt(archive, names)
            return "odt"
    raise ReadingRefused("wrong-type", "an archive that is no text document")


def _refuse_in_odt(archive: zipfile.ZipFile, names: set[str]) -> None:
    """Refuse a text of LibreOffice with a password or macros."""
    manifest = "META-INF/manifest.xml"
    whole = "encrypted-package" in names
    if whole or (manifest in names and b"encryption-data" in archive.read(manifest)):
        raise ReadingRefused("encrypted")
    if any(map(_SCRIPT.match, names)):
        raise ReadingRefused("macros")


def why_not_unpack(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that would unpack to more than a document ever holds.

    The directory of the archive is believed here: ``zipfile`` stops reading an entry at
    the size its directory gives.
    """
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise ReadingRefused("bomb", f"{len(entries)} entries, {unpacked} bytes")
    xml = sum(entry.file_size for entry in entries if _is_xml(entry.filename))
    if xml > MAX_XML:
        raise ReadingRefused("bomb", f"{xml} bytes of XML")
    if unpacked > RATIO_MATTERS_FROM and unpacked / packed > MAX_RATIO:
        raise ReadingRefused("bomb", f"ratio {unpacked // packed}")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise ReadingRefused("encrypted")


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _kind_of_compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadingRefused("encrypted")
    if "WordDocument".encode("utf-16-le") not in data:
        raise ReadingRefused("wrong-type", "a compound file that is no Word document")
    # The Word stream usually follows the file header; bit 8 of its flags is encryption.
    word = data[512:524]
    if word[:2] == b"\xec\xa5" and int.from_bytes(word[10:12], "little") & 0x0100:
        raise ReadingRefused("encrypted")
    return "doc"


def _kind_of_text(name: str, data: bytes) -> str:
    if is_web_page(data):
        raise ReadingRefused("web-page")
    suffix = PurePath(name).suffix.lower()
    if suffix not in _TEXT_NAMES:
        raise ReadingRefused("wrong-type", f"no {suffix} file")
    if _is_binary(data):
        raise ReadingRefused("wrong-type", "binary data")
    return "text"


def _is_binary(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    sample = data[:65536]
    odd = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in sample)
    return odd > 0.02 * len(sample)
