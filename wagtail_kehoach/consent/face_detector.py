"""Finds faces on this machine: OpenCV's classic detector, whose data its package brings.

Whatever ``FACE_DETECTOR`` names is called in the same way: the bytes of a JPEG in, the
number of faces out. It recognises nobody and keeps nothing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

#: A face smaller than this part of the picture is nobody whom one recognises.
SMALLEST = 0.06
#: How many overlapping finds make a face; fewer finds see faces in curtains.
NEIGHBOURS = 6


def opencv(picture: bytes) -> int:
    """How many faces look out of ``picture``."""
    import cv2  # noqa: PLC0415 -- optional dependency
    import numpy  # noqa: PLC0415 -- optional dependency

    data = numpy.frombuffer(picture, dtype=numpy.uint8)
    grey = cv2.equalizeHist(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE))
    smallest = max(int(min(grey.shape) * SMALLEST), 20)
    found = _cascade().detectMultiScale(
        grey, scaleFactor=1.1, minNeighbors=NEIGHBOURS, minSize=(smallest, smallest)
    )
    return len(found)


@lru_cache(maxsize=1)
def _cascade() -> Any:
    import cv2  # noqa: PLC0415 -- optional dependency

    return cv2.CascadeClassifier(
        f"{cv2.data.haarcascades}haarcascade_frontalface_default.xml"
    )
