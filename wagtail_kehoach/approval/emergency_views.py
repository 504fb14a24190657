"""Screens of an emergency: publish with a reason; afterwards confirm or withdraw."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Revision
from wagtail.utils.decorators import xframe_options_sameorigin_override

from ..exceptions import ApprovalRefused
from . import decisions, emergencies, emergency_cases, queries
from .cases import advice_on
from .changes import changes_between, changes_since_live
from .guard import ApprovalGuardMixin
from .models import Approval
from .standing import standing_in_request
from .views import PrincipalOnlyMixin, QueueView, edit_url, queue_crumb


class DraftMixin:
    """Finds the text of the address and its latest revision, for whoever is named for it."""

    def dispatch(self, request, *args, **kwargs):
        reason = emergency_cases.why_not_publish(
            self.object, self.revision, request.user
        )
        if reason:
            messages.error(request, reason)
            return redirect(edit_url(self.object))
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def object(self):
        model = get_object_or_404(ContentType, pk=self.kwargs["type_id"]).model_class()
        if model is None or not issubclass(model, ApprovalGuardMixin):
            raise Http404
        try:
            return get_object_or_404(model._base_manager, pk=self.kwargs["object_id"])
        except ValueError as error:
            raise Http404 from error

    @cached_property
    def revision(self):
        revision = self.object.get_latest_revision()
        if revision is None:
            raise Http404
        return revision


class EmergencyMixin(PrincipalOnlyMixin):
    """Finds the emergency of the address, and what was published by it."""

    @cached_property
    def emergency(self) -> Approval:
        rows = Approval.objects.filter(kind=Approval.Kind.EMERGENCY)
        rows = rows.select_related("settlement", "approver")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @cached_property
    def object(self):
        return queries.object_of(self.emergency)

    @cached_property
    def revision(self) -> Revision | None:
        return Revision.objects.filter(pk=self.emergency.revision_id).first()


class TextMixin:
    """The text as the public reads it, for the frame of a screen."""

    def get(self, request, *args, **kwargs):
        if self.object is None or self.revision is None:
            raise Http404
        text = self.revision.as_object()
        return text.make_preview_request(request, text.default_preview_mode)


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class DraftTextView(DraftMixin, TextMixin, View):
    """What would be published in an emergency."""


@method_decorator(xframe_options_sameorigin_override, name="dispatch")
class EmergencyTextView(EmergencyMixin, TextMixin, View):
    """What was published in an emergency."""


class PublishView(DraftMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks for the reason and the checks; only sending the form publishes."""

    page_title = gettext_lazy("Publish in an emergency")
    header_icon = "warning"
    template_name = "wagtail_kehoach/admin/approval/emergency_publish.html"
    _show_breadcrumbs = True
    refusal = ""

    def get_page_subtitle(self):
        return get_latest_str(self.object)

    def get_breadcrumbs_items(self):
        edit = {"url": edit_url(self.object), "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    def post(self, request, *args, **kwargs):
        try:
            emergencies.publish(
                self.object,
                self.revision,
                user=request.user,
                reason=request.POST.get("reason", ""),
                token=request.POST.get("token", ""),
                ticked=request.POST.getlist("checks"),
            )
        except ApprovalRefused as refusal:
            self.refusal = refusal.reason
            return self.render_to_response(self.get_context_data(), status=409)
        messages.success(
            request,
            _(
                "“%(title)s” is published. The principals are told, and one of them has "
                "to confirm it."
            )
            % {"title": self.get_page_subtitle()},
        )
        return redirect(edit_url(self.object))

    def get_context_data(self, **kwargs):
        text = self.revision.as_object()
        return super().get_context_data(
            object=self.object,
            kind=self.object._meta.verbose_name,
            text_kwargs=self.kwargs,
            changes=changes_since_live(self.request, self.object, text),
            advice=advice_on(text, standing_in_request(self.request.user), {}),
            checks=self.object.approval_checks(),
            token=decisions.seen_token(self.revision),
            refusal=self.refusal,
            reason=self.request.POST.get("reason", ""),
            ticked=self.request.POST.getlist("checks"),
            edit_url=edit_url(self.object),
            **kwargs,
        )


class EmergencyView(EmergencyMixin, WagtailAdminTemplateMixin, TemplateView):
    """One emergency: who published what and why, and the two buttons of a principal."""

    page_title = gettext_lazy("Published in an emergency")
    header_icon = "warning"
    template_name = "wagtail_kehoach/admin/approval/emergency.html"
    _show_breadcrumbs = True

    def get_page_subtitle(self):
        return self.emergency.title

    def get_breadcrumbs_items(self):
        own = {"url": "", "label": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, queue_crumb(), own]

    def post(self, request, *args, **kwargs):
        settle = {"confirm": self.confirm, "withdraw": self.withdraw}
        action = settle.get(request.POST.get("decision", ""))
        if action is None:
            raise Http404
        try:
            message = action(request.POST.get("comment", ""))
        except ApprovalRefused as refusal:
            messages.error(request, refusal.reason)
            return redirect(request.path)
        messages.success(request, message % {"title": self.emergency.title})
        return redirect(QueueView.url_name)

    def confirm(self, comment: str) -> str:
        token = self.request.POST.get("token", "")
        emergencies.confirm(
            self.emergency, user=self.request.user, comment=comment, token=token
        )
        return _("“%(title)s” is confirmed.")

    def withdraw(self, comment: str) -> str:
        emergencies.withdraw(self.emergency, user=self.request.user, reason=comment)
        return _("“%(title)s” is withdrawn. Its author and its publisher are told why.")

    def get_context_data(self, **kwargs):
        here = self.object is not None and self.revision is not None
        return super().get_context_data(
            emergency=self.emergency,
            settlement=getattr(self.emergency, "settlement", None),
            object=self.object,
            is_public=here
            and self.object.live
            and self.object.live_revision_id == self.revision.pk,
            has_text=here,
            token=decisions.seen_token(self.revision) if here else "",
            why_not_confirm=self.get_reason() if here else "",
            why_not=emergency_cases.why_not_settle(
                self.emergency,
                self.object,
                self.request.user,
                standing_in_request(self.request.user),
            ),
            checks=self.emergency.checks,
            edit_url=edit_url(self.object) if self.object else "",
            **(self.about() if here else {}),
            **kwargs,
        )

    def about(self):
        """What to look at, as in the review: to confirm is to approve."""
        text = self.revision.as_object()
        before = queries.approved_before(self.emergency, self.object)
        standing = standing_in_request(self.request.user)
        return {
            "advice": advice_on(text, standing, self.emergency.checks),
            "changes": before
            and changes_between(self.request, before.as_object(), text),
        }

    def get_reason(self) -> str | None:
        return emergency_cases.why_not_confirm(
            self.emergency, self.object, self.revision, self.request.user
        )
