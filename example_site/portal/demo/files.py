"""The data files and pictures of the demo school."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

HERE = Path(__file__).parent


def read(name: str) -> Any:
    """The content of one of the data files."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def picture(name: str, title: str):
    """The picture of this file, added to the library at its first use."""
    Image = get_image_model()
    found = Image.objects.filter(file__endswith=f"/{name}").first()
    if found:
        return found
    with (HERE / "pictures" / name).open("rb") as file:
        return Image.objects.create(title=title[:255], file=ImageFile(file, name=name))
