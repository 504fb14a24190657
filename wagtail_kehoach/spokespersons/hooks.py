"""Puts the registry of spokespersons into the admin."""

from wagtail.snippets.models import register_snippet

from .viewsets import SpokespersonViewSet

register_snippet(SpokespersonViewSet)
