"""The register of the demo school: numbers of two years, a signed file, a correction."""

from __future__ import annotations

import datetime as dt

from django.core.files.base import ContentFile

from wagtail_kehoach.models import RegisterEntry, RegisterNotice
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.registration import entering, notices, originals

BODY, SYMBOL = "TRƯỜNG THCS BÌNH MINH", "KH-THCSBM"
#: A page that says what it stands for; a scan would be heavy.
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R
/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 74>>stream
BT /F1 16 Tf 72 760 Td (Ban goc dien tu - tep minh hoa cua truong mau) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


def load(users: dict) -> None:
    """Enter the approved plans, and the numbers that other plans of the school bear."""
    clerk, head = users["vanthu"], users["hieutruong"]
    entries = [_enter(plan, clerk) for plan in _numbered_plans()]
    for entry in entries:
        entering.enter_elsewhere(
            user=clerk,
            body=BODY,
            kind="KH",
            symbol=SYMBOL,
            date=dt.date(entry.date.year, 1, 15),
            title="Kế hoạch chuyên môn, không đăng trên cổng",
            first=1,
            last=entry.number - 1,
        )
    last_year, this_year = entries
    _sign(this_year, clerk, head)
    _correct(last_year, clerk, head)


def _numbered_plans():
    return PlanPage.objects.live().exclude(number="").order_by("issued_on")


def _enter(plan: PlanPage, clerk) -> RegisterEntry:
    return entering.register(plan, user=clerk, date=plan.issued_on)


def _sign(entry: RegisterEntry, clerk, head) -> None:
    entry = originals.attach(entry, ContentFile(PDF), user=clerk)
    originals.release(entry, user=head, sha256=entry.file_sha256)


def _correct(entry: RegisterEntry, clerk, head) -> None:
    notice = RegisterNotice(
        kind=RegisterNotice.Kind.CORRECTION,
        document="21/CV-THCSBM",
        issued_on=dt.date(2025, 9, 22),
        text="Phần nơi nhận ghi thiếu “Ban đại diện cha mẹ học sinh”, nay bổ sung.",
    )
    notices.confirm(notices.write(entry, notice, user=clerk), user=head)
