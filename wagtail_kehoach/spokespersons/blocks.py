"""The press contact, for any StreamField of a portal."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock
from wagtail.models import Site

from .queries import speaking_now


class PressContactBlock(StructBlock):
    """Shows who may speak to the press on the day the page is read.

    Names come from the approved registry, so the block never shows an expired mandate.
    """

    heading = CharBlock(required=False, label=_("Heading"))

    class Meta:
        icon = "user"
        label = _("Press contact")
        template = "wagtail_kehoach/spokespersons/blocks/press_contact.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        request = context.get("request")
        site = Site.find_for_request(request) if request else None
        context["spokespersons"] = speaking_now(site, timezone.localdate())
        return context
