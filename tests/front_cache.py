"""A cache in front of the portal that remembers what it was told to forget."""

from wagtail.contrib.frontend_cache.backends.base import BaseBackend


class Remembering(BaseBackend):
    forgotten: list[str] = []

    def purge(self, url):
        self.forgotten.append(url)
