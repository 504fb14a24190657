"""What a new post starts with: the school year that runs."""

from __future__ import annotations

from django.utils import timezone
from wagtail.signals import init_new_page

from ..organisation.queries import school_year_on
from .models import PostMixin


def connect() -> None:
    """Follow the making of pages in the admin; called once, when the app is ready."""
    init_new_page.connect(_new_page, dispatch_uid="kehoach.new_post")


def _new_page(sender, page, **kwargs) -> None:
    if isinstance(page, PostMixin) and page.school_year_id is None:
        page.school_year = school_year_on(timezone.localdate())
