"""A school's own Word template, kept for the downloads of its plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, Panel
from wagtail.contrib.settings.models import BaseSiteSetting

from ..consent.storage import delete_later, private_name, private_storage
from ..decree30.refusals import TemplateRefused
from .messages import template_message
from .template_files import TemplateInput, content_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from .models import PlanPageMixin


class PlanTemplateForm(WagtailAdminModelForm):
    """Takes a template only if a plan can be filled into it."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            from ..decree30.template import MAX_BYTES, try_out  # noqa: PLC0415 -- slow import

            try:
                # One byte more than allowed tells that there is more.
                try_out(file.read(MAX_BYTES + 1))
            except TemplateRefused as refusal:
                raise forms.ValidationError(template_message(refusal)) from refusal
            file.seek(0)
        return file


class TemplateStatePanel(Panel):
    """What the kept template leaves out of every plan, or why it is not used."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/plans/template_state.html"

        def is_shown(self):
            return bool(self.refusal or self.missing)

        @cached_property
        def state(self) -> tuple[str, list[str]]:
            """Why the template cannot be used, and the names of what it leaves out."""
            from ..decree30.template import missing_places  # noqa: PLC0415 -- slow import

            data = content_of(self.instance)
            try:
                return "", missing_places(data) if data else []
            except TemplateRefused as refusal:
                return template_message(refusal), []

        @property
        def refusal(self) -> str:
            return self.state[0]

        @property
        def missing(self) -> list[str]:
            return self.state[1]

        @property
        def has_text(self) -> bool:
            return "noi_dung" not in self.missing


class PlanTemplate(BaseSiteSetting):
    """The template behind the Word files of a site's plans; none: the layout of Decree 30."""

    base_form_class = PlanTemplateForm

    file = models.FileField(
        verbose_name=_("Word template"),
        upload_to=private_name,
        storage=private_storage,
        blank=True,
        help_text=_(
            "A .docx file with placeholders; the guide “mau-word.md” lists them. Without "
            "one, plans are downloaded in the layout of Decree 30/2020/NĐ-CP."
        ),
    )

    panels = [
        TemplateStatePanel(),
        FieldPanel("file", widget=TemplateInput),
        HelpPanel(template="wagtail_kehoach/admin/plans/original_template.html"),
    ]

    class Meta:
        verbose_name = _("Word template of plans")
        verbose_name_plural = _("Word templates of plans")

    def save(self, *args, **kwargs):
        """Delete the file that another one replaces, once that is kept."""
        stored = type(self).objects.filter(pk=self.pk).exclude(file="").first()
        super().save(*args, **kwargs)
        if stored and stored.file.name != self.file.name:
            delete_later(stored.file.storage, stored.file.name)


def may_change(user: AbstractUser) -> bool:
    """Whether ``user`` decides which template the plans of a site have."""
    return user.has_perm(f"{PlanTemplate._meta.app_label}.change_plantemplate")


def has_template(page: PlanPageMixin) -> bool:
    """Whether the site that ``page`` belongs to keeps a template; its file is not read."""
    site = page.get_site()
    return (
        bool(site) and PlanTemplate.objects.filter(site=site).exclude(file="").exists()
    )


def template_for(page: PlanPageMixin) -> bytes | None:
    """The template of the site that ``page`` belongs to; ``None`` if there is none."""
    site = page.get_site()
    kept = PlanTemplate.objects.filter(site=site).first() if site else None
    return content_of(kept) if kept else None
