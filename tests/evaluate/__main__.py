"""How well the reader reads: ``make evaluate SAMPLES=folder``.

A folder holds documents, each with what a careful reader takes from it beside it as
``NAME.expected.json``. Without one the samples of the project are read, where they are
there, and documents of our own making.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from .held_out import held_out
from .judge import Verdict, can_be_read, judge, totals
from .samples import SAMPLES, WRITTEN, Sample, samples_in, write_samples
from .scores import Score


def main() -> None:
    """Print the figures."""
    options = _options()
    for title, samples in _sets(options):
        readable = [sample for sample in samples if can_be_read(sample)]
        verdicts = [judge(sample) for sample in readable]
        if options.json:
            print(json.dumps(_as_json(title, verdicts), ensure_ascii=False))
        else:
            _print(title, verdicts, len(samples) - len(readable), options.verbose)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    parser.add_argument("--samples", type=Path, help="a folder of documents")
    parser.add_argument("--seed", type=int, default=1, help="of our own documents")
    parser.add_argument("--count", type=int, default=120, help="of our own documents")
    parser.add_argument("--write", type=Path, help="write our own documents there")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true", help="show every fault")
    return parser.parse_args()


def _sets(options: argparse.Namespace) -> list[tuple[str, list[Sample]]]:
    if options.samples:
        return [(str(options.samples), list(samples_in(options.samples)))]
    own = held_out(options.seed, options.count)
    if options.write:
        write_samples(own, options.write)
    given = [("samples", list(samples_in(SAMPLES)))] if SAMPLES.is_dir() else []
    written = [
        (f"written by hand, {part}", list(samples_in(WRITTEN / part)))
        for part in ("look", "kept")
    ]
    return [*given, *written, ("held-out documents", own)]


def _print(title: str, verdicts: list[Verdict], unread: int, verbose: bool) -> None:
    print(f"\n{title}: {len(verdicts)} documents" + _unread(unread))
    print(
        f"{'field':22} {'expected':>8} {'right':>6} {'wrong':>6} {'recall':>8} {'precision':>9}"
    )
    for name, score in totals(verdicts).items():
        print(
            f"{name:22} {score.expected:8} {score.right:6} {score.wrong:6} "
            f"{score.recall:8.1%} {score.precision:9.1%}"
        )
    _print_refusals(verdicts)
    _print_layouts(verdicts)
    for verdict in verdicts if verbose else ():
        for fault in verdict.faults:
            print(f"  {verdict.sample.name}  {fault}")


def _unread(count: int) -> str:
    return f", {count} more need LibreOffice" if count else ""


def _print_refusals(verdicts: list[Verdict]) -> None:
    expected = [v for v in verdicts if v.is_to_be_refused]
    right = sum(bool(v.refused) and v.refused_rightly for v in expected)
    wrong = sum(bool(v.refused) and not v.is_to_be_refused for v in verdicts)
    print(f"refused: {right} of {len(expected)} unusable ones, {wrong} usable ones")


def _print_layouts(verdicts: list[Verdict]) -> None:
    """Print one line for each layout or format."""
    for layout in dict.fromkeys(v.sample.layout for v in verdicts):
        group = [v for v in verdicts if v.sample.layout == layout]
        total = Score()
        for score in totals(group).values():
            total.add(score)
        slowest = max(v.seconds for v in group)
        print(
            f"  {layout:20} {len(group):4} documents  recall {total.recall:6.1%}  "
            f"precision {total.precision:6.1%}  slowest {slowest * 1000:6.0f} ms"
        )


def _as_json(title: str, verdicts: list[Verdict]) -> dict[str, object]:
    fields = {
        name: {
            "expected": score.expected,
            "right": score.right,
            "wrong": score.wrong,
            "recall": round(score.recall, 4),
            "precision": round(score.precision, 4),
        }
        for name, score in totals(verdicts).items()
    }
    faults = {v.sample.name: v.faults for v in verdicts if v.faults}
    return {
        "samples": title,
        "documents": len(verdicts),
        "fields": fields,
        "faults": faults,
    }


if __name__ == "__main__":
    main()
