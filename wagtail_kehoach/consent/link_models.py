"""Questions for consent that are sent as a link, and what was answered."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import link_rules, rules
from .models import Consent
from .person_models import Person


class ConsentRequest(models.Model):
    """One question to one person for the consent of ``person``, and the answer to it.

    ``statement`` and ``purposes`` are the words that were shown, so that they prove what
    was agreed to. The secret of the link is in the message only; what is stored is its
    SHA-256. After the answer the link opens the receipt, and withdraws.
    """

    wagtail_reference_index_ignore = True

    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="consent_requests",
    )
    person_name = models.CharField(max_length=255)
    asked_name = models.CharField(verbose_name=_("who is asked"), max_length=150)
    purposes = models.JSONField(verbose_name=_("purposes"), default=dict)
    statement = models.TextField()
    text_version = models.CharField(max_length=64)
    until = models.DateField(verbose_name=_("consent until"))
    email = models.EmailField(
        verbose_name=_("e-mail address"),
        blank=True,
        help_text=_(
            "The link and the receipt are sent here. Without it, copy the link."
        ),
    )
    asked_at = models.DateTimeField(verbose_name=_("asked at"), auto_now_add=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    secret_hash = models.CharField(max_length=64, null=True, unique=True)
    expires_at = models.DateTimeField(verbose_name=_("link until"), null=True)
    revoked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(verbose_name=_("answered at"), null=True)
    answers = models.JSONField(default=dict)
    consent = models.OneToOneField(
        Consent, null=True, on_delete=models.SET_NULL, related_name="request"
    )

    class Meta:
        verbose_name = _("question for consent")
        verbose_name_plural = _("questions for consent")
        ordering = ["-pk"]
        default_permissions = ("add", "view")

    def __str__(self):
        return f"{self.person_name}: {self.asked_name}"

    @property
    def state(self) -> str:
        """What has become of the link now."""
        return link_rules.link_state(self)

    @property
    def state_name(self) -> str:
        """The same in words."""
        return link_rules.state_name(self.state)

    @property
    def politely_asked(self) -> str:
        """Who is asked, as a letter calls them: “ông/bà Lê Thị Hoa”."""
        return link_rules.politely(self.asked_name, child=False)

    @property
    def politely_named(self) -> str:
        """Whom it is about, as a letter calls them: “em Nguyễn Hoàng Minh (khối 8)”."""
        child = rules.is_child(self.person, timezone.localdate())
        return link_rules.politely(self.person_name, child=child)

    @property
    def asked_purposes(self) -> list[tuple[str, str]]:
        """Each purpose that is asked for, with the sentence that is shown, in order."""
        return [(p, self.purposes[p]) for p in rules.PURPOSES if p in self.purposes]
