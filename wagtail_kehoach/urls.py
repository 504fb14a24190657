"""Public addresses that are not pages. Include it before Wagtail's own URLs."""

app_name = "wagtail_kehoach"

urlpatterns: list = []
