"""Documents with what a careful reader takes from each: from a folder, or of our own."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get("KEHOACH_SAMPLES", ROOT.parent / "shared" / "samples"))
WRITTEN = Path(__file__).resolve().parent / "written"
FORMATS = (".docx", ".pdf", ".txt", ".doc", ".odt", ".rtf", ".md")
_EXPECTED = ".expected.json"


@dataclass
class Sample:
    """A file and its expected reading. ``layout`` says how it was set, if we set it."""

    name: str
    data: bytes
    expected: dict[str, Any]
    layout: str

    @property
    def format(self) -> str:
        """The ending of the file's name."""
        return Path(self.name).suffix.removeprefix(".") or "?"


def samples_in(folder: Path) -> Iterator[Sample]:
    """Yield every file of a folder that has a ``NAME.expected.json`` beside it."""
    for beside in sorted(folder.glob(f"*{_EXPECTED}")):
        expected = json.loads(beside.read_text("utf-8"))
        stem = beside.name.removesuffix(_EXPECTED)
        for suffix in FORMATS:
            path = folder / (stem + suffix)
            if path.exists():
                yield Sample(path.name, path.read_bytes(), expected, suffix[1:])


def write_samples(samples: list[Sample], folder: Path) -> None:
    """Write samples as ``samples_in`` reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    for sample in samples:
        (folder / sample.name).write_bytes(sample.data)
        beside = folder / f"{Path(sample.name).stem}{_EXPECTED}"
        text = json.dumps(sample.expected, ensure_ascii=False, indent=1)
        beside.write_text(text, "utf-8")
