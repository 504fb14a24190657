"""What a translation follows, and how terms are called in other languages."""

from __future__ import annotations

import swapper
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TranslationBasis(models.Model):
    """The version of the source that the draft of a translation follows.

    Its approval keeps a copy, see ``LanguageMixin.kept_with_approval``; this row goes on
    with the draft.
    """

    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.CASCADE,
        related_name="kehoach_translation_basis",
    )
    revision_id = models.BigIntegerField()
    text_digest = models.CharField(max_length=64)
    #: When that version became public, or was saved where none was public.
    as_of = models.DateTimeField()
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.page_id}: {self.revision_id}"


class GlossaryTerm(models.Model):
    """What a body, a title or an office is called in another language, and who says so."""

    term = models.CharField(verbose_name=_("term"), max_length=255)
    locale = models.ForeignKey(
        "wagtailcore.Locale",
        verbose_name=_("language"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    translation = models.CharField(verbose_name=_("in that language"), max_length=255)
    source = models.CharField(
        verbose_name=_("source"),
        max_length=255,
        help_text=_(
            "Where it is called so: a decree, a circular, the site of the body itself."
        ),
    )
    note = models.TextField(verbose_name=_("note"), blank=True)

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("glossary")
        ordering = ["term", "locale"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "locale"], name="wagtail_kehoach_term_once"
            )
        ]

    def __str__(self):
        return self.term
