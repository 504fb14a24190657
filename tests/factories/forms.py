"""What the admin's forms send."""

from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

TEXT_FEATURES = ["bold", "italic", "ol", "ul"]


def plan_form(**said):
    """The form of a complete plan, with what the test says instead."""
    complete = {
        "title": "Truyền thông năm học 2026-2027",
        "slug": "truyen-thong-2026-2027",
        "issuing_body": "TRƯỜNG THCS BÌNH MINH",
        "period_type": "nam_hoc",
        "starts_on": "2026-09-01",
        "ends_on": "2027-05-31",
        "body": streamfield([section_form("I", "MỤC ĐÍCH", "<p>Để biết.</p>")]),
        "tasks": streamfield([]),
        "reporting": streamfield([]),
        "legal_bases": streamfield([]),
        "recipients": streamfield([]),
        "signatory_position": "HIỆU TRƯỞNG",
        "signatory_name": "Trần Quốc Toản",
        "comments": inline_formset([]),
    }
    return nested_form_data({**complete, **said})


def section_form(number, title, text, level="1"):
    """A section of a plan's body."""
    return (
        "section",
        {
            "number": number,
            "title": title,
            "level": level,
            "text": rich_text(text, features=TEXT_FEATURES),
        },
    )
