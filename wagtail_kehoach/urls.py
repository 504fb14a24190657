"""Public addresses that are not pages. Include it before Wagtail's own URLs."""

from django.urls import re_path

from .approval import link_views

app_name = "wagtail_kehoach"

KEY = r"(?P<secret>[A-Za-z0-9_-]{43})"

urlpatterns = [
    re_path(f"^duyet/{KEY}/$", link_views.LinkView.as_view(), name="approval_link"),
    re_path(
        f"^duyet/{KEY}/van-ban/$",
        link_views.LinkTextView.as_view(),
        name="approval_link_text",
    ),
]
