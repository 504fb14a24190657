"""The sample documents, as far as the reader understands them; skipped where absent."""

from __future__ import annotations

import shutil

import pytest

from tests.evaluate.reader import SAMPLES, rates, reading_of, samples, wrong_fields
from wagtail_kehoach.decree30.parts import ReadingRefused

# Recall and precision of tasks, then of reports.
REACHED = {
    "S0-dong-thap.txt": ((1.0, 1.0), (1.0, 1.0)),
    "S1-go-vap.txt": ((1.0, 1.0), (1.0, 1.0)),
    "S2-nha-man-2.txt": ((1.0, 0.9), (1.0, 1.0)),
    "S4-gia-lai-news.txt": ((1.0, 1.0), (1.0, 1.0)),
    "hiep-hoa-emulation.pdf": ((1.0, 1.0), (1.0, 1.0)),
    "hiep-hoa-legal-affairs.txt": ((1.0, 0.8), (1.0, 1.0)),
    "hiep-hoa-self-assessment.pdf": ((1.0, 1.0), (1.0, 1.0)),
    "hoang-luong-decision.docx": ((1.0, 1.0), (1.0, 1.0)),
    "hoang-luong-decision.doc": ((1.0, 1.0), (1.0, 1.0)),
}

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no sample documents here")
CASES = [pytest.param(path, expected, id=path.name) for path, expected in samples()]


def _needs_converter(path) -> bool:
    return path.suffix == ".doc" and not shutil.which("soffice")


@pytest.mark.parametrize(("path", "expected"), CASES)
def test_a_sample_is_read_as_a_careful_reader_does(path, expected):
    if _needs_converter(path):
        pytest.skip("LibreOffice is not installed")
    if expected.get("unreadable"):
        with pytest.raises(ReadingRefused, match="unusable-text"):
            reading_of(path)
        return
    got = reading_of(path)
    assert wrong_fields(got, expected) == []
    least_tasks, least_reports = REACHED.get(path.name, ((0.0, 0.0), (0.0, 0.0)))
    assert _reaches(rates("tasks", got, expected), least_tasks)
    assert _reaches(rates("reporting", got, expected), least_reports)


def _reaches(found: tuple[float, float], least: tuple[float, float]) -> bool:
    return found[0] >= least[0] and found[1] >= least[1]
