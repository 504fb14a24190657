from pathlib import Path

import django_countries
from django.apps import AppConfig, apps
from django.conf import settings
from django.utils.translation import gettext_lazy as _


def add_country_names():
    """Let country names be read in the reader's language.

    They are translated in django-countries' own catalogue, which Django reads only from
    installed apps; a portal should not need a third line for that. Before it stands what
    that catalogue has wrong: two countries of one name, and Vietnamese that the State does
    not use. Catalogues are loaded once, so this has to come before anything is translated.
    """
    folders = [str(Path(__file__).parent / "vietnamese" / "countries" / "locale")]
    if "django_countries" not in settings.INSTALLED_APPS:
        folders.append(str(Path(django_countries.__file__).parent / "locale"))
    listed = [str(folder) for folder in settings.LOCALE_PATHS]
    new = [folder for folder in folders if folder not in listed]
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, *new]


class KeHoachConfig(AppConfig):
    name = "wagtail_kehoach"
    label = "wagtail_kehoach"
    verbose_name = _("School communication")
    default_auto_field = "django.db.models.BigAutoField"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        add_country_names()

    def ready(self):
        from . import checks  # noqa: F401, PLC0415 -- app ready
        from .api import checks as api_checks  # noqa: F401, PLC0415 -- app ready
        from .approval import (  # noqa: PLC0415 -- app ready
            append_only,
            author_notifications,
            emergency_notifications,
            loops,
            notifications,
            receivers,
            wagtail_notifications,
        )
        from .consent import (  # noqa: PLC0415 -- app ready
            copies,
            daybreak,
            deleted,
            faces,
            history,
            looking_again,
            receivers as consent_receivers,
            registry_names,
        )
        from .indexes import options  # noqa: PLC0415 -- app ready
        from .languages import following  # noqa: PLC0415 -- app ready
        from .plans import imports, projection, starting  # noqa: PLC0415 -- app ready
        from .posts import starting as post_starting  # noqa: PLC0415 -- app ready
        from .registration import (  # noqa: PLC0415 -- app ready
            receivers as registration_receivers,
        )
        from .search import receivers as search_receivers  # noqa: PLC0415 -- app ready
        from .sharing import receivers as sharing_receivers  # noqa: PLC0415 -- app ready
        from .stories import (  # noqa: PLC0415 -- app ready
            imports as story_imports,
            proposal_photos,
        )

        connected = (
            append_only, receivers, loops, notifications, author_notifications,
            emergency_notifications, wagtail_notifications,
            options, imports, projection, starting, post_starting, search_receivers,
            registration_receivers, proposal_photos, sharing_receivers, story_imports,
            following, copies, faces, consent_receivers, history, looking_again,
            daybreak, deleted, registry_names,
        )  # fmt: skip
        for module in connected:
            module.connect()
        if apps.is_installed("wagtail_localize"):
            from .translation import drafts  # noqa: PLC0415 -- optional dependency

            drafts.wrap()
