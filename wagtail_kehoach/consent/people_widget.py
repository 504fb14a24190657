"""Names people on a post or picture without opening the registry to whoever writes it."""

from __future__ import annotations

from django import forms
from django.core.signing import BadSignature, Signer

from .person_models import Person

_signer = Signer(salt="wagtail_kehoach.person")


def sign(pk: int) -> str:
    """The value by which a form names a person; numbers alone would invite guessing."""
    return _signer.sign(pk)


class PeopleWidget(forms.CheckboxSelectMultiple):
    """Those who are named already, and a field that finds others by their names.

    Editors must not read the registry: the form holds nobody but those chosen, says name
    and class level only, and takes no value that it did not hand out itself.
    """

    template_name = "wagtail_kehoach/admin/consent/people_widget.html"

    class Media:
        js = ["wagtail_kehoach/people.js"]

    def value_from_datadict(self, data, files, name):
        """The keys of the people; what somebody made up is dropped."""
        found = []
        for value in super().value_from_datadict(data, files, name) or []:
            try:
                found.append(_signer.unsign(value))
            except BadSignature:
                continue
        return found

    def optgroups(self, name, value, attrs=None):
        """Only those who are chosen."""
        people = Person.objects.told_apart().filter(pk__in=[pk for pk in value if pk])
        return [
            (
                None,
                [self.create_option(name, sign(p.pk), p.label, True, i, attrs=attrs)],
                i,
            )
            for i, p in enumerate(people)
        ]
