"""A guarded snippet in several languages, as a portal may have one."""

from django.db import models
from wagtail.models import (
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.snippets.models import register_snippet

from wagtail_kehoach.models import ApprovalGuardMixin


class Notice(
    ApprovalGuardMixin,
    WorkflowMixin,
    DraftStateMixin,
    RevisionMixin,
    TranslatableMixin,
    models.Model,
):
    name = models.CharField(max_length=100)

    class Meta(TranslatableMixin.Meta):
        pass

    def __str__(self):
        return self.name


register_snippet(Notice)
