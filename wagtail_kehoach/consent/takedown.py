"""Takes down what may not be shown any more: the one place that acts on an ended consent."""

from __future__ import annotations

import uuid
from functools import partial
from io import BytesIO
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.models import get_page_models

from ..approval import invariant
from ..conf import kehoach_settings
from .mixins import ShowsPeopleMixin
from .models import PictureBasis, Takedown
from .queries import why_not_people
from .storage import private_storage


def enforce() -> list[Takedown]:
    """Take down every public post and picture whose people may not be shown today.

    Safe to repeat and to run twice at once: each object is looked at again under a lock.
    """
    done = [_take_down_post(model, pk) for model, pk in _live_posts()]
    done += [_withhold(pk) for pk in _pictures()]
    return [takedown for takedown in done if takedown]


def _live_posts() -> list[tuple[type, int]]:
    models = [m for m in get_page_models() if issubclass(m, ShowsPeopleMixin)]
    return [
        (model, page.pk)
        for model in models
        for page in model.objects.filter(live=True)
        if page.why_not_show()
    ]


def _pictures() -> list[int]:
    rows = PictureBasis.objects.filter(withheld="").exclude(people=None)
    return list(rows.values_list("pk", flat=True))


@transaction.atomic
def _take_down_post(model: type, pk: int) -> Takedown | None:
    row = invariant.lock_row(model(pk=pk))
    if row is None or not row["live"]:
        return None
    page = model.objects.get(pk=pk)
    reason = page.why_not_show()
    if not reason:
        return None
    address = page.full_url or ""
    page.unpublish()
    return _record(page.title, address, reason)


@transaction.atomic
def _withhold(pk: int) -> Takedown | None:
    """Put a grey picture in the place of one whose people may not be shown."""
    basis = PictureBasis.objects.select_for_update().get(pk=pk)
    people = basis.people.values_list("pk", flat=True)
    today = timezone.localdate()
    reason = why_not_people(people, (), purposes=("portal",), day=today)
    if basis.withheld or not reason:
        return None
    image = basis.image
    shown = [page for page, _kept in image.get_usage()]
    storage, old = image.file.storage, image.file.name
    with storage.open(old) as file:
        name = f"{uuid.uuid4().hex}{Path(old).suffix}"
        basis.withheld = private_storage().save(name, file)
    basis.save(update_fields=["withheld"])
    image.file = ContentFile(_grey(image.width, image.height), name="withheld.png")
    image.file_hash = ""
    image.save()
    image.renditions.all().delete()
    transaction.on_commit(partial(storage.delete, old))
    return _record(image.title, "; ".join(str(page) for page in shown), reason)


def _grey(width: int, height: int) -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (width, height), "#d0d0d0").save(drawn, "PNG")
    return drawn.getvalue()


def _record(title: str, address: str, reason: str) -> Takedown:
    takedown = Takedown.objects.create(
        happened_at=timezone.now(),
        title=title[:255],
        address=address[:500],
        reason=reason,
    )
    transaction.on_commit(partial(_tell, takedown))
    return takedown


def _tell(takedown: Takedown) -> None:
    """Write to those who keep the registry and to the principals."""
    groups = [kehoach_settings.CONSENT_GROUP, kehoach_settings.PRINCIPALS_GROUP]
    people = get_user_model().objects.filter(is_active=True, groups__name__in=groups)
    addresses = people.exclude(email="").values_list("email", flat=True).distinct()
    send_mail(
        _("Taken down: %(title)s") % {"title": takedown.title},
        _(
            "%(reason)s\n\nTaken down: %(title)s\n%(address)s\n\n"
            "Please take it down from social networks as well."
        )
        % {
            "reason": takedown.reason,
            "title": takedown.title,
            "address": takedown.address,
        },
        None,
        list(addresses),
        fail_silently=True,
    )
