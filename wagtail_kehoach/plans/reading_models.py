"""What a draft keeps of the file that it began with."""

from __future__ import annotations

import swapper
from django.db import models


class PlanReading(models.Model):
    """What was read from the file that a draft began with: sure, unsure, not understood."""

    page = models.OneToOneField(
        swapper.get_model_name("wagtailcore", "Page"),
        on_delete=models.CASCADE,
        related_name="kehoach_plan_reading",
    )
    file_name = models.CharField(max_length=255)
    file_digest = models.CharField(max_length=64, blank=True, db_index=True)
    reading = models.JSONField()
    #: The file as it was read, to be shown beside the draft; see docs/reader.md.
    passages = models.JSONField(default=dict)
    #: The blocks of the draft that its tasks, bases and duties became.
    blocks = models.JSONField(default=dict)
    #: What the editor decided on each point of the comparison.
    answers = models.JSONField(default=dict)
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.file_name
