"""Checks that everything public was approved, and that the record is whole."""

from __future__ import annotations

from ...approval.audit import find_problems
from ..output import ReportingCommand


class Command(ReportingCommand):
    help = "List live objects whose text has no approval, and breaks in the record."

    def run(self, *args, **options):
        report = find_problems()
        for problem in report.problems:
            self.say(f"{problem.code}  {problem.label}  {problem.title}")
        for found in report.emergencies:
            self.say(
                f"emergency  {found.label}  {found.title}: published by "
                f"{found.published_by} {found.hours} hours ago, not confirmed yet."
            )
        self.say(
            f"{report.checked} live objects and {report.records} approvals checked, "
            f"{len(report.problems)} problems, "
            f"{len(report.emergencies)} emergencies not confirmed."
        )
        if not report.append_only:
            self.say(
                "The database does not refuse to change the record: see check --deploy."
            )
        return report.as_json()

    def found(self, report):
        return bool(report["problems"])
