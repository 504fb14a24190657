"""The sample documents, and documents of our own, as far as the reader understands them."""

from __future__ import annotations

import pytest

from tests.evaluate.held_out import held_out
from tests.evaluate.judge import can_be_read, judge, totals
from tests.evaluate.samples import SAMPLES, WRITTEN, samples_in
from tests.evaluate.scores import scores

# The most values of a sample that may be wrong or invented.
MOST_WRONG = {"S2-nha-man-2.txt": 1}
CONVERTED = ("doc", "odt")
CASES = [pytest.param(sample, id=sample.name) for sample in samples_in(SAMPLES)]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no sample documents here")
@pytest.mark.parametrize("sample", CASES)
def test_a_sample_is_read_as_a_careful_reader_does(sample):
    if not can_be_read(sample):
        pytest.skip("LibreOffice is not installed")
    verdict = judge(sample)
    if verdict.is_to_be_refused:
        assert verdict.refused == "unusable-text"
        return
    wrong = {name for name, score in verdict.fields.items() if score.wrong}
    assert wrong <= {"tasks"}, verdict.faults
    count = sum(score.wrong for score in verdict.fields.values())
    assert count <= MOST_WRONG.get(sample.name, 0), verdict.faults


def test_unseen_documents_are_read_precisely():
    found = totals(judge(sample) for sample in held_out(seed=7, count=56))
    for name, score in found.items():
        assert score.precision >= 0.95, (name, score.notes[:5])
        assert score.recall >= 0.9, (name, score.notes[:5])


def test_documents_written_by_hand_are_read_precisely():
    samples = [s for part in ("look", "kept") for s in samples_in(WRITTEN / part)]
    # LibreOffice takes seconds for each, and is not everywhere.
    verdicts = [judge(s) for s in samples if s.format not in CONVERTED]
    unusable = [v for v in verdicts if v.is_to_be_refused]
    assert len(unusable) == 6
    assert all(v.refused for v in unusable)
    assert not [v.sample.name for v in verdicts if v.refused and v not in unusable]
    found = totals(verdicts)
    assert found["is_plan"].right == len(verdicts) - len(unusable)
    for name, score in found.items():
        assert score.precision >= 0.97, (name, score.notes[:5])
        assert score.recall >= 0.95, (name, score.notes[:5])


def test_what_is_as_good_counts_as_right_in_items_too():
    task = {"text": "Viết bài", "responsible": "Tổ Văn", "deadline": "2026-11-20"}
    also = {**task, "responsible_alt": ["cô Lan"], "deadline_alt": None}

    assert judged(task | {"responsible": "cô Lan", "deadline": None}, also) == (1, 0)
    assert judged(task | {"responsible": "cô Lan"}, task) == (0, 1)


def judged(got, expected):
    """How many of these tasks are right, and how many wrong."""
    score = scores({"tasks": [got]}, {"tasks": [expected]})["tasks"]
    return score.right, score.wrong
