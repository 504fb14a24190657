"""What the form of a picture's basis says while a grey picture stands for it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel

from . import file_sentences
from .picture_queries import uploaded_again
from .rules import keeps_registry
from .withholding import why_not_put_back


class GreyPanel(Panel):
    """That it was taken down, and the way back, or why there is none yet.

    Or that another upload of the same photo was, and to keepers because of whom.
    """

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/consent/grey_panel.html"

        def is_shown(self):
            return bool(self.instance.pk and (self.instance.withheld or self._again))

        @cached_property
        def _again(self):
            return uploaded_again([self.instance.image_id], timezone.localdate())

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["basis"] = self.instance
            if self.instance.withheld:
                context["why_not"] = why_not_put_back(self.instance)
                return context
            keeper = keeps_registry(self.request.user)
            context["again"] = [
                file_sentences.uploaded_again(
                    found.title, found.people if keeper else ()
                )
                for found in self._again
            ]
            return context
