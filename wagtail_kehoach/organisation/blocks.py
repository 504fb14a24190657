"""StreamField blocks for what documents cite."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock

from .day_block import DayBlock


class LegalBasisBlock(StructBlock):
    """One legal basis: its wording, and the document that it cites."""

    text = TextBlock(rows=2, label=_("Wording"))
    number = CharBlock(required=False, label=_("Number and symbol"))
    date = DayBlock(required=False, label=_("Date"))
    issuer = CharBlock(required=False, label=_("Issued by"))

    def get_searchable_content(self, value):
        """The wording: it says the rest as readers see it."""
        return self.child_blocks["text"].get_searchable_content(value.get("text"))

    class Meta:
        icon = "doc-full"
        label = _("Legal basis")
        label_format = "{text}"
        form_classname = "struct-block kh-block-basis"
