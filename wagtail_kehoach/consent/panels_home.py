"""What the admin's home page shows those who keep the registry."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from wagtail.admin.ui.components import Component

from ..approval.rules import may_read_record
from ..conf import kehoach_settings
from . import rules
from .ending import ending_soon
from .models import Takedown
from .queries import people_without_scan
from .register import DataRequest
from .runs import why_not_enforced

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
        if not rules.keeps_registry(parent_context["request"].user):
            return {"requests": []}
        waiting = DataRequest.objects.filter(done_on=None).select_related("person")
        return {"requests": sorted(waiting, key=lambda request: request.next_due_on)}


class EndingConsentsPanel(Component):
    """Consents that end soon while something public rests on them; or that none does."""

    name = "kehoach_ending_consents"
    template_name = "wagtail_kehoach/admin/consent/ending_panel.html"
    order = 95

    def get_context_data(self, parent_context):
        if not rules.keeps_registry(parent_context["request"].user):
            return {"keeps": False}
        return {
            "keeps": True,
            "endings": ending_soon(timezone.localdate()),
            "days": kehoach_settings.CONSENT_ENDING_DAYS,
        }


class WithoutScanPanel(Component):
    """Whose consent on paper has no scan yet, so that nothing proves it."""

    name = "kehoach_without_scan"
    template_name = "wagtail_kehoach/admin/consent/without_scan_panel.html"
    order = 96

    def get_context_data(self, parent_context):
        if not rules.keeps_registry(parent_context["request"].user):
            return {"people": []}
        people = people_without_scan(timezone.localdate()).order_by("sorted_as", "pk")
        people = list(people[: SHOWN + 1])
        return {
            "people": people[:SHOWN],
            "has_more": len(people) > SHOWN,
        }


class TakedownsPanel(Component):
    """What was taken down of late, for those who read the record of it."""

    name = "kehoach_takedowns"
    template_name = "wagtail_kehoach/admin/consent/takedowns_panel.html"
    order = 90

    def get_context_data(self, parent_context):
        if not parent_context["request"].user.has_perm("wagtail_kehoach.view_takedown"):
            return {"takedowns": []}
        since = timezone.now() - dt.timedelta(days=LATELY)
        found = list(Takedown.objects.filter(happened_at__gte=since)[: SHOWN + 1])
        return {"takedowns": found[:SHOWN], "more": len(found) > SHOWN}


class EnforcementPanel(Component):
    """That the nightly run is missing, for those who can have it mended."""

    name = "kehoach_consent_run"
    template_name = "wagtail_kehoach/admin/consent/run_panel.html"
    order = 11

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"reason": why_not_enforced() if may_read_record(user) else None}
