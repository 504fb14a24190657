"""Whether a plan was put in before: another one has its title, for the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ..organisation.bodies import is_same_body
from .queries import plan_models

if TYPE_CHECKING:
    from .models import PlanPageMixin

NEEDED = (
    "title",
    "draft_title",
    "issuing_body",
    "latest_revision_created_at",
)


def why_twice(plan: PlanPageMixin) -> str | None:
    """Return that another plan, draft or public, has the title of ``plan``, or ``None``.

    The same body's, for a time that begins on the same day: every year has a plan that is
    called so. Neither translations nor aliases count. One statement for each type of plan.
    """
    others = [other for model in plan_models() for other in _called_so(model, plan)]
    if not others:
        return None
    day = others[-1].latest_revision_created_at
    told = _(
        "Another plan has the title “%(title)s” already, for the same time. Check whether "
        "it is the same document."
    ) % {"title": plan.title}
    if day is None:
        return told
    when = _("It was last saved on %(day)s.") % {
        "day": date_format(localtime(day), "d/m/Y")
    }
    return f"{told} {when}"


def _called_so(model: type[PlanPageMixin], plan: PlanPageMixin) -> list[PlanPageMixin]:
    title = plan.title.strip()
    called = Q(title__iexact=title) | Q(draft_title__iexact=title)
    found = (
        model.objects.filter(called, alias_of=None, starts_on=plan.starts_on)
        .exclude(pk=plan.pk)
        .exclude(translation_key=plan.translation_key)
        .only(*NEEDED)
        .order_by("latest_revision_created_at")
    )
    return [o for o in found if is_same_body(o.issuing_body, plan.issuing_body)]
