"""What our pages are compared with: a page of Wagtail's own, and the same one guarded."""

from wagtail.admin.panels import FieldPanel
from wagtail.blocks import RichTextBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from wagtail_kehoach.approval.guard import GuardedPageMixin

TEMPLATE = "bench/bare_page.html"
BLOCKS = [("paragraph", RichTextBlock())]
PANELS = [*Page.content_panels, FieldPanel("body")]


class BarePage(Page):
    """A page as Wagtail's tutorial makes it."""

    template = TEMPLATE
    body = StreamField(BLOCKS, blank=True)
    content_panels = PANELS


class GuardedPage(GuardedPageMixin, Page):
    """The same page, public only with the approval of a principal."""

    template = TEMPLATE
    body = StreamField(BLOCKS, blank=True)
    content_panels = PANELS
