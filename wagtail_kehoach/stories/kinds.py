"""Whom stories are about."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SubjectKind(models.TextChoices):
    INDIVIDUAL = "individual", _("individual")
    COLLECTIVE = "collective", _("collective")


class Audience(models.TextChoices):
    TEACHER = "teacher", _("teachers")
    STAFF = "staff", _("staff")
    PUPIL = "pupil", _("pupils")
    CLASS = "class", _("classes")
    PARENT = "parent", _("parents")
