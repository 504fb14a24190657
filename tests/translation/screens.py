"""What somebody does on the screen of a translation by passages."""

from __future__ import annotations

import io

import polib
from django.urls import reverse

from .conftest import fresh

#: What the translator writes, whatever stood there.
SAID = "Pupils of two countries"
#: A text with each kind of passage.
TEXT = {
    "title": "Giao lưu với Lào",
    "body": [
        ("heading", "Mở đầu buổi gặp"),
        ("paragraph", "<p>Các em <b>cùng hát</b>.</p><ul><li>và trồng cây</li></ul>"),
        ("quote", {"text": "Chúng em rất vui", "by": "một em học sinh"}),
    ],
}


class Screen:
    """The screen, as ``user`` has it before him."""

    def __init__(self, client, page, user):
        self.client, self.page = client, page
        self.url = reverse("wagtail_kehoach_translation", args=(page.pk,))
        client.force_login(fresh(user))

    def read(self):
        return self.client.get(self.url).content.decode()

    def press(self, action, **data):
        """The answer to a button, with what it says."""
        data = {"action": action, **data}
        return self.client.post(self.url, data, follow=True).content.decode()

    def submit(self):
        checks = self.page.approval_checks()
        return self.press("submit", checks=checks)

    def row(self):
        from wagtail_kehoach.translation.segments import translation_of

        return translation_of(self.page)

    def po(self):
        url = reverse("wagtail_localize:download_pofile", args=(self.row().pk,))
        answer = self.client.get(url)
        assert answer.status_code == 200
        return polib.pofile(answer.content.decode())

    def send(self, po, name="en.po"):
        file = io.BytesIO(str(po).encode())
        file.name = name
        return self.press("upload", file=file)


def filled(po):
    """The file as the translator sends it back."""
    for place, entry in enumerate(po):
        entry.msgstr = f"{SAID} {place}"
    return po


def latest(page):
    return type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
