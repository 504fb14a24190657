"""Documents with a number, and the files that were signed."""

import datetime as dt

from django.core.files.base import ContentFile
from django.utils import timezone

from wagtail_kehoach.registration import entering

PDF = b"%PDF-1.7 van ban da ky"
SYMBOL = "KH-THCSBM"


def signed_file(content=PDF):
    """A signed document, as a form receives it."""
    return ContentFile(content, name="ke-hoach-da-ky.pdf")


def registered(page, *, by, **said):
    """The entry of ``page``, entered by ``by`` with the date of today."""
    said.setdefault("date", timezone.localdate())
    return entering.register(page, user=by, **said)


def kept_elsewhere(
    first,
    last,
    *,
    by,
    day=None,
    body="TRƯỜNG THCS BÌNH MINH",
    title="Kế hoạch chuyên môn",
    **said,
):
    """Numbers that documents outside of the portal bear."""
    return entering.enter_elsewhere(
        user=by,
        body=body,
        kind="KH",
        symbol=SYMBOL,
        date=day or timezone.localdate(),
        title=title,
        first=first,
        last=last,
        **said,
    )


def yesterday():
    """The day before today."""
    return timezone.localdate() - dt.timedelta(days=1)
