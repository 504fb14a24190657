"""The register of issued documents: numbers by body, year and series, and what bears them."""

from __future__ import annotations

import swapper
from django.conf import settings
from django.db import models
from django.utils.translation import gettext as __, gettext_lazy as _

from ..consent.storage import private_name, private_storage
from ..exceptions import RegistrationRefused
from .rules import printed_number


class Register(models.Model):
    """One run of numbers: those of a body in a year, in a series (Decree 30, art. 15).

    ``last_number`` is the highest that was given. The row is locked by whoever takes one.
    """

    body = models.CharField(verbose_name=_("issuing body"), max_length=255)
    body_key = models.CharField(max_length=255)
    year = models.PositiveSmallIntegerField(verbose_name=_("year"))
    series = models.CharField(verbose_name=_("series"), max_length=20, blank=True)
    last_number = models.PositiveIntegerField(
        verbose_name=_("last number"), default=0, editable=False
    )

    #: The keys of this register and of those of the same body, year and series under other
    #: spellings, once ``sequences`` has looked them up: no other begins while this is held.
    same: list[int] | None = None

    class Meta:
        verbose_name = _("register")
        verbose_name_plural = _("registers")
        ordering = ["-year", "body_key", "series"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["body_key", "year", "series"],
                name="wagtail_kehoach_one_register",
            )
        ]

    def __str__(self):
        return " · ".join(filter(None, [str(self.year), self.series, self.body]))


class RegisterEntryQuerySet(models.QuerySet):
    def delete(self):
        raise RegistrationRefused(__("Entries of the register cannot be deleted."))


class RegisterEntry(models.Model):
    """A number of the register and the document that bears it.

    In words of its own, so that it outlives page and people. Its number never changes; a
    wrong date is corrected on the record (``correcting``).
    """

    class Kind(models.TextChoices):
        ISSUED = "issued", _("number given here")
        HISTORICAL = "historical", _("bore its number already")
        ELSEWHERE = "elsewhere", _("kept outside of the portal")

    class State(models.TextChoices):
        IN_FORCE = "in_force", _("in force")
        REPLACED = "replaced", _("replaced")
        RECALLED = "recalled", _("recalled")

    register = models.ForeignKey(
        Register,
        verbose_name=_("register"),
        on_delete=models.PROTECT,
        related_name="entries",
    )
    number = models.PositiveIntegerField(verbose_name=_("number"))
    suffix = models.CharField(max_length=5, blank=True)
    symbol = models.CharField(verbose_name=_("symbol"), max_length=60, blank=True)
    date = models.DateField(verbose_name=_("date"), db_index=True)
    title = models.CharField(verbose_name=_("title"), max_length=255)
    kind = models.CharField(
        verbose_name=_("kind"), max_length=20, choices=Kind, default=Kind.ISSUED
    )
    state = models.CharField(
        verbose_name=_("state"), max_length=20, choices=State, default=State.IN_FORCE
    )
    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        verbose_name=_("page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="kehoach_register_entry",
    )
    revision_id = models.BigIntegerField(verbose_name=_("revision"), null=True)
    # A document whose replacement was recalled may be replaced again.
    replaces = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replacements",
    )
    registered_at = models.DateTimeField(
        verbose_name=_("registered at"), auto_now_add=True
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    registered_by_name = models.CharField(
        verbose_name=_("registered by"), max_length=255
    )
    file = models.FileField(
        verbose_name=_("signed file"),
        upload_to=private_name,
        storage=private_storage,
        blank=True,
    )
    file_sha256 = models.CharField(max_length=64, blank=True)
    file_added_at = models.DateTimeField(null=True)
    file_added_by_name = models.CharField(max_length=255, blank=True)
    released_at = models.DateTimeField(null=True)
    released_by_name = models.CharField(max_length=255, blank=True)

    objects = RegisterEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the register")
        verbose_name_plural = _("entries of the register")
        ordering = ["-register__year", "-number", "-suffix"]
        default_permissions = ("add", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["register", "number", "suffix"],
                name="wagtail_kehoach_one_number",
            )
        ]

    def __str__(self):
        return f"{self.number_and_symbol}: {self.title}"

    def delete(self, *args, **kwargs):
        raise RegistrationRefused(__("Entries of the register cannot be deleted."))

    @property
    def number_text(self) -> str:
        """The number with its suffix, as a text would say it: ``15`` or ``15a``."""
        return f"{self.number}{self.suffix}"

    @property
    def number_and_symbol(self) -> str:
        """As printed after "Số:": ``05/KH-THCSBM``."""
        return printed_number(self.number_text, self.symbol)

    @property
    def replaced_number(self) -> str:
        """Number and symbol of the document that this one replaces, if any."""
        return self.replaces.number_and_symbol if self.replaces else ""

    @property
    def replaced_by(self) -> RegisterEntry | None:
        """What took its place and still holds it; of one that was recalled, what replaced that."""
        for newer in self.replacements.select_related("page"):
            if found := newer.replaced_by if newer.is_recalled else newer:
                return found
        return None

    @property
    def is_recalled(self) -> bool:
        """Whether the document was recalled, so that its files are withdrawn."""
        return self.state == self.State.RECALLED

    @property
    def has_public_file(self) -> bool:
        """Whether the public may have the signed file."""
        return bool(self.file and self.released_at) and not self.is_recalled


class RegisterNotice(models.Model):
    """A correction or the recall of a registered document (Decree 30, art. 18).

    Written by a clerk; before the public once a principal has confirmed these words.
    """

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        RECALL = "recall", _("recall")

    entry = models.ForeignKey(
        RegisterEntry,
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="notices",
    )
    kind = models.CharField(verbose_name=_("kind"), max_length=20, choices=Kind)
    document = models.CharField(
        verbose_name=_("number and symbol"),
        max_length=100,
        help_text=_("Of the document that says so, for example 31/CV-THCSBM."),
    )
    issued_on = models.DateField(verbose_name=_("date"))
    text = models.TextField(verbose_name=_("what it says"), max_length=1000)
    written_at = models.DateTimeField(auto_now_add=True)
    written_by_name = models.CharField(max_length=255)
    confirmed_at = models.DateTimeField(null=True, editable=False)
    confirmed_by_name = models.CharField(max_length=255, blank=True, editable=False)

    class Meta:
        verbose_name = _("notice on a registered document")
        verbose_name_plural = _("notices on registered documents")
        ordering = ["issued_on", "pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.get_kind_display()}: {self.document}"

    @property
    def is_recall(self) -> bool:
        """Whether it takes the document out of force."""
        return self.kind == self.Kind.RECALL
