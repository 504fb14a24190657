"""Public addresses that are not pages. Include it before Wagtail's own URLs."""

from django.urls import path

from .search import views as search

app_name = "wagtail_kehoach"

urlpatterns = [
    path("tim-kiem/", search.search, name="search"),
]
