"""Terms of the demo school's glossary, where the portal has pages in English too."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Locale

from wagtail_kehoach.models import GlossaryTerm

TERMS = [
    (
        "Bộ Giáo dục và Đào tạo",
        "Ministry of Education and Training",
        "moet.gov.vn",
    ),
    ("Bộ Ngoại giao", "Ministry of Foreign Affairs", "mofa.gov.vn"),
]


def load() -> None:
    """As the sites of the bodies themselves have it; nothing on a portal in Vietnamese only."""
    if not getattr(settings, "WAGTAIL_I18N_ENABLED", False):
        return
    english, _made = Locale.objects.get_or_create(language_code="en")
    for term, translation, source in TERMS:
        GlossaryTerm.objects.get_or_create(
            term=term,
            locale=english,
            defaults={"translation": translation, "source": source},
        )
