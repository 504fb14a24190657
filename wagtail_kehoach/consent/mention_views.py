"""Public posts that name somebody in their text alone: a keeper reads them, one by one."""

from __future__ import annotations

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from wagtail.admin import messages

from ..exceptions import ApprovalRefused, ConsentRefused
from . import mentions
from .keeper_views import KeeperView
from .person_models import Person
from .takedown import take_down_mention


class MentionsView(KeeperView):
    """What has the name of one person and may not; taken down with one button each."""

    page_title = gettext_lazy("Public posts with this name")
    template_name = "wagtail_kehoach/admin/consent/mentions.html"

    def find(self, pk):
        return get_object_or_404(Person, pk=pk)

    def get_page_subtitle(self):
        return str(self.object)

    def trail(self):
        registry = self.object.snippet_viewset
        edit = reverse(registry.get_url_name("edit"), args=(self.object.pk,))
        yield reverse(registry.get_url_name("list")), registry.menu_label
        yield edit, str(self.object)

    def post(self, request, *args, **kwargs):
        """Take one post down that was read."""
        page = request.POST.get("page", "")
        try:
            if not page.isdecimal():
                raise ConsentRefused(_("Choose the post again."))
            record = take_down_mention(self.object, int(page))
        except (ApprovalRefused, ConsentRefused) as refusal:
            messages.error(request, str(refusal))
        else:
            said = _("Taken down: %(title)s") % {"title": record.title}
            messages.success(request, said)
        return redirect(request.path)

    def get_context_data(self, **kwargs):
        found = mentions.of([self.object.pk], timezone.localdate())
        return super().get_context_data(
            object=self.object,
            mentions=found,
            named=[mention for mention in found if not mention.unlisted],
            most=mentions.MOST,
            **kwargs,
        )
