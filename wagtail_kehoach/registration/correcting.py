"""Corrects the date of an entry that was typed wrongly; what stood there before is kept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy

from ..approval import secrecy
from . import dates, rules, sequences
from .documents import approval_by_principal
from .models import RegisterEntry
from .record import name_of, note, refuse_if

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class DateCorrection(models.Model):
    """That an entry bore another date, who put it right, and why. Never changed."""

    entry = models.ForeignKey(
        RegisterEntry, on_delete=models.PROTECT, related_name="date_corrections"
    )
    date_before = models.DateField(verbose_name=gettext_lazy("date before"))
    date_after = models.DateField(verbose_name=gettext_lazy("date"))
    reason = models.CharField(verbose_name=gettext_lazy("reason"), max_length=255)
    corrected_at = models.DateTimeField(auto_now_add=True)
    corrected_by_name = models.CharField(max_length=255)

    class Meta:
        verbose_name = gettext_lazy("correction of a date")
        verbose_name_plural = gettext_lazy("corrections of dates")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.entry_id}: {self.date_before} → {self.date_after}"


def why_not_correct(entry: RegisterEntry) -> str | None:
    """Return why the date of ``entry`` cannot be corrected at all, or ``None``."""
    if reason := rules.why_not_go_on(entry):
        return reason
    page = entry.page and entry.page.specific
    historical = entry.kind == RegisterEntry.Kind.HISTORICAL
    if page.issued_on if page else historical:
        return _("The date stands in the approved text, and that stays as it is.")
    return None


def correct_date(
    entry: RegisterEntry, date: dt.date, *, reason: str, user: AbstractUser
) -> DateCorrection:
    """Give ``entry`` the ``date`` that the document bears. Its number stays."""
    refuse_if(rules.why_not_register(user))
    if mark := secrecy.mark_in(reason):
        refuse_if(secrecy.reason(_("reason"), mark), "reason")
    with transaction.atomic():
        sequences.lock(entry.register_id)
        entry = RegisterEntry.objects.select_for_update().get(pk=entry.pk)
        refuse_if(why_not_correct(entry))
        refuse_if(_why_not_date(entry, date), "date")
        made = DateCorrection.objects.create(
            entry=entry,
            date_before=entry.date,
            date_after=date,
            reason=reason,
            corrected_by_name=name_of(user),
        )
        entry.date = date
        entry.save(update_fields=["date"])
        facts = {"before": made.date_before.isoformat(), "after": date.isoformat()}
        note(entry, "date_corrected", user=user, **facts)
    return made


def _why_not_date(entry: RegisterEntry, date: dt.date) -> str | None:
    if date == entry.date:
        return _("The entry bears this date already.")
    if date > timezone.localdate():
        return dates.in_the_future()
    if date.year != entry.register.year:
        return _(
            "No. %(number)s belongs to the register of %(year)s, and so does its date."
        ) % {"number": entry.number_and_symbol, "year": entry.register.year}
    if entry.notices.filter(issued_on__lt=date).exists():
        return _("A correction or a recall of this document is older than that.")
    if entry.replaces and date < entry.replaces.date:
        return dates.older_than_replaced(entry.replaces)
    standing = entry.replacements.exclude(state=RegisterEntry.State.RECALLED)
    if standing.filter(date__lt=date).exists():
        return _("The document that replaced it is older than that.")
    return _why_not_before_approval(entry, date) or _why_not_among(entry, date)


def _why_not_before_approval(entry: RegisterEntry, date: dt.date) -> str | None:
    if entry.page is None or entry.kind == RegisterEntry.Kind.HISTORICAL:
        return None
    approval = approval_by_principal(entry.page.specific)
    if approval and date < (day := timezone.localdate(approval.approved_at)):
        return dates.before_approval(day)
    return None


def _why_not_among(entry: RegisterEntry, date: dt.date) -> str | None:
    """Numbers given here follow one another in time, under whatever name of the body."""
    if entry.kind != RegisterEntry.Kind.ISSUED:
        return None
    numbered = sequences.entries_of(entry.register)
    given = numbered.filter(kind=RegisterEntry.Kind.ISSUED)
    before = given.filter(number__lt=entry.number, date__gt=date).order_by("number")
    after = given.filter(number__gt=entry.number, date__lt=date).order_by("number")
    other = before.last() or after.first()
    return other and dates.out_of_order(other)
