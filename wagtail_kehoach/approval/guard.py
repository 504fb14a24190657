"""What makes every road to publication refuse a text that no principal approved.

The promise is kept in ``save()``: a row may be live only if it shows a revision whose
stored content a principal approved, or shows just what it showed before. Views, hooks
and permission testers repeat the answer early and kindly; none of them is relied upon.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from wagtail.models import Revision
from wagtail.utils.decorators import cached_classmethod

from ..conf import kehoach_settings
from ..exceptions import ApprovalRefused
from ..signals import schedule_refused
from . import checklist, invariant, privacy, publishing, record
from .errors_panel import ErrorsPanel
from .newer_version import NewerVersionPanel
from .page_form import ChecksPanel, GuardedForm, GuardedPageForm, WarningsPanel
from .permissions import PrincipalPermissionTester
from .returned_panel import ReturnedPanel

if TYPE_CHECKING:
    from django.http import HttpResponse

    from .authorities import SigningAuthority

SCHEDULED = "wagtail.publish.scheduled"

logger = logging.getLogger("wagtail_kehoach.approval")


class ApprovalGuardMixin(models.Model):
    """Mix into a page, or a snippet with drafts and revisions, before its other bases.

    ``approval_field`` names the field of signing authority that its texts belong to;
    ``needed_to_submit`` the fields that a draft may leave empty and a submission may not.
    ``each_language_apart``: an alias in another language is a draft, so that nobody reads
    Vietnamese at a foreign address; otherwise it shows what was approved.
    """

    approval_field = ""
    needed_to_submit: tuple[str, ...] = ()
    each_language_apart = False
    base_form_class = GuardedForm

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        with transaction.atomic():
            if not invariant.may_write(self, kwargs.get("update_fields")):
                return None
            return super().save(*args, **kwargs)

    @classmethod
    def from_db(cls, db, field_names, values, **kwargs):
        """Remember what was live, to tell a takedown from an old copy of a draft."""
        obj = super().from_db(db, field_names, values, **kwargs)
        obj._kehoach_loaded_live = bool(obj.__dict__.get("live"))
        return obj

    def why_not_show(self) -> str | None:
        """Return why nobody may put this text before the public, or ``None``.

        Asked at submission, approval and publication; other packages add their reasons,
        each in a line of its own (``rules.all_of``), so that nobody submits twice in vain.
        """
        return None

    def points_to_check(self) -> list[str]:
        """What the writer and the principal should look at. It keeps nobody from going on.

        Said after saving and submitting, and in the review.
        """
        return []

    def points_in_order(self) -> list[str]:
        """What has been looked at already; whoever is told what to check reads it too."""
        return []

    def to_read_beside(self) -> list[tuple[str, str]]:
        """What a principal may want to read beside this text: a name and an address each."""
        return []

    def points_to_write(self) -> list[str]:
        """What the writer alone should look at; whoever approves reads ``points_to_sign``.

        Said after saving and submitting.
        """
        return []

    def audit_points(self) -> dict[str, str]:
        """What is incomplete in this text by rules that may be newer than its approval.

        By field. The audit lists it; the text stays public until people act.
        """
        return {}

    def kept_with_approval(self) -> dict[str, Any]:
        """What the record of the approval of this text keeps besides what was ticked."""
        return {}

    def file_kinds(self) -> dict[str, str]:
        """The endings of files in which this text can be taken away, with their names.

        Offered to whoever may read it: in its form, in the review, in the register.
        """
        return {}

    def as_file(self, kind: str) -> HttpResponse:
        """The text as a file of one of ``file_kinds``. May raise ``ExportRefused``."""
        raise NotImplementedError

    def points_to_sign(self, authority: SigningAuthority | None) -> list[str]:
        """What one who approves under ``authority`` should look at; see ``points_to_check``.

        ``None`` is a head who needs none.
        """
        return []

    def privacy_warnings(self) -> list[str]:
        """What in this text may touch somebody's privacy, for its writer to look at again.

        Nothing is refused for it; the approval keeps which of them the writer saw.
        """
        return []

    def publish(self, revision, user=None, changed=True, log_action=True, **kwargs):
        """Publish an approved revision. A schedule without approval is dropped instead.

        ``publish_scheduled`` would stop at an exception and leave out all that follow.
        What became invalid since it was saved is refused too: another page took its address.
        """
        try:
            with transaction.atomic():
                invariant.lock_row(self)
                if reason := invariant.why_not_publish(self, revision):
                    raise ApprovalRefused(reason)
                facts = {"user": user, "changed": changed, "log_action": log_action}
                with publishing.asked(revision):
                    return self._publish_valid(revision, **facts, **kwargs)
        except ApprovalRefused as refusal:
            if log_action != SCHEDULED:
                raise
            drop_schedule(revision)
            facts = {"instance": self, "revision": revision, "reason": refusal.reason}
            schedule_refused.send_robust(type(self), **facts)
            return None

    def with_content_json(self, content):
        """As Wagtail: this object as it is in a revision. What was just asked stays known."""
        version = super().with_content_json(content)
        publishing.carry_on(self, version)
        return version

    def _publish_valid(self, revision, **kwargs):
        try:
            return super().publish(revision, **kwargs)
        except ValidationError as error:
            raise ApprovalRefused(" ".join(error.messages)) from error

    def approval_checks(self) -> list[str]:
        """What the writer ticks before this text is submitted; override for your own."""
        return [str(check) for check in kehoach_settings.CHECKS]

    @transaction.atomic
    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """Save a revision; one that was submitted or approved is never rewritten."""
        if overwrite_revision is not None:
            invariant.lock_row(self)
            if invariant.is_frozen(overwrite_revision):
                overwrite_revision = None
        revision = super().save_revision(
            *args, overwrite_revision=overwrite_revision, **kwargs
        )
        if source := self.__dict__.pop("_kehoach_inherits", None):
            record.write_inherited(self, revision, source)
        ticked, seen = self.__dict__.pop("_kehoach_said", ([], []))
        if ticked or seen:
            checklist.keep(revision, ticked, seen)
        return revision


class GuardedPageMixin(ApprovalGuardMixin):
    """The guard for pages: also answers what a user may do in the admin."""

    base_form_class = GuardedPageForm
    #: For wagtail-localize: a translation is written and submitted in the ordinary form.
    localize_default_translation_mode = "simple"

    class Meta:
        abstract = True

    @cached_classmethod
    def get_edit_handler(cls):
        """The panels of this page type, with what its writer should know before them.

        Warnings and checks stand after them, at the end of the first tab.
        """
        handler = super().get_edit_handler()
        form = handler.get_form_class()
        tab = handler.children[0] if handler.children else handler
        if issubclass(form, GuardedForm):
            told = [NewerVersionPanel(), ErrorsPanel(), ReturnedPanel()]
            tab.children[:0] = [panel.bind_to_model(cls) for panel in told]
        if issubclass(form, GuardedPageForm):
            tab.children.append(WarningsPanel().bind_to_model(cls))
        if issubclass(form, GuardedForm):
            tab.children.append(ChecksPanel().bind_to_model(cls))
        return handler

    def privacy_warnings(self) -> list[str]:
        return [*super().privacy_warnings(), *privacy.warnings_in(self)]

    def permissions_for_user(self, user):
        return PrincipalPermissionTester(user, self)


def drop_schedule(revision: Revision) -> None:
    """Cancel the schedule of ``revision``. The reason is not logged: it may name a child."""
    stored = Revision.objects.get(pk=revision.pk)
    stored.approved_go_live_at = None
    # Wagtail logs the cancelled schedule in the history of the object.
    stored.save(update_fields=["approved_go_live_at"])
    logger.warning("The schedule of revision %s was dropped.", revision.pk)
