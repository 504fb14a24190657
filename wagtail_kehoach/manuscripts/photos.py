"""Whether a picture of a Word file can be shown on a page, and how it is seen there."""

from __future__ import annotations

import hashlib
import io
import warnings
import zipfile
from typing import TYPE_CHECKING

from .parts import Photo
from .pictures import WHOLE, Picture

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 64_000_000
#: Thirty photos of a telephone. A plain picture packs so well that the file tells nothing.
MOST_PIXELS_IN_ALL = 400_000_000
#: What is smaller is a bullet, a line or a logo: in pixels, and on paper (36,000 a millimetre).
FEWEST_PIXELS = 64
SMALLEST = 8 * 36_000
#: What browsers show, by Pillow's name; a photo of some telephones is an ``MPO``.
EXTENSIONS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}
_VECTORS = (".emf", ".wmf", ".svg", ".emz", ".wmz")
_ROTATE = ("ROTATE_270", "ROTATE_180", "ROTATE_90")


class Album:
    """Takes the pictures of one file, each once."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.known: set[tuple[bytes, tuple[int, ...]]] = set()
        self.pixels_left = MOST_PIXELS_IN_ALL

    def take(self, picture: Picture) -> Photo | str:
        """The photo to store, or the code of the reason why there is none."""
        if picture.shown and min(picture.shown) < SMALLEST:
            return "small"
        if picture.name.lower().endswith(_VECTORS):
            return "drawing"
        data = self._bytes(picture.name)
        if isinstance(data, str):
            return data
        key = (hashlib.sha256(data).digest(), picture.cut)
        if key in self.known:
            return "repeated"
        self.known.add(key)
        return self._seen(picture, data)

    def _bytes(self, name: str) -> bytes | str:
        try:
            if self.archive.getinfo(name).file_size > MOST_BYTES:
                return "too-large"
            return self.archive.read(name)
        except KeyError:
            return "missing"
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
            return "broken"

    def _seen(self, picture: Picture, data: bytes) -> Photo | str:
        from PIL import Image  # noqa: PLC0415 -- slow import

        with warnings.catch_warnings():
            # Pillow warns of what it would still open.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            try:
                with Image.open(io.BytesIO(data)) as image:
                    return self._checked(picture, image, data)
            except (Image.DecompressionBombWarning, Image.DecompressionBombError):
                return "too-large"
            except Exception:
                # A damaged picture fails in many ways.
                return "broken"

    def _checked(
        self, picture: Picture, image: Image.Image, data: bytes
    ) -> Photo | str:
        extension = EXTENSIONS.get(str(image.format))
        if extension is None:
            return "format"
        width, height = image.size
        if width * height > min(MOST_PIXELS, self.pixels_left):
            return "too-large"
        if min(width, height) < FEWEST_PIXELS:
            return "small"
        self.pixels_left -= width * height
        image.load()
        if any(picture.cut) or picture.quarters or image.format == "MPO":
            data = _as_seen(picture, image)
        return Photo(data, extension, picture.description)


def _as_seen(picture: Picture, image: Image.Image) -> bytes:
    """The picture as the page of Word shows it; what was cut off must not come back."""
    from PIL import Image, ImageOps  # noqa: PLC0415 -- slow import

    kind = "JPEG" if image.format == "MPO" else str(image.format)
    profile = image.info.get("icc_profile")
    seen = image.crop(_box(picture, *image.size))
    if picture.quarters:
        seen = seen.transpose(Image.Transpose[_ROTATE[picture.quarters - 1]])
    else:
        # Word turns a photo by itself only where it says so.
        seen.info["exif"] = image.info.get("exif", b"")
        seen = ImageOps.exif_transpose(seen)
    seen.info = {}
    options = {"quality": 92} if kind in ("JPEG", "WEBP") else {}
    if profile:
        options["icc_profile"] = profile
    stored = io.BytesIO()
    seen.save(stored, kind, **options)
    return stored.getvalue()


def _box(picture: Picture, width: int, height: int) -> tuple[int, int, int, int]:
    """What is left of a picture, in pixels; never nothing."""
    left, top, right, bottom = (side / WHOLE for side in picture.cut)
    x, y = min(round(width * left), width - 1), min(round(height * top), height - 1)
    return (
        x,
        y,
        max(round(width * (1 - right)), x + 1),
        max(round(height * (1 - bottom)), y + 1),
    )
