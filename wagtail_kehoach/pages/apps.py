from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KeHoachPagesConfig(AppConfig):
    name = "wagtail_kehoach.pages"
    label = "wagtail_kehoach_pages"
    verbose_name = _("School communication pages")
    default_auto_field = "django.db.models.BigAutoField"
