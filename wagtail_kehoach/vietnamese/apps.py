from pathlib import Path

from django.apps import AppConfig
from django.conf import settings


class VietnameseConfig(AppConfig):
    """A catalogue and nothing else; name it before Wagtail's apps in ``INSTALLED_APPS``.

    Of two apps that translate the same message Django takes the one named first.
    """

    name = "wagtail_kehoach.vietnamese"
    label = "wagtail_kehoach_vietnamese"
    # A plain text: with a marked one, makemessages would rewrite the catalogue beside it.
    verbose_name = "Tiếng Việt cho Wagtail"

    def ready(self):
        # The JavaScript catalogues of Wagtail and wagtail-localize read their own package
        # and LOCALE_PATHS, and no other app. This folder holds JavaScript messages only,
        # so that nothing else gains the precedence that LOCALE_PATHS has.
        folder = str(Path(self.path) / "javascript" / "locale")
        if folder not in map(str, settings.LOCALE_PATHS):
            settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, folder]
