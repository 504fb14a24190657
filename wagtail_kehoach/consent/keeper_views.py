"""Screens of the registry that open to its keepers alone; superusers are no exception."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views import generic

from . import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model


class KeeperOnlyMixin:
    """Opens a screen to those who keep the registry, and to nobody else."""

    def dispatch(self, request, *args, **kwargs):
        if not rules.keeps_registry(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class KeeperView(KeeperOnlyMixin, generic.WagtailAdminTemplateMixin, TemplateView):
    """What was found about somebody: ``find`` what is asked about, and lead to it."""

    header_icon = "search"
    _show_breadcrumbs = True

    @cached_property
    def object(self) -> Model:
        """Looked for only once it is known that a keeper asks."""
        return self.find(self.kwargs["pk"])

    def find(self, pk: int) -> Model:
        """What the screen is about, or 404."""
        raise NotImplementedError

    def trail(self) -> Iterable[tuple[str, str]]:
        """The addresses and names of the screens above this one."""
        raise NotImplementedError

    def get_breadcrumbs_items(self):
        above = [{"url": url, "label": label} for url, label in self.trail()]
        own = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, *above, own]
