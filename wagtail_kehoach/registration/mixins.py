"""The mixin by which a page is a document that gets its number from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from ..approval.rules import all_of
from ..languages.rules import is_translated
from . import dates, rules
from .queries import know_entries
from .sequences import entry_with, find_register

if TYPE_CHECKING:
    import datetime as dt

    from .models import RegisterEntry


class RegisteredMixin(models.Model):
    """A guarded page with ``issuing_body``, ``number``, ``symbol`` and ``issued_on``.

    Mix it in before ``GuardedPageMixin``. What its text says of number and date stands;
    what it leaves open is answered by the register.
    """

    #: What the series of numbers is called: the abbreviation of the kind of document.
    register_kind = ""

    class Meta:
        abstract = True

    def registered_text(self) -> Any:
        """What may not change once it is registered, to be compared; no number, no date."""
        raise NotImplementedError

    @property
    def register_entry(self) -> RegisterEntry | None:
        """The entry of this document, or for an alias that of its source."""
        page = self.alias_of if self.alias_of_id else self
        return getattr(page, "kehoach_register_entry", None)

    @property
    def entry_in_force(self) -> RegisterEntry | None:
        """The entry that says number, date and state: for a translation that of its source.

        One statement more for a translation, once for each page object.
        """
        if not self.pk or not is_translated(self):
            return self.register_entry if self.pk else None
        if "_kehoach_entry" not in self.__dict__:
            know_entries([self])
        return self._kehoach_entry

    @property
    def official_number(self) -> str:
        """The number that the document bears: of the register, else of its text.

        Where both say the same one, it is written as the approved text writes it.
        """
        entry = self.entry_in_force
        if entry is None or rules.is_number_of(entry, self.number):
            return self.number
        return entry.number_text

    @property
    def official_date(self) -> dt.date | None:
        """The date that the document bears: of the register, else of its text."""
        entry = self.entry_in_force
        return entry.date if entry else self.issued_on

    @property
    def number_and_symbol(self) -> str:
        """As printed after "Số:", or an empty text while there is no number."""
        number = self.official_number
        return rules.printed_number(number, self.symbol) if number else ""

    @classmethod
    def get_indexed_objects(cls):
        """For the search: with their numbers, in the same statement, and their notices."""
        objects = super().get_indexed_objects()
        numbered = objects.select_related("kehoach_register_entry")
        return numbered.prefetch_related("kehoach_register_entry__notices")

    def why_not_show(self) -> str | None:
        """Return why this text may not be public: it was registered with another one."""
        return all_of(super().why_not_show(), self.why_not_change())

    def why_not_change(self) -> str | None:
        """Return why the text may not be what it is here, or ``None``."""
        entry = self.register_entry if self.pk else None
        if entry is None or self.alias_of_id:
            return None
        same_number = not self.number or rules.is_number_of(entry, self.number)
        same_date = self.issued_on in (None, entry.date)
        kept = Revision.objects.filter(pk=entry.revision_id).first()
        if same_number and same_date and kept is not None:
            text = type(self).from_serializable_data(kept.content, check_fks=False)
            if text.registered_text() == self.registered_text():
                return None
        return rules.registered(entry)

    def points_to_check(self) -> list[str]:
        """Also a number that the register has given to another document."""
        return [*super().points_to_check(), *self._number_in_register()]

    def points_to_write(self) -> list[str]:
        """Also a date that comes before its number."""
        early = self.issued_on and not (self.number or self.register_entry)
        said = [dates.why_no_date_yet(self.issued_on)] if early else []
        return [*super().points_to_write(), *said]

    def points_to_register(self) -> list[str]:
        """What the clerk should look at before the number is given. It refuses nothing."""
        return []

    def _number_in_register(self) -> list[str]:
        typed = rules.typed_number(self.number)
        if typed is None or self.register_entry is not None:
            return []
        day = self.issued_on or timezone.localdate()
        register = find_register(self.issuing_body, day.year, self.register_kind)
        entry = register and entry_with(register, *typed)
        if not entry:
            return []
        return [rules.taken(entry), _("Check which of the two it belongs to.")]
