"""Reads samples, says what was right in each, and how long it took."""

from __future__ import annotations

import shutil
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail_kehoach.decree30.interchange import to_json
from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.refusals import ReadingRefused

from .samples import Sample
from .scores import FIELDS, Score, scores


@dataclass
class Verdict:
    """What came of one sample: the scores of its fields, or the code of its refusal."""

    sample: Sample
    seconds: float
    fields: dict[str, Score] = field(default_factory=dict)
    refused: str | None = None

    @property
    def refused_rightly(self) -> bool:
        """Whether a refusal was expected, and came, for the expected reason."""
        reason = self.sample.expected.get("refused")
        return self.is_to_be_refused and self.refused in (
            (reason,) if reason else (self.refused,)
        )

    @property
    def is_to_be_refused(self) -> bool:
        """Whether nothing of this sample may be used."""
        expected = self.sample.expected
        return bool(expected.get("unreadable") or expected.get("refused"))

    @property
    def faults(self) -> list[str]:
        """What was missed, wrong or invented."""
        if self.refused or self.is_to_be_refused:
            return (
                []
                if self.refused and self.refused_rightly
                else [f"refused: {self.refused}"]
            )
        return [note for score in self.fields.values() for note in score.notes]


def reading_of(sample: Sample) -> dict[str, Any]:
    """Return a sample as JSON."""
    return to_json(read(sample.name, sample.data))


def judge(sample: Sample) -> Verdict:
    """Read one sample and compare."""
    start = time.perf_counter()
    try:
        got = reading_of(sample)
    except ReadingRefused as refusal:
        return Verdict(sample, time.perf_counter() - start, refused=refusal.code)
    seconds = time.perf_counter() - start
    return Verdict(sample, seconds, scores(got, sample.expected))


def can_be_read(sample: Sample) -> bool:
    """Tell whether this machine has what the format needs."""
    needs = sample.format in ("doc", "odt", "rtf")
    return not needs or bool(shutil.which("soffice") or shutil.which("libreoffice"))


def totals(verdicts: Iterable[Verdict]) -> dict[str, Score]:
    """Add the scores of many samples, field by field."""
    sums: dict[str, Score] = defaultdict(Score)
    for verdict in verdicts:
        fields = verdict.fields
        if verdict.refused and not verdict.is_to_be_refused:
            # A file refused for no reason misses everything that it holds.
            fields = scores({}, verdict.sample.expected)
        elif verdict.is_to_be_refused:
            fields = {}
        for name, score in fields.items():
            sums[name].add(score)
    return {name: sums[name] for name in FIELDS if name in sums}
