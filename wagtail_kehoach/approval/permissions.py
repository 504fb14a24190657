"""What a user may do with guarded pages in the admin: the guard's answer, given early."""

from __future__ import annotations

from wagtail.models import PagePermissionTester

from . import rules
from .standing import standing_in_request, why_not_take_down


class PrincipalPermissionTester(PagePermissionTester):
    """Publishing takes a principal; taking down stays possible as Wagtail has it.

    But for a principal only of what he signs for today.
    """

    def can_publish(self):
        return super().can_publish() and standing_in_request(self.user).is_principal

    def can_publish_subpage(self):
        return super().can_publish_subpage() and rules.is_principal(self.user)

    def can_unpublish(self):
        return super().can_unpublish() and not self._why_not_take_down()

    def can_delete(self, ignore_bulk=False):
        if self.page.live and self._why_not_take_down():
            return False
        return super().can_delete(ignore_bulk)

    def can_set_view_restrictions(self):
        return super().can_set_view_restrictions() and not self._why_not_take_down()

    def can_unschedule(self):
        return super().can_publish() and not self._why_not_take_down()

    def can_move_to(self, destination):
        """Out of a private section only by a principal: it widens who can read."""
        if not super().can_move_to(destination):
            return False
        return rules.is_principal(self.user) or self._as_private(destination)

    def _why_not_take_down(self) -> str | None:
        return why_not_take_down(self.page, self.user)

    def _as_private(self, destination) -> bool:
        around = self.page.get_parent().get_view_restrictions()
        return set(around) <= set(destination.get_view_restrictions())
