"""Where posts stand outside of the portal, as those who put them there recorded it."""

from __future__ import annotations

import swapper
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import rules


class SharedPostQuerySet(models.QuerySet):
    def standing(self) -> SharedPostQuerySet:
        """Those that nobody has removed."""
        return self.filter(removed_at=None)

    def to_remove(self) -> SharedPostQuerySet:
        """Those that have to be removed, the oldest first."""
        return self.standing().exclude(must_go_since=None).order_by("must_go_since")


class SharedPost(models.Model):
    """One place outside of the portal that shows a post. It outlives the post."""

    wagtail_reference_index_ignore = True

    page = models.ForeignKey(
        swapper.get_model_name("wagtailcore", "Page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="kehoach_shared",
    )
    title = models.CharField(verbose_name=_("post"), max_length=255)
    place = models.CharField(
        verbose_name=_("where it was posted"),
        max_length=500,
        help_text=_("The address, or words such as “nhóm Zalo lớp 5A”."),
    )
    posted_on = models.DateField(
        verbose_name=_("posted on"), default=timezone.localdate
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    must_go_since = models.DateTimeField(null=True, db_index=True)
    must_go_because = models.TextField(blank=True)
    removed_on = models.DateField(verbose_name=_("removed on"), null=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    removed_at = models.DateTimeField(null=True)

    objects = SharedPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post outside of the portal")
        verbose_name_plural = _("posts outside of the portal")
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.title}: {self.place}"

    @property
    def link(self) -> str:
        """The address, where one was entered."""
        return self.place if self.place.startswith(("https://", "http://")) else ""

    @property
    def has_to_go(self) -> bool:
        return bool(self.must_go_since) and not self.removed_at

    @property
    def state_name(self) -> str:
        return rules.state_name(self)
