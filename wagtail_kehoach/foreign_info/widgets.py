"""The partner countries to tick."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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
        options = [
            option
            for group in super().optgroups(name, value, attrs)
            for option in group[1]
        ]
        frequent = {str(code): place for place, code in enumerate(FREQUENT)}
        groups: dict = {_("Ticked"): [], _("Frequent partners"): [], _("Others"): []}
        for option in options:
            code = str(option["value"])
            option["attrs"] = {**option["attrs"], "also": ALSO.get(code, "")}
            place = 0 if option["selected"] else 1 if code in frequent else 2
            list(groups.values())[place].append(option)
        groups[_("Frequent partners")].sort(key=lambda o: frequent[str(o["value"])])
        return [(title, found, 0) for title, found in groups.items() if found]
