"""After a refused form: one list of what is to be put right, each with a link to its place.

Wagtail says that there are errors and writes each beside its field; in a plan of eighty
tasks that is not enough to find them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from wagtail.admin.panels import Panel
from wagtail.blocks import StreamValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wagtail.blocks import Block

#: More than these are found one after the other.
MOST_SHOWN = 30


class Wrong(NamedTuple):
    """Something to put right: where it is, in words and as an id, and why.

    Without place where it is about the whole text, such as who has not agreed.
    """

    where: str
    target: str
    reason: str


def wrongs_in(form: forms.BaseForm) -> list[Wrong]:
    """What is wrong with the fields of ``form``, in their order."""
    names = [name for name in form.fields if name in form.errors]
    wrongs = [wrong for name in names for wrong in _in_field(form[name])]
    wrongs += [Wrong("", "", reason) for reason in form.non_field_errors()]
    for formset in getattr(form, "formsets", {}).values():
        wrongs.extend(_in_rows(formset))
    return wrongs


def _in_rows(formset: forms.BaseFormSet) -> Iterator[Wrong]:
    """What is wrong with the rows below the form, such as the mandates of a person."""
    label = capfirst(str(formset.model._meta.verbose_name))
    # As Wagtail names the places of its inline panels.
    for reason in formset.non_form_errors():
        yield Wrong(label, f"id_{formset.prefix}-FORMS", reason)
    for count, row in enumerate(formset.forms, start=1):
        for wrong in wrongs_in(row):
            if wrong.target:
                yield wrong._replace(where=f"{label} {count}: {wrong.where}")
            else:
                target = f"inline_child_{row.prefix}"
                yield Wrong(f"{label} {count}", target, wrong.reason)


def _in_field(field: forms.BoundField) -> Iterator[Wrong]:
    label = capfirst(str(field.label))
    value = field.value()
    is_stream = isinstance(value, StreamValue)
    # Wagtail gives a stream the name of its field, and a set of boxes no label.
    target = field.html_name if is_stream else field.id_for_label or field.auto_id
    for error in field.errors.as_data():
        if is_stream and hasattr(error, "block_errors"):
            yield from _in_stream(label, field, value, error)
        else:
            yield from (Wrong(label, target, reason) for reason in error.messages)


def _in_stream(
    label: str, field: forms.BoundField, value: StreamValue, error
) -> Iterator[Wrong]:
    for reason in _own_reasons(error):
        yield Wrong(label, field.html_name, reason)
    counts: dict[str, int] = {}
    for index, child in enumerate(value):
        counts[child.block_type] = counts.get(child.block_type, 0) + 1
        if index in error.block_errors:
            where = f"{capfirst(str(child.block.label))} {counts[child.block_type]}"
            for said, names, reason in _leaves(child.block, error.block_errors[index]):
                # As Wagtail names the fields of a stream.
                target = "-".join([field.html_name, f"{index}-value", *names])
                yield Wrong(": ".join([where, *said]), target, reason)


def _leaves(
    block: Block, error: ValidationError
) -> Iterator[tuple[list[str], list[str], str]]:
    """The reasons inside a block, each with the fields that lead to it: labels, names."""
    if not hasattr(error, "block_errors"):
        yield from (([], [], reason) for reason in error.messages)
        return
    yield from (([], [], reason) for reason in _own_reasons(error))
    for name, inner in error.block_errors.items():
        child = getattr(block, "child_blocks", {}).get(name)
        label = [capfirst(str(child.label))] if child else []
        for said, names, reason in _leaves(child, inner):
            yield [*label, *said], [f"{name}", *names], reason


def _own_reasons(error) -> list[str]:
    said = error.non_block_errors.as_data()
    return [reason for one in said for reason in one.messages]


class ErrorsPanel(Panel):
    """Shown above a form that was refused."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/approval/errors_panel.html"

        def is_shown(self):
            form = self.form
            return form is not None and form.is_bound and bool(wrongs_in(form))

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            wrongs = wrongs_in(self.form)
            context["wrongs"] = wrongs[:MOST_SHOWN]
            context["more"] = max(len(wrongs) - MOST_SHOWN, 0)
            return context

        class Media:
            js = ["wagtail_kehoach/errors.js"]
