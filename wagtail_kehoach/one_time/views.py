"""Pages that the link of a message opens, for somebody who has not signed in."""

from __future__ import annotations

from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_variables
from django.views.generic import TemplateView

from . import keys

# ``no-referrer`` would make browsers send ``Origin: null`` with the form, which Django's
# CSRF check refuses; ``same-origin`` tells other sites just as little.
PAGE_HEADERS = {
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "script-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}


class SecretLinkMixin:
    """Finds the link of the address, counts its use, speaks its reader's language.

    What it answers is not kept by caches, not indexed, and tells other sites nothing.
    """

    headers = PAGE_HEADERS
    folder = ""

    def find_link(self, secret):
        """The link of ``secret``, or ``None``."""
        raise NotImplementedError

    def get_language(self):
        """The language of whoever got the link; asked only of a link that exists."""
        return translation.get_language()

    @sensitive_variables("secret")
    def dispatch(self, request, *args, **kwargs):
        self.link = self.find_link(kwargs["secret"])
        language = self.get_language() if self.link else translation.get_language()
        with translation.override(language):
            response = self._answer(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        add_never_cache_headers(response)
        for name, value in self.headers.items():
            response[name] = value
        return response

    def _answer(self, request, *args, **kwargs):
        known = self.link and f"{self.link._meta.model_name}.{self.link.pk}"
        if keys.is_too_often(known, request.META.get("REMOTE_ADDR", "")):
            response = self.problem(429, "often")
            response["Retry-After"] = str(keys.WINDOW)
            return response
        if self.link is None:
            return self.problem(404, "unknown")
        return super().dispatch(request, *args, **kwargs)

    def show(self, template, status=200, **context):
        """One of the pages of this folder."""
        return self._page(f"{self.folder}/{template}", context, status)

    def problem(self, status, problem, reason=""):
        """The page that says why the link does not open."""
        context = {"problem": problem, "reason": reason}
        return self._page("wagtail_kehoach/one_time/problem.html", context, status)

    def _page(self, template, context, status):
        return TemplateView.response_class(
            self.request, template, context, status=status
        )
