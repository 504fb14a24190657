"""The index: one row for each object, the same on every database."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import models


class SearchEntry(models.Model):
    """What one object is found by. Written by the search backend and nobody else.

    ``id`` says which object this is (see ``addressing``), so an index that is asked for
    the newest matches can give them in its own order.
    """

    id = models.BigIntegerField(primary_key=True)
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+"
    )
    object_id = models.CharField(max_length=50)
    facets = models.CharField(max_length=1000, blank=True)
    text = models.TextField(blank=True)
    terms = models.TextField(blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.content_type}: {self.object_id}"
