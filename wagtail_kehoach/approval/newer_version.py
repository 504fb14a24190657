"""Nobody's work is saved over unseen: a form that a newer version overtook is refused.

Wagtail warns in the browser and refuses its own background saves; a button that is pressed
in spite of the warning, or before it came, would win in silence. The form carries what its
writer knows, the edit view says whether that is still the latest version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import Panel
from wagtail.admin.utils import get_user_display_name
from wagtail.blocks import StreamValue
from wagtail.models import AbstractPage, Revision

from . import invariant
from .lines import read_the_same

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser
    from django.db.models import Model

#: The hidden field of the form; Wagtail's own does not follow its background saves.
KNOWN = "kehoach_known"
#: Where a page keeps when its latest version was saved.
SAVED_AT = "latest_revision_created_at"
#: After what the field says: the writer was told of this version and has not decided yet.
UNDECIDED = "?"


def token_of(revision: Revision | None) -> str:
    """What a form says it knows; a revision that is written over has another one."""
    if revision is None:
        return ""
    return _token(revision.pk, revision.created_at)


def _token(pk: int, saved_at: datetime) -> str:
    return f"{pk}:{saved_at.isoformat()}"


def latest_token_of(obj: Model) -> str:
    """The token of the latest version of ``obj``. Pages carry it themselves."""
    saved_at = getattr(obj, SAVED_AT, None)
    if saved_at and obj.latest_revision_id:
        return _token(obj.latest_revision_id, saved_at)
    return token_of(obj.latest_revision)


@dataclass(frozen=True)
class NewerVersion:
    """The version that was saved after the form had been opened, which knew ``known``."""

    revision: Revision
    known: str

    def told_to(self, user: AbstractUser | None) -> str:
        """Who saved it, and when."""
        writer = self.revision.user
        said = {
            "name": get_user_display_name(writer) if writer else "",
            "when": date_format(localtime(self.revision.created_at), "H:i d/m/Y"),
        }
        if writer is None:
            return _("A newer version was saved at %(when)s.") % said
        if writer == user:
            return _("You saved a newer version in another window at %(when)s.") % said
        return _("%(name)s saved a newer version at %(when)s.") % said

    def refusal_to(self, user: AbstractUser | None) -> str:
        """Why the older form is not saved, and where its text is."""
        kept = _("Your text is not saved yet; it is still in the form.")
        return f"{self.told_to(user)} {kept}"

    def compare_url(self, obj: Model) -> str | None:
        """Where Wagtail shows what it changed in the version that the form knew."""
        known = self.known.partition(":")[0]
        revisions = Revision.objects.for_instance(obj)
        if not known.isdecimal() or not revisions.filter(pk=known).exists():
            return None
        if known == str(self.revision.pk):
            return None
        name = "wagtailadmin_pages:revisions_compare"
        if not isinstance(obj, AbstractPage):
            name = obj.snippet_viewset.get_url_name("revisions_compare")
        return reverse(name, args=(obj.pk, known, self.revision.pk))


def newer_than(data: Mapping[str, str], obj: Model) -> NewerVersion | None:
    """The version of ``obj`` that the writer of the form ``data`` cannot know, if any.

    A form that says nothing of what it knows is taken to know the latest.
    """
    if obj.latest_revision_id is None:
        return None
    loaded = data.get("loaded_revision_id", "")
    if loaded:
        loaded += f":{data.get('loaded_revision_created_at', '')}"
    known = data.get(KNOWN, "").removesuffix(UNDECIDED)
    overwritten = data.get("overwrite_revision_id", "")
    if not (loaded or known or overwritten):
        return None
    if latest_token_of(obj) in (loaded, known):
        return None
    latest = obj.latest_revision
    if token_of(latest) in (loaded, known) or overwritten == str(latest.pk):
        return None
    return NewerVersion(latest, known or loaded)


def watch(
    obj: Model, data: Mapping[str, str], *, in_background: bool
) -> NewerVersion | None:
    """Let the form of ``obj`` refuse ``data`` that a newer version overtook; return that.

    Called where a form is saved, and not where one is only previewed.
    """
    obj._kehoach_newer = newer_than(data, obj)
    obj._kehoach_latest = latest_token_of(obj)
    obj._kehoach_in_background = in_background
    return obj._kehoach_newer


class KnowsVersionForm(WagtailAdminModelForm):
    """A form that says which version its writer knows."""

    kehoach_known = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    #: Fields that are no part of the text.
    beside_the_text = frozenset({KNOWN})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        latest = latest_token_of(self.instance) if self.instance.pk else ""
        self.fields[KNOWN].initial = latest
        if self.newer_version:
            # Shown once more it knows, so that the writer can decide; see ``watch``.
            self.data = self.data.copy()
            self.data[KNOWN] = latest + UNDECIDED

    @property
    def newer_version(self) -> NewerVersion | None:
        """What overtook this form, or ``None``."""
        return self.instance.__dict__.get("_kehoach_newer") if self.is_bound else None

    def clean(self):
        cleaned = super().clean()
        newer = self.newer_version
        if newer and self.says_something_else():
            self.add_error(None, newer.refusal_to(self.for_user))
        return cleaned

    def says_something_else(self) -> bool:
        """Whether the text differs from the latest version; a second click repeats it."""
        own = set(self.changed_data) - self.beside_the_text
        return any(self._differs(name) for name in own) or any(
            rows.has_changed() for rows in self.formsets.values()
        )

    def _differs(self, name: str) -> bool:
        before, after = self[name].initial, self.cleaned_data.get(name)
        if isinstance(before, StreamValue) and isinstance(after, StreamValue):
            return not read_the_same(before.stream_block, before, after)
        return before != after

    def save(self, commit=True):
        """Save what still knows the latest version. Wagtail shows this refusal as its own."""
        with transaction.atomic():
            if newer := self._overtaken_just_now():
                raise PermissionDenied(newer.refusal_to(self.for_user))
            return super().save(commit=commit)

    def _overtaken_just_now(self) -> NewerVersion | None:
        """What was saved between our check and this moment, under the lock on the row.

        Wagtail holds the lock until the version is saved, but not where it publishes.
        """
        seen = self.instance.__dict__.get("_kehoach_latest")
        if seen is None or "action-publish" in self.data:
            return None
        row: dict[str, Any] = invariant.lock_row(self.instance) or {}
        pk, saved_at = row.get("latest_revision_id"), row.get(SAVED_AT)
        if pk and saved_at and _token(pk, saved_at) == seen:
            return None
        latest = Revision.objects.filter(pk=pk).first()
        if latest is None or token_of(latest) == seen:
            return None
        own = self.for_user and latest.user_id == self.for_user.pk
        # A button of his may go over his background save, and never the other way about:
        # a window saves in the background one by one, so what is newer came by a button.
        if own and not self.instance._kehoach_in_background:
            return None
        return NewerVersion(latest, seen)

    def get_field_updates_for_resave(self):
        """After a background save the open form knows what it has just saved."""
        known = latest_token_of(self.instance)
        return [*super().get_field_updates_for_resave(), (KNOWN, known)]


class NewerVersionPanel(Panel):
    """Says what overtook the form, with a way to read it. Shown only when it was refused."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtail_kehoach/admin/approval/newer_version_panel.html"

        def is_shown(self):
            return getattr(self.form, "newer_version", None) is not None

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            newer, user = self.form.newer_version, self.request.user
            context["told"] = newer.told_to(user)
            context["newer_url"] = AdminURLFinder(user).get_edit_url(self.instance)
            context["compare_url"] = newer.compare_url(self.instance)
            return context
