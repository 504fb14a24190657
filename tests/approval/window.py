"""A browser window with a form in it, as far as the server can tell."""

from django.test import Client
from lxml import html
from wagtail.models import AbstractPage

from tests.approval.roads import edit_url, form_data

REMEMBERED = ["loaded_revision_id", "loaded_revision_created_at", "kehoach_known"]


class Window:
    """One person's browser window with the form of ``obj`` in it."""

    def __init__(self, user, obj):
        self.client = Client()
        self.client.force_login(user)
        self.user, self.obj = user, type(obj).objects.get(pk=obj.pk)
        self.own_revision = {}
        self.remember(self.client.get(edit_url(obj)))

    def remember(self, answer):
        shown = html.document_fromstring(answer.content)
        self.hidden = {
            name: found[0].attrib["value"]
            for name in REMEMBERED
            if (found := shown.xpath("//form//*[@name=$name]", name=name))
        }

    def save(self, words, **said):
        """Press a button of the form; a form that comes back is what the window shows."""
        answer = self.client.post(edit_url(self.obj), self.data(words, **said))
        if answer.status_code == 200:
            self.remember(answer)
        return answer

    def autosave(self, words):
        """What Wagtail's script sends and takes from the answer."""
        answer = self.client.post(
            edit_url(self.obj),
            self.data(words) | self.own_revision,
            headers={"accept": "application/json"},
        )
        said = answer.json()
        if said["success"]:
            self.own_revision = {"overwrite_revision_id": said["revision_id"]}
            self.hidden |= {
                name: value
                for name, value in said["field_updates"].items()
                if name in REMEMBERED
            }
        return answer

    def data(self, words, **said):
        name = "title" if isinstance(self.obj, AbstractPage) else "name"
        return form_data(self.obj, self.user) | {name: words} | self.hidden | said
