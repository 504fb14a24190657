"""Figures of cooperation: a table, with bars where one looks at them rather than reads."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import numberformat
from django.utils.formats import get_format
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    DecimalBlock,
    ListBlock,
    StructBlock,
)

from ..posts.blocks import PostBodyBlock

if TYPE_CHECKING:
    from collections.abc import Iterable


class FigureBlock(StructBlock):
    label = CharBlock(label=_("Of what"), max_length=150)
    value = DecimalBlock(label=_("Figure"), min_value=0, max_digits=15)

    class Meta:
        icon = "order"
        label = _("Figure")


class FigureList(ListBlock):
    """A ``ListBlock`` with a label; migrations know it as one without."""

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return "wagtail.blocks.ListBlock", args, kwargs

    class Meta:
        label = _("Figures")


class FiguresBlock(StructBlock):
    """The bars are drawn on the server and say nothing that the table does not say."""

    title = CharBlock(label=_("What the figures show"), max_length=200)
    unit = CharBlock(label=_("Unit"), required=False, max_length=50)
    figures = FigureList(FigureBlock(), min_num=1, max_num=30)
    bars = BooleanBlock(label=_("Draw a bar for each figure"), required=False)
    source = CharBlock(label=_("Source"), required=False, max_length=255)

    class Meta:
        icon = "table"
        label = _("Figures")
        template = "wagtail_kehoach/foreign_info/blocks/figures.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["rows"] = rows_of((f["label"], f["value"]) for f in value["figures"])
        return context


def rows_of(figures: Iterable[tuple[str, Decimal]]) -> list[dict[str, Any]]:
    """Each figure as it is printed, and how long its bar is, in hundredths of the longest."""
    figures = list(figures)
    most = max((value for _label, value in figures), default=Decimal(0))
    return [
        {
            "label": label,
            "printed": printed(value),
            # A point in every language: it is read by the browser.
            "share": f"{100 * value / most:.1f}" if most else "0.0",
        }
        for label, value in figures
    ]


def printed(value: Decimal) -> str:
    """``value`` in the way of the reader's language, without zeros that say nothing.

    Thousands are set apart by hand: Django's Vietnamese format does not group them.
    """
    plain = value.normalize() if value % 1 else value.quantize(Decimal(1))
    return numberformat.format(
        plain,
        get_format("DECIMAL_SEPARATOR"),
        grouping=3,
        thousand_sep=get_format("THOUSAND_SEPARATOR"),
        force_grouping=True,
    )


class ForeignInfoBodyBlock(PostBodyBlock):
    figures = FiguresBlock()
