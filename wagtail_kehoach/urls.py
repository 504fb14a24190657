"""Public addresses that are not pages. Include it before Wagtail's own URLs."""

from django.urls import path, re_path

from .approval import link_views
from .consent import link_views as consent
from .one_time.keys import PATTERN
from .search import views as search
from .sharing import feeds
from .stories import link_views as stories

app_name = "wagtail_kehoach"

urlpatterns = [
    re_path(f"^duyet/{PATTERN}/$", link_views.LinkView.as_view(), name="approval_link"),
    re_path(
        f"^duyet/{PATTERN}/van-ban/$",
        link_views.LinkTextView.as_view(),
        name="approval_link_text",
    ),
    re_path(
        f"^duyet/{PATTERN}/tep/(?P<kind>[a-z]+)/$",
        link_views.LinkFileView.as_view(),
        name="approval_link_file",
    ),
    re_path(f"^dong-y/{PATTERN}/$", consent.ConsentView.as_view(), name="consent_link"),
    re_path(
        f"^dong-y/{PATTERN}/rut-lai/$",
        consent.WithdrawView.as_view(),
        name="consent_withdraw",
    ),
    re_path(f"^de-xuat/{PATTERN}/$", stories.ProposeView.as_view(), name="propose"),
    path("tim-kiem/", search.search, name="search"),
    path("nguon-tin/muc/<int:pk>.xml", feeds.index_feed, name="index_feed"),
    path("nguon-tin/chu-de/<slug:slug>.xml", feeds.theme_feed, name="theme_feed"),
    path(
        "nguon-tin/chu-de/<slug:slug>/<slug:code>.xml",
        feeds.theme_feed,
        name="theme_feed_in",
    ),
]
