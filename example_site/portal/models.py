"""The example portal's own page: the home page of a school."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, DateBlock, StructBlock, TextBlock
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page, Site
from wagtail.search import index

from wagtail_kehoach.pages.models import ForeignInfoPage, PlanPage, StoryPage
from wagtail_kehoach.spokespersons.blocks import PressContactBlock


class AnnouncementBlock(StructBlock):
    day = DateBlock(label=_("Day"))
    text = TextBlock(rows=2, label=_("Text"))

    class Meta:
        icon = "calendar-alt"
        label = _("Announcement")


class QuickLinkBlock(StructBlock):
    title = CharBlock(label=_("Title"))
    text = CharBlock(label=_("Text"), required=False)
    url = CharBlock(label=_("Address"))

    class Meta:
        icon = "link"
        label = _("Quick link")


class HomePage(Page):
    """Greets visitors and shows the newest plans, stories and foreign items."""

    slogan = models.CharField(_("slogan"), max_length=255, blank=True)
    introduction = models.TextField(_("introduction"), blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    picture = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
    )
    quick_links = StreamField([("link", QuickLinkBlock())], blank=True)
    announcements = StreamField([("announcement", AnnouncementBlock())], blank=True)
    contact = StreamField([("press_contact", PressContactBlock())], blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(["slogan", "introduction", "picture"], heading=_("Welcome")),
        FieldPanel("quick_links", heading=_("Quick links")),
        FieldPanel("announcements", heading=_("Announcements")),
        FieldPanel("contact", heading=_("Press contact")),
        MultiFieldPanel(
            ["address", FieldRowPanel(["phone", "email"])], heading=_("Contact")
        ),
    ]

    search_fields = [
        *Page.search_fields,
        index.SearchField("slogan"),
        index.SearchField("introduction"),
        index.SearchField("announcements"),
        index.SearchField("address"),
        index.SearchField("phone"),
        index.SearchField("email"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        newest = {"plans": PlanPage, "stories": StoryPage, "foreign": ForeignInfoPage}
        for name, model in newest.items():
            order = "-starts_on" if model is PlanPage else "-post_date"
            pages = model.objects.live().public().descendant_of(self)
            context[name] = pages.order_by(order, "-pk")[
                : 3 if name != "stories" else 6
            ]
        return context

    def site(self):
        """The site that this page is the root of."""
        return Site.objects.filter(root_page=self).first()
