"""Pictures for the guides and the README, small enough for a repository.

They are taken from the demo school on every run of the browser tests, so a guide cannot
show a screen that is gone. ``make screenshots`` also writes them to ``docs/pictures``.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
WRITE = bool(os.environ.get("KEHOACH_WRITE_PICTURES"))
LARGEST = 60_000

#: What moves or differs from one run to the next.
STILL = """
    *, ::before, ::after { animation: none !important; transition: none !important; }
    * { caret-color: transparent !important; }
"""


def take(page, name: str) -> None:
    """Picture ``name``: what the window of ``page`` shows."""
    page.wait_for_load_state("networkidle")
    page.add_style_tag(content=STILL)
    small = _webp(page.screenshot(scale="css"))
    assert len(small) < LARGEST, f"{name}: {len(small)} bytes"
    if WRITE:
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / f"{name}.webp").write_bytes(small)


def _webp(screenshot: bytes) -> bytes:
    out = io.BytesIO()
    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    picture.save(out, "WEBP", quality=70, method=6)
    return out.getvalue()
