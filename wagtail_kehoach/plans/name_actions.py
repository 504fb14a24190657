"""What the comparison lets people decide on the bodies and units that a draft names."""

from __future__ import annotations

from django.utils.translation import gettext as _, ngettext
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from ..organisation.models import Body
from . import changes
from .names import answer_key
from .new_entries import MODELS, add_entry, may_add


class NameActionsMixin:
    """The buttons beside names; each returns what the screen says afterwards."""

    name_verbs = {
        "name": "use_name",
        "keep-name": "keep_name",
        "keep-names": "keep_names",
        "again-name": "ask_name_again",
        "add-name": "add_name",
    }

    @property
    def named(self) -> dict[str, str]:
        """The name that a button stands beside."""
        return {key: self.request.POST.get(key, "") for key in ("kind", "old")}

    def use_name(self, rest: str) -> str:
        changes.use_name(*self.who, self.known, {**self.named, "new": rest})
        return _("“%(name)s” stands in the draft, as a new version.") % {"name": rest}

    def keep_name(self, rest: str) -> str:
        said = self.named
        changes.keep_names(*self.who, said["kind"] or "?", said["old"])
        return _("Noted. The draft stays as it is.")

    def keep_names(self, rest: str) -> str:
        count = changes.keep_names(*self.who)
        return ngettext(
            "Noted: %(n)s name stays as it is printed.",
            "Noted: %(n)s names stay as they are printed.",
            count,
        ) % {"n": count}

    def ask_name_again(self, rest: str) -> str:
        changes.ask_name_again(*self.who, self.named["kind"], self.named["old"])
        return _("This point is open again. The draft stays as it is.")

    def add_name(self, rest: str) -> str:
        said = self.request.POST
        entry = add_entry(
            self.request.user,
            self.named["kind"],
            name=said.get("new_name", ""),
            printed=self.named["old"],
            level=said.get("level", ""),
        )
        self.added = AdminURLFinder(self.request.user).get_edit_url(entry)
        return _("“%(name)s” is in the register now.") % {"name": entry}

    def name_buttons(self) -> list:
        """The way to an entry that was just added."""
        url = getattr(self, "added", None)
        return [messages.button(url, _("Open the entry"))] if url else []

    def name_context(self) -> dict:
        """For the form of a new entry; what was typed stays when it is refused."""
        user, said = self.request.user, self.request.POST
        return {
            "may_add": [kind for kind in MODELS if may_add(user, kind)],
            "levels": Body.Level.choices,
            "tried": self.tried if "new_name" in said else None,
        }

    @property
    def tried(self) -> dict[str, str]:
        """What was typed for a new entry."""
        said, named = self.request.POST, self.named
        return {
            "key": answer_key(named["kind"], named["old"]),
            "name": said["new_name"],
            "level": said.get("level", ""),
        }
