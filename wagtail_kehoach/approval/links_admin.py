"""The screen on open links for approval: whose they are, and a button that ends each."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from . import links, notifications, rules
from .link_models import ApprovalLink


class LinksView(WagtailAdminTemplateMixin, TemplateView):
    """Every link that may still decide. Principals and superusers end any of them.

    Ending one gives nobody a right. A new one is sent only to who asks for his own.
    """

    url_name = "wagtail_kehoach_approval:links"
    page_title = gettext_lazy("Links for approval")
    header_icon = "link"
    template_name = "wagtail_kehoach/admin/approval/links.html"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not rules.may_read_record(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(links=links.open_links(), **kwargs)

    def post(self, request, *args, **kwargs):
        known = ApprovalLink.objects.select_related("approver", "submission__revision")
        link = get_object_or_404(known, pk=_number(request.POST.get("link")))
        if request.POST.get("action") == "renew":
            self.renew(link)
        elif links.revoke_one(link, user=request.user):
            messages.success(request, _("The link is withdrawn."))
        else:
            messages.warning(request, _("The link was not open any more."))
        return redirect(self.url_name)

    def renew(self, link: ApprovalLink) -> None:
        if link.approver != self.request.user:
            raise PermissionDenied
        if reason := rules.why_not_waiting(link.submission):
            messages.warning(self.request, reason)
            return
        notifications.tell_principal.enqueue(link.submission_id, link.approver_id)
        messages.success(
            self.request, _("A new link is on its way to you; this one has ended.")
        )


def _number(said: str | None) -> int:
    """A key of a link as a form sends it; anything else is the key of none."""
    return int(said) if said and said.isascii() and said.isdigit() else 0
