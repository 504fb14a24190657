"""The screen on which a public post is made ready for Zalo and Facebook."""

from __future__ import annotations

import swapper
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from ..consent.picture_queries import pictures_without_basis
from ..posts.models import PostMixin
from . import outside, pictures, rules, texts
from .forms import SharedPostForm
from .queries import visible_to

NAMES = {"zalo": "Zalo", "facebook": "Facebook"}


class ShareView(WagtailAdminTemplateMixin, TemplateView):
    """Texts to copy and the picture, of what the public reads now; or why not."""

    page_title = gettext_lazy("Share")
    header_icon = "link-external"
    template_name = "wagtail_kehoach/admin/sharing/share.html"
    _show_breadcrumbs = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        Page = swapper.load_model("wagtailcore", "Page")
        self.object = get_object_or_404(Page, pk=kwargs["pk"]).specific
        if not isinstance(self.object, PostMixin):
            raise Http404

    def dispatch(self, request, *args, **kwargs):
        if not rules.may_prepare(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.object.title

    def get_breadcrumbs_items(self):
        edit = reverse("wagtailadmin_pages:edit", args=(self.object.pk,))
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.object.title},
            {"url": "", "label": self.page_title},
        ]

    def post(self, request, *args, **kwargs):
        """Record where it was posted."""
        form = SharedPostForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        said = form.cleaned_data
        shared = outside.record(
            self.object, said["place"], said["posted_on"], user=request.user
        )
        shared.refresh_from_db()
        if shared.has_to_go:
            messages.warning(request, shared.must_go_because)
        else:
            messages.success(request, _("Where it was posted is on record."))
        return redirect(request.path)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", SharedPostForm())
        context = super().get_context_data(**kwargs)
        rows = visible_to(self.request.user).filter(page_id=self.object.pk)
        context |= {"object": self.object, "shared": list(rows)}
        reason = rules.why_not_share(self.object)
        if reason:
            return {**context, "reason": reason}
        return {
            **context,
            "messages_to_copy": list(self.messages_to_copy()),
            "picture": self.picture(),
            "unknown": self.pictures_without_basis(),
        }

    def messages_to_copy(self):
        """Each network by its name, with its text and how long it may be."""
        post = self.object
        address = post.get_full_url(self.request)
        for key, limit in texts.LIMITS.items():
            text = texts.message(
                post.title, post.lead, address, limit=limit, label=post.ai_label
            )
            yield {"key": key, "name": NAMES[key], "text": text, "limit": limit}

    def picture(self):
        return pictures.offered(self.object.picture)

    def pictures_without_basis(self):
        picture = self.object.picture_id
        return pictures_without_basis([picture] if picture else [])
