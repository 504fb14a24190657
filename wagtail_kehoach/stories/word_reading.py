"""A story from Word with its photos as they are stored, for the process that reads files.

Pure: knows no Django. Photos are drawn here, because a few that unpack to a poster each
would take the web worker half a minute and most of its memory.
"""

from __future__ import annotations

import dataclasses
from io import BytesIO
from typing import TYPE_CHECKING

from ..consent import camera
from ..manuscripts import reader
from ..manuscripts.parts import Photo

if TYPE_CHECKING:
    from ..manuscripts.parts import Manuscript


def read(name: str, data: bytes, *, max_bytes: int) -> Manuscript:
    """What a Word file says, its photos freed of place and time, no larger than shown.

    Raises ``ReadingRefused`` as the reader of manuscripts does.
    """
    manuscript = reader.read(name, data, max_bytes=max_bytes)
    for place, block in enumerate(manuscript.blocks):
        if isinstance(block, Photo):
            manuscript.blocks[place] = _ready(block)
    return manuscript


def _ready(photo: Photo) -> Photo:
    made = camera.made_ready(BytesIO(photo.data))
    if made is None:
        return photo
    return dataclasses.replace(photo, data=made.data, extension=made.extension)
