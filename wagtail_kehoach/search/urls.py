"""The public search at an address of each language: in ``i18n_patterns``, before Wagtail's."""

from django.urls import path

from . import views

app_name = "wagtail_kehoach_search"

urlpatterns = [path("tim-kiem/", views.search, name="search")]
