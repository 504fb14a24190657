"""A portal in several languages: Vietnamese, and English, Lao and Khmer beside it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import TestCase
from django.utils import translation
from wagtail.models import Locale

from tests.factories.pages import ForeignInfoPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.approval.defaults import (
    ensure_workflow,
    grant_on_pages,
    put_under_workflow,
)
from wagtail_kehoach.pages.models import ForeignInfoIndexPage

ENGLISH = {
    "title": "Pupils of two countries meet",
    "lead": "Pupils of Binh Minh School met friends from Laos.",
}
#: A text has to be in the language of its page.
IN_LANGUAGE = {
    "lo": {"title": "ນັກຮຽນສອງປະເທດພົບກັນ", "lead": "ນັກຮຽນໂຮງຮຽນພົບເພື່ອນຈາກລາວ."},
    "km": {"title": "សិស្សពីរប្រទេសជួបគ្នា", "lead": "សិស្សសាលាជួបមិត្តពីឡាវ។"},
}


def fresh(user):
    """``user`` without what Wagtail remembers of his rights."""
    return type(user).objects.get(pk=user.pk)


class Languages:
    """Puts pages into other languages, as the people of the school do."""

    def __init__(self, editor, principal):
        self.editor, self.principal = editor, principal
        right = Permission.objects.get(codename="submit_translation")
        editor.user_permissions.add(right)

    def locale(self, code="en"):
        return Locale.objects.get_or_create(language_code=code)[0]

    def publish(self, page):
        """``page`` as it is once the principal approved it."""
        return approved(page, by=self.editor, principal=fresh(self.principal))

    def source(self, **said):
        """A public item in Vietnamese."""
        section = ForeignInfoIndexPage.objects.get(locale=self.locale("vi"))
        return self.publish(ForeignInfoPageFactory(parent=section, **said))

    def section_of(self, page, code="en"):
        """Where the translations of ``page`` lie; our people may work there."""
        section = page.get_parent().specific
        there = section.get_translation_or_none(self.locale(code))
        if there is None:
            there = section.copy_for_translation(
                self.locale(code), copy_parents=True, alias=True
            )
        groups = [self.editor.groups.get(), self.principal.groups.get()]
        grant_on_pages(*groups, [there])
        put_under_workflow(ensure_workflow()[0], [there], [])
        return there

    def draft(self, page, code="en", **said):
        """A copy of ``page`` in another language, with what ``said`` replaces in it."""
        self.section_of(page, code)
        copy = page.copy_for_translation(self.locale(code))
        for name, value in said.items():
            setattr(copy, name, value)
        copy.save_revision(user=self.editor)
        copy.save()
        return type(copy).objects.get(pk=copy.pk)

    def translated(self, page, code="en", **said):
        """A public translation of ``page``."""
        copy = self.draft(page, code)
        for name, value in (IN_LANGUAGE.get(code, ENGLISH) | said).items():
            setattr(copy, name, value)
        return self.publish(copy)


@pytest.fixture(autouse=True)
def _vietnamese():
    """No test speaks the language of the last address that another one read."""
    with translation.override("vi"):
        yield


@pytest.fixture
def languages(editor, principal):
    return Languages(editor, principal)


@pytest.fixture
def committed():
    """Do something with what follows the commit."""

    def act(function):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return function()

    return act
