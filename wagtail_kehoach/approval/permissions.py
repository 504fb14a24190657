"""What a user may do with guarded pages in the admin: the guard's answer, given early."""

from __future__ import annotations

from wagtail.models import PagePermissionTester

from . import rules


class PrincipalPermissionTester(PagePermissionTester):
    """Publishing takes a principal; taking down stays possible as Wagtail has it."""

    def can_publish(self):
        return super().can_publish() and rules.is_principal(self.user)

    def can_publish_subpage(self):
        return super().can_publish_subpage() and rules.is_principal(self.user)

    def can_unschedule(self):
        return super().can_publish()

    def can_move_to(self, destination):
        """Out of a private section only by a principal: it widens who can read."""
        if not super().can_move_to(destination):
            return False
        return rules.is_principal(self.user) or self._as_private(destination)

    def _as_private(self, destination) -> bool:
        around = self.page.get_parent().get_view_restrictions()
        return set(around) <= set(destination.get_view_restrictions())
