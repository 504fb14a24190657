"""In which picture files a local program saw faces. A hint for people, and no proof."""

from __future__ import annotations

from django.db import models


class FaceHint(models.Model):
    """How many faces were seen in one file, by its hash: no file is looked at twice."""

    file_hash = models.CharField(max_length=40, unique=True)
    faces = models.PositiveSmallIntegerField()
    looked_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.file_hash}: {self.faces}"
