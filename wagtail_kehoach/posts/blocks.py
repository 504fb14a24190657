"""What the body of a post is made of."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from .alt_texts import refusal, says_something

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class SubheadingBlock(CharBlock):
    """One line; the field stands alone in its block, so it carries its own name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.field.widget.attrs["aria-label"] = self.meta.label

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "wagtail_kehoach/posts/blocks/heading.html"


class ParagraphBlock(RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")


class QuoteBlock(StructBlock):
    text = TextBlock(rows=3, label=_("Quoted words"))
    by = CharBlock(required=False, label=_("Who said it"))

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "wagtail_kehoach/posts/blocks/quote.html"


class ChosenImageBlock(ImageBlock):
    """Wagtail names the field of the image in English, after the name of its block."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.child_blocks["image"].label = _("Picture")


class PictureBlock(StructBlock):
    image = ChosenImageBlock(label=_("Picture"))
    caption = CharBlock(required=False, label=_("Caption of the picture"))
    ai_made = BooleanBlock(required=False, label=_("Made or altered with AI"))

    def clean(self, value):
        """Refuse the name of a file as what a picture shows; drafts are kept with it."""
        cleaned = super().clean(value)
        image = cleaned.get("image")
        if self.is_deferred_validation or image is None or image.decorative:
            return cleaned
        if not says_something(image.contextual_alt_text or ""):
            wrong = {"alt_text": ValidationError(refusal())}
            inner = StructBlockValidationError(block_errors=wrong)
            raise StructBlockValidationError(block_errors={"image": inner})
        return cleaned

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "wagtail_kehoach/posts/blocks/picture.html"


class PostBodyBlock(StreamBlock):
    heading = SubheadingBlock()
    paragraph = ParagraphBlock(features=TEXT_FEATURES)
    quote = QuoteBlock()
    picture = PictureBlock()
