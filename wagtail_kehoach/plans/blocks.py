"""The parts of a plan that repeat, as blocks of its StreamFields."""

from __future__ import annotations

from django.db import models
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _, pgettext_lazy
from wagtail.blocks import (
    BlockGroup,
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    RichTextBlock,
    StaticBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)

from ..decree30.layout import is_point_label, printed_label
from ..indexes import options
from ..organisation.blocks import LegalBasisBlock
from ..organisation.day_block import DayBlock
from . import run_in, table_head


class DueType(models.TextChoices):
    """How a plan says when a task is due."""

    NONE = "none", _("not said")
    DATE = "date", _("by a date")
    MONTH = "month", _("in a month")
    QUARTER = "quarter", _("in a quarter")
    TERM = "term", _("by the end of a term or school year")
    RECURRING = "recurring", _("again and again")
    RELATIVE = "relative", _("relative to something else")


class Paper(models.TextChoices):
    """How the paper of an annex lies."""

    AUTOMATIC = "", _("as its tables need it")
    PORTRAIT = "portrait", _("upright")
    LANDSCAPE = "landscape", _("across")


def theme_choices() -> list[tuple[str, str]]:
    """The themes of the register, as choices of a task; asked for once for each task."""
    return [(str(pk), name) for _slug, pk, name in options.themes()]


class BasesBlock(StreamBlock):
    basis = LegalBasisBlock()

    class Meta:
        collapsed = True


class SectionBlock(StructBlock):
    """A numbered heading with the text under it, as the document prints them."""

    number = CharBlock(
        required=False, label=_("Number"), help_text=_("As printed: I, 1, a …")
    )
    title = CharBlock(required=False, label=_("Heading"))
    level = IntegerBlock(default=1, min_value=1, max_value=5, label=_("Level"))
    text = RichTextBlock(
        required=False, features=["bold", "italic", "ol", "ul"], label=_("Text")
    )
    paper = ChoiceBlock(
        choices=Paper.choices,
        default=Paper.AUTOMATIC.value,
        required=False,
        label=_("Paper of an annex"),
        help_text=_(
            "Only for a section that begins an annex: its heading starts with “Phụ lục”."
        ),
    )

    def get_prep_value(self, value):
        """Without a paper that nobody asked for: approved texts stay as they were stored."""
        stored = super().get_prep_value(value)
        if not stored.get("paper"):
            stored.pop("paper", None)
        return stored

    def get_searchable_content(self, value):
        """The heading as it is read, then the text; the level is for the layout."""
        heading = ". ".join(filter(None, [value.get("number"), value.get("title")]))
        text = self.child_blocks["text"].get_searchable_content(value.get("text"))
        whole = run_in.in_one_line(heading, text[0]) if text else None
        return [whole, *text[1:]] if whole else [heading, *text]

    def get_context(self, value, parent_context=None):
        """On the page of a plan the mark of the end stands where the text ends."""
        context = super().get_context(value, parent_context)
        text = value.get("text")
        part = (parent_context or {}).get("part")
        if text and part is not None:
            text = part.marked_html
        if text and (value.get("title") or value.get("number")):
            context["joint"], text = run_in.parted(str(text))
        context["text"] = mark_safe(text or "")  # noqa: S308 -- HTML of Wagtail
        context["label"] = printed_label(value.get("number") or "")
        context["is_point"] = is_point_label(value.get("number") or "")
        return context

    class Meta:
        icon = "list-ol"
        label = pgettext_lazy("of a plan", "Section")
        label_format = "{number} {title}"
        help_text = _(
            "Text that begins with a colon or a full stop goes on in the line of its heading."
        )
        form_classname = "struct-block kh-block-section"
        form_layout = BlockGroup(
            children=["number", "title", "level", "text"], settings=["paper"]
        )
        template = "wagtail_kehoach/plans/blocks/section.html"


class TextTableBlock(StructBlock):
    """A table as text: a row on each line, cells separated by a bar."""

    rows = TextBlock(
        rows=6,
        label=_("Rows"),
        help_text=_("One row on each line; put | between the cells."),
    )
    has_header = BooleanBlock(
        required=False, default=True, label=_("The first row is the heading")
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "wagtail_kehoach/plans/blocks/table.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        rows = [
            [cell.strip() for cell in line.split("|")]
            for line in value.get("rows", "").splitlines()
            if line.strip()
        ]
        count = table_head.header_rows(rows) if value.get("has_header") else 0
        context.update(
            head=table_head.titles_of(rows[:count]) if rows else [], rows=rows[count:]
        )
        return context


class TaskTableBlock(StaticBlock):
    """Where the table of tasks stands in the text."""

    class Meta:
        icon = "tasks"
        label = _("Table of tasks")
        admin_text = _(
            "The tasks below are shown here as a table. A table right above that is nothing "
            "but a row of titles gives it its titles on paper."
        )
        template = "wagtail_kehoach/plans/blocks/task_table.html"


class PlanBodyBlock(StreamBlock):
    section = SectionBlock()
    table = TextTableBlock()
    task_table = TaskTableBlock()

    class Meta:
        collapsed = True
        block_counts = {"task_table": {"max_num": 1}}


class TaskBlock(StructBlock):
    """Work that the plan gives to somebody."""

    text = TextBlock(rows=2, label=pgettext_lazy("of a plan", "Task"))
    theme = ChoiceBlock(choices=theme_choices, required=False, label=_("Theme"))
    lead = CharBlock(required=False, label=_("Lead unit"))
    supporting = CharBlock(
        required=False,
        label=_("Supporting units"),
        help_text=_("Separate them with semicolons."),
    )
    due_type = ChoiceBlock(
        choices=DueType.choices, default=DueType.NONE, label=_("When")
    )
    due_on = DayBlock(required=False, label=_("Due on"))
    due_text = CharBlock(
        required=False,
        label=_("When, in words"),
        help_text=_("For example: quý I/2027, cuối học kỳ I, hằng tháng."),
    )
    result = CharBlock(required=False, label=_("Expected result"))
    in_table = BooleanBlock(
        required=False,
        default=True,
        label=_("In the table of tasks"),
        help_text=_("Off for a task that the text gives in a sentence."),
    )

    def get_searchable_content(self, value):
        """Without the words of menus: nothing chosen, and how a day is given."""
        menus = {"due_type"} if value.get("theme") else {"due_type", "theme"}
        return [
            said
            for name, block in self.child_blocks.items()
            if name not in menus
            for said in block.get_searchable_content(
                value.get(name, block.get_default())
            )
        ]

    class Meta:
        icon = "tasks"
        label = pgettext_lazy("of a plan", "Task")
        label_format = "{text}"
        form_classname = "struct-block kh-block-task"


class TasksBlock(StreamBlock):
    task = TaskBlock()

    class Meta:
        collapsed = True


class ReportingDutyBlock(StructBlock):
    """A report that the plan asks for."""

    text = TextBlock(rows=2, label=_("Report"))
    due_on = DayBlock(required=False, label=_("Due on"))
    due_text = CharBlock(required=False, label=_("When, in words"))
    to = CharBlock(required=False, label=_("To whom"))

    class Meta:
        icon = "calendar"
        label = _("Reporting duty")
        label_format = "{text}"


class ReportingBlock(StreamBlock):
    duty = ReportingDutyBlock()

    class Meta:
        collapsed = True


class RecipientBlock(CharBlock):
    """One line; the field stands alone in its block, so it carries its own name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.field.widget.attrs["aria-label"] = self.meta.label

    class Meta:
        icon = "mail"
        label = _("Recipient")


class RecipientsBlock(StreamBlock):
    recipient = RecipientBlock()
    electronic = RecipientBlock(label=_("Recipient of the electronic copy"))
