"""The partner countries to tick."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ..names import dictionary_key
from ..themes.widgets import Checklist

#: Neighbours, ASEAN, and those that schools most often have to do with.
FREQUENT = (
    "LA", "KH", "CN", "TH", "JP", "KR", "SG", "MY", "ID", "PH", "MM", "BN", "TL",
    "IN", "AU", "NZ", "US", "CA", "GB", "FR", "DE", "RU", "CU",
)  # fmt: skip
#: Other names under which people look for them.
ALSO = {"US": "Mỹ", "GB": "Anh", "AU": "Australia", "IS": "Iceland", "IE": "Ireland"}


class CountryChecklist(Checklist):
    """Ticked countries first, then frequent partners, then all others by name."""

    find = _("Find a country")

    def optgroups(self, name, value, attrs=None):
        groups = super().optgroups(name, value, attrs)
        options = [option for _heading, own, _place in groups for option in own]
        for option in options:
            option["also"] = ALSO.get(_code(option), "")
        ticked = [option for option in options if option["selected"]]
        others = [option for option in options if not option["selected"]]
        frequent = [option for option in others if _code(option) in FREQUENT]
        others = [option for option in others if option not in frequent]
        frequent.sort(key=lambda option: FREQUENT.index(_code(option)))
        others.sort(key=lambda option: dictionary_key(str(option["label"])))
        headed = [
            (_("Ticked"), ticked), (_("Frequent partners"), frequent), (_("Others"), others),
        ]  # fmt: skip
        return [(heading, own, 0) for heading, own in headed if own]


def _code(option: dict) -> str:
    return str(option["value"])
