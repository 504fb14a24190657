"""Checks that everything public was approved, and that the record is whole."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ...approval.audit import find_problems
from ...consent.runs import why_not_enforced
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "List live objects whose text has no approval, and breaks in the record."

    def run(self, *args, **options):
        report = find_problems()
        for problem in report.problems:
            self.say(f"{problem.code}  {problem.label}  {problem.title}")
        for lack in report.incomplete:
            self.say(f"incomplete  {lack.label}  {lack.title}: {lack.reason}")
        for found in report.emergencies:
            emergency = _(
                "emergency  %(label)s  %(title)s: published by %(name)s %(hours)s hours "
                "ago, not confirmed yet."
            )
            self.say(emergency % _facts(found))
        summary = _(
            "%(live)s live objects and %(records)s approvals checked, %(problems)s "
            "problems, %(emergencies)s emergencies not confirmed."
        )
        self.say(summary % _counts(report))
        if not report.append_only:
            self.say(
                _(
                    "The database does not refuse to change the record: see check --deploy."
                )
            )
        stopped = why_not_enforced()
        if stopped:
            self.say(stopped)
        return {**report.as_json(), "consents_enforced": not stopped}

    def found(self, report):
        return bool(report["problems"])


def _facts(emergency) -> dict[str, object]:
    return {
        "label": emergency.label,
        "title": emergency.title,
        "name": emergency.published_by,
        "hours": emergency.hours,
    }


def _counts(report) -> dict[str, int]:
    return {
        "live": report.checked,
        "records": report.records,
        "problems": len(report.problems),
        "emergencies": len(report.emergencies),
    }
