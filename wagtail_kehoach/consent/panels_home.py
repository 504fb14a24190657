"""What the admin's home page shows those who keep the registry, and who reads its records.

Whoever may not see a panel of ``FOR_KEEPERS`` does not get it: the hook asks, once for all.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone
from wagtail.admin.ui.components import Component

from ..approval.rules import may_read_record
from ..conf import kehoach_settings
from .ending import ending_soon
from .models import Takedown
from .picture_queries import pictures_to_put_back
from .queries import people_without_scan, unanswered
from .register import DataRequest
from .runs import why_not_enforced

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import Model

#: As long as one remembers it: what was taken down stands on the home page.
LATELY = 14
#: As many as one looks through on the home page; the lists have all.
SHOWN = 5


class DataRequestsPanel(Component):
    """Open requests about personal data, the most urgent first."""

    name = "kehoach_data_requests"
    template_name = "wagtail_kehoach/admin/consent/home_panel.html"
    order = 92

    def get_context_data(self, parent_context):
        waiting = DataRequest.objects.filter(done_on=None).select_related("person")
        return {"requests": sorted(waiting, key=lambda request: request.next_due_on)}


class EndingConsentsPanel(Component):
    """Consents that end soon while something public rests on them; or that none does."""

    name = "kehoach_ending_consents"
    template_name = "wagtail_kehoach/admin/consent/ending_panel.html"
    order = 95

    def get_context_data(self, parent_context):
        return {
            "endings": ending_soon(timezone.localdate()),
            "days": kehoach_settings.CONSENT_ENDING_DAYS,
        }


class WithoutScanPanel(Component):
    """Whose consent on paper has no scan yet, so that nothing proves it."""

    name = "kehoach_without_scan"
    template_name = "wagtail_kehoach/admin/consent/without_scan_panel.html"
    order = 96

    def get_context_data(self, parent_context):
        people = people_without_scan(timezone.localdate()).order_by("sorted_as", "pk")
        return _first_of("people", people[: SHOWN + 1])


class QuestionsPanel(Component):
    """Questions by link that nobody has answered yet, and what has become of the link."""

    name = "kehoach_consent_questions"
    template_name = "wagtail_kehoach/admin/consent/questions_panel.html"
    order = 92

    def get_context_data(self, parent_context):
        return _first_of("questions", unanswered(timezone.localdate())[: SHOWN + 1])


class GreyPicturesPanel(Component):
    """Grey pictures whose people have all agreed again: somebody may put them back."""

    name = "kehoach_grey_pictures"
    template_name = "wagtail_kehoach/admin/consent/grey_pictures_panel.html"
    order = 92

    def get_context_data(self, parent_context):
        return _first_of("bases", pictures_to_put_back(timezone.localdate()))


#: What those who keep the registry find on their home page, and nobody else.
FOR_KEEPERS = (
    DataRequestsPanel,
    QuestionsPanel,
    GreyPicturesPanel,
    EndingConsentsPanel,
    WithoutScanPanel,
)


def _first_of(name: str, found: Iterable[Model]) -> dict[str, object]:
    """As many of ``found`` as are shown, and whether there are more."""
    rows = [*found]
    return {name: rows[:SHOWN], "has_more": len(rows) > SHOWN}


class TakedownsPanel(Component):
    """What was taken down of late, for those who read the record of it."""

    name = "kehoach_takedowns"
    template_name = "wagtail_kehoach/admin/consent/takedowns_panel.html"
    order = 90

    def get_context_data(self, parent_context):
        if not parent_context["request"].user.has_perm("wagtail_kehoach.view_takedown"):
            return {"takedowns": []}
        since = timezone.now() - dt.timedelta(days=LATELY)
        found = Takedown.objects.filter(happened_at__gte=since)[: SHOWN + 1]
        return _first_of("takedowns", found)


class EnforcementPanel(Component):
    """That the nightly run is missing, for those who can have it mended."""

    name = "kehoach_consent_run"
    template_name = "wagtail_kehoach/admin/consent/run_panel.html"
    order = 11

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"reason": why_not_enforced() if may_read_record(user) else None}
