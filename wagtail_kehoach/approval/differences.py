"""How a change is shown: only what differs, line by line, in the words of the form.

Wagtail's own comparisons show the whole value, run the items of a list together and call
text changed that was only spelled anew. These take their place in the review.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.html import format_html_join
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin import compare

from .lines import block_lines, canonical, read_the_same, rich_lines, shown
from .marks import described, diff_lines, joined, part, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from django.utils.safestring import SafeString


class TextChange(compare.TextFieldComparison):
    """Plain text: the lines that differ; another space between words is no change."""

    def has_changed(self):
        return _split(self.val_a) != _split(self.val_b)

    def htmldiff(self):
        return diff_lines(_split(self.val_a), _split(self.val_b))


class RichTextChange(compare.RichTextFieldComparison):
    """Rich text: the lines that differ; a new spelling of the same is no change."""

    def has_changed(self):
        return canonical(self.val_a) != canonical(self.val_b)

    def htmldiff(self):
        return diff_lines(rich_lines(self.val_a), rich_lines(self.val_b))


class PlainChange(compare.FieldComparison):
    """A day, a number, yes or no, as people write it.

    A revision keeps less of an instant than the database does: that is no change.
    """

    def has_changed(self):
        return shown(self.val_a) != shown(self.val_b)

    def htmldiff(self):
        return replaced(shown(self.val_a), shown(self.val_b))


class StreamChange(compare.StreamFieldComparison):
    """A stream of blocks: the blocks that differ, and in them what differs."""

    def has_changed(self):
        return not read_the_same(self.field.stream_block, self.val_a, self.val_b)

    def htmldiff(self):
        return joined(stream_changes(self.field.stream_block, self.val_a, self.val_b))


class ChildrenChange(compare.ChildRelationComparison):
    """The rows below a text: which are new, gone or changed, and in what."""

    def __init__(self, field, field_comparisons, *args, **kwargs):
        super().__init__(field, [ours(f) for f in field_comparisons], *args, **kwargs)

    def htmldiff(self):
        return joined(self._rows())

    def _rows(self) -> Iterator[SafeString]:
        for row in self.get_child_comparisons():
            title = capfirst(str(row.obj_b or row.obj_a))
            if row.is_addition() or row.is_deletion():
                yield part(title, "", "addition" if row.is_addition() else "deletion")
            elif row.has_changed():
                said = [f for f in row.get_field_comparisons() if f.has_changed()]
                pairs = [(f.field_label(), f.htmldiff()) for f in said]
                yield part(title, described(pairs))


OURS = {
    compare.FieldComparison: PlainChange,
    compare.TextFieldComparison: TextChange,
    compare.RichTextFieldComparison: RichTextChange,
    compare.StreamFieldComparison: StreamChange,
    compare.ChildRelationComparison: ChildrenChange,
}


def ours(comparison: partial) -> Callable:
    """A comparison as a panel offers it, with ours in the place of Wagtail's own.

    What a portal registered for a field or block of its own stays as it is.
    """
    known = OURS.get(comparison.func, comparison.func)
    return partial(known, *comparison.args, **comparison.keywords)


def stream_changes(
    block: blocks.Block, before: Any, after: Any
) -> Iterator[SafeString]:
    """Each block of a stream or list that is new, gone, changed or in another place."""
    a, b = (compared(block, value, value) for value in (before, after))
    ids = [_ids(a), _ids(b)]
    if before and after and not set(ids[0]) & set(ids[1]):
        yield diff_lines(block_lines(block, before), block_lines(block, after))
        return
    moved = _moved(*ids)
    for child in compared(block, before, after).get_block_comparisons():
        value = child.val_a if child.is_deleted() else child.val_b
        title = title_of(child.block, value)
        if child.is_new() or child.is_deleted():
            sign = "addition" if child.is_new() else "deletion"
            yield part(title, _whole(child, value), sign)
        elif not read_the_same(child.block, child.val_a, child.val_b):
            yield part(title, block_change(child))
    for child in compared(block, after, after).get_blocks_from_value(after):
        if child.id in moved:
            yield part(title_of(child.block, child.value), _("Moved to another place."))


def compared(block: blocks.Block, before: Any, after: Any):
    """Wagtail's pairing of the children of a stream or list."""
    kind = (
        compare.ListBlockComparison
        if isinstance(block, blocks.ListBlock)
        else compare.StreamBlockComparison
    )
    return kind(block, True, True, before, after)


def block_change(child: compare.BlockComparison) -> SafeString:
    """What differs inside one block that both texts have."""
    block, before, after = child.block, child.val_a, child.val_b
    if hasattr(block, "get_comparison_class"):
        return child.htmldiff()
    if isinstance(before, blocks.StructValue):
        return described(
            (inner.label, block_change(_pair(inner, *values)))
            for name, inner in block.child_blocks.items()
            for values in [(before.get(name), after.get(name))]
            if not read_the_same(inner, *values)
        )
    if isinstance(block, blocks.StreamBlock | blocks.ListBlock):
        return joined(stream_changes(block, before, after))
    return diff_lines(block_lines(block, before), block_lines(block, after))


def _pair(block: blocks.Block, before: Any, after: Any) -> compare.BlockComparison:
    kind = compare.get_comparison_class_for_block(block)
    return kind(block, True, True, before, after)


def title_of(block: blocks.Block, value: Any) -> str:
    """What the form calls this block: its kind, and what tells it from its neighbours."""
    named = getattr(block.meta, "label_format", None)
    if not named or not isinstance(value, blocks.StructValue):
        return capfirst(str(block.label))
    said = re.sub(r"{(\w+)}", lambda name: shown(value.get(name[1])), named)
    return capfirst(f"{block.label}: {Truncator(' '.join(said.split())).words(12)}")


def _whole(child: compare.BlockComparison, value: Any) -> SafeString:
    if hasattr(child.block, "get_comparison_class"):
        return child.htmlvalue(value)
    lines = block_lines(child.block, value)
    return format_html_join("", "<p>{}</p>", ((line,) for line in lines))


def _moved(before: list[str], after: list[str]) -> set[str]:
    """The ids that stand in another order than before."""
    kept = set(before) & set(after)
    orders = [[i for i in ids if i in kept] for ids in (before, after)]
    matcher = SequenceMatcher(None, *orders, autojunk=False)
    still = {
        i for m in matcher.get_matching_blocks() for i in orders[0][m.a : m.a + m.size]
    }
    return kept - still


def _ids(comparison) -> list[str]:
    return [child.id for child in comparison.get_blocks_from_value(comparison.val_a)]


def _split(text: str | None) -> list[str]:
    return [
        " ".join(line.split()) for line in (text or "").splitlines() if line.strip()
    ]
