"""Photos as cameras make them: turned upright, made smaller, freed of what they tell.

Pure: bytes in, bytes out. A camera writes into a photo where it was taken, when, and with
which phone; Wagtail keeps the original and copies that data into its renditions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import IO

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.PngImagePlugin import PngImageFile

#: The longest side that is kept: twice what the widest page of ours shows.
LONGEST = 2560
QUALITY = 88
HEIC = ("heic", "heif")
#: Most phones write JPEG; MPO is a JPEG with a second picture of the same moment inside.
PHOTOS = ("JPEG", "MPO", "PNG", "WEBP", "HEIF", "HEIC")
#: More is not drawn: it would take 240 MB. JPEG is read at a smaller size, so larger ones pass.
MOST_PIXELS = 60_000_000
GPS = 0x8825
#: Where the formats that people upload keep data about the photo.
TELLING = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment")
#: As phones, cameras and messengers count or date their photos: *IMG_2034*, *z5123…*.
_COUNTED = re.compile(
    r"(?:img|image|dsc[a-z]?|dji|gopr|mvimg|pxl|photo|screenshot|received|fb_img|zalo|z|p)?"
    r"[ _-]*\d[\d _().~-]{3,}(?:[a-f\d_ -]*|[_ -]?(?:wa|burst|portrait|edited|hdr|mp|night)\w*)"
)


@dataclass(frozen=True)
class Photo:
    """A photo ready to be stored, and the extension that its file gets."""

    data: bytes
    extension: str


def is_heic(name: str) -> bool:
    """Whether a file of this ``name`` comes from an iPhone that saves in its own format."""
    return name.lower().endswith(tuple(f".{extension}" for extension in HEIC))


def is_counted(name: str) -> bool:
    """Whether a camera or messenger gave a file this ``name``, which says nothing then."""
    return bool(_COUNTED.fullmatch(PurePath(name).stem.lower()))


def made_ready(file: IO[bytes]) -> Photo | None:
    """The photo in ``file`` as it may be stored; ``None`` if it may stay as it is.

    Drawings, animations, and what is no picture stay as they are. Of a series from an
    iPhone the picture is kept that the phone shows.
    """
    image = _opened(file)
    if image is None:
        return None
    double = image.format == "MPO"
    heic = image.format in ("HEIF", "HEIC")
    if getattr(image, "n_frames", 1) > 1 and not (double or heic):
        return None
    if not (heic or double or max(image.size) > LONGEST or _tells(image)):
        return None
    return _drawn(image)


def redrawn(file: IO[bytes]) -> Photo | None:
    """The photo in ``file`` drawn anew, whatever it is; ``None`` if it is no photo.

    For files of strangers: of what they sent only the picture is kept.
    """
    image = _opened(file)
    if image is None or image.format not in PHOTOS:
        return None
    image.draft("RGB", (LONGEST, LONGEST))
    if image.width * image.height > MOST_PIXELS:
        return None
    try:
        return _drawn(image)
    except (OSError, SyntaxError, ValueError, EOFError):
        return None


def small(file: IO[bytes], side: int) -> bytes:
    """An upright JPEG of the picture in ``file``, ``side`` pixels at most."""
    _learn_heic()
    image = Image.open(file)
    image.draft("RGB", (side, side))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((side, side))
    return _saved(upright, "JPEG", None)


def _drawn(image: Image.Image) -> Photo:
    photo = image.format in ("HEIF", "HEIC", "MPO")
    kind = "JPEG" if photo else str(image.format)
    profile = image.info.get("icc_profile")
    # In its place: a second copy of a large picture is not needed.
    ImageOps.exif_transpose(image, in_place=True)
    image.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=1.5)
    return Photo(_saved(image, kind, profile), _extension(kind))


def tells_where(file: IO[bytes]) -> bool:
    """Whether the photo in ``file`` says where it was taken. Reads its head only."""
    image = _opened(file)
    if image is None:
        return False
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    said = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    return bool(image.getexif().get_ifd(GPS)) or b"GPSLatitude" in said


def _tells(image: Image.Image) -> bool:
    """Whether anything but the picture is in the file: data of a camera, any text.

    PNG keeps texts under whatever key, behind the picture too, so such a file is read;
    a damaged one says nothing that could be read, and is left alone.
    """
    if any(image.info.get(name) for name in TELLING):
        return True
    try:
        said = image.text if isinstance(image, PngImageFile) else {}
        return bool(said or len(image.getexif()))
    except (OSError, SyntaxError, ValueError, EOFError):
        return False


def _opened(file: IO[bytes]) -> Image.Image | None:
    _learn_heic()
    file.seek(0)
    try:
        return Image.open(file)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None


def _learn_heic() -> None:
    try:
        from pillow_heif import register_heif_opener  # noqa: PLC0415 -- optional dependency
    except ImportError:
        return
    register_heif_opener()


def _saved(image: Image.Image, kind: str, profile: bytes | None) -> bytes:
    """The picture alone: nothing of ``image.info`` but how its colours are meant."""
    image.info = {}
    if kind == "JPEG" and image.mode not in ("RGB", "L", "CMYK"):
        image = image.convert("RGB")
    options = {} if kind in ("PNG", "GIF") else {"quality": QUALITY}
    if profile:
        options["icc_profile"] = profile
    stored = BytesIO()
    image.save(stored, kind, **options)
    return stored.getvalue()


def _extension(kind: str) -> str:
    return {"JPEG": "jpg"}.get(kind, kind.lower())
