"""The objects that roads are walked on, in the states that roads begin with."""

from __future__ import annotations

import datetime as dt

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import AbstractPage, Locale

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import ForeignInfoPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import defaults
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent.takedown import enforce, take_down_mention
from wagtail_kehoach.pages.models import ForeignInfoIndexPage

from .. import roads


class Stage:
    """Makes objects of one kind. ``people`` are the users by role, nobody for a visitor."""

    def __init__(self, kind, people):
        self.kind, self.people = kind, people

    def set_up(self, state):
        """An object in ``state``, fresh from the database."""
        obj = getattr(self, state)()
        return type(obj).objects.get(pk=obj.pk)

    def make(self, **said):
        """A new object, a draft."""
        if self.kind == "translation":
            return self._translation(**said)
        if self.kind == "notice":
            return self._notice(**said)
        return roads.FACTORIES[self.kind](**said)

    def approve(self, obj):
        """``obj`` as it is once the head approved what the editor wrote."""
        people = self.people
        return approved(obj, by=people["editor"], principal=people["principal"])

    def draft(self):
        return roads.add_draft(self.make(), by=self.people["editor"])

    def approved(self):
        return self.approve(self.make())

    def live(self):
        return roads.add_draft(self.approved(), by=self.people["editor"])

    def submitted(self):
        obj = name(self.make(), roads.UNAPPROVED)
        submit_for_approval(obj, by=self.people["editor"])
        return obj

    def scheduled(self):
        return self.approve(self.make(go_live_at=timezone.now() + dt.timedelta(days=1)))

    def withdrawn(self):
        """Approved, and taken down since a child in it may be shown no more."""
        consent = ConsentFactory()
        obj = self.make()
        obj.people = [consent.person]
        obj = self.approve(obj)
        consent.withdrawn_on = timezone.localdate()
        consent.save()
        enforce([consent.person_id])
        return obj

    def named(self):
        """Approved, and taken down by a keeper since the text has the name of a child."""
        obj = self.approve(self.make(lead="Em Nguyễn Hoàng Minh giúp bạn."))
        take_down_mention(PersonFactory(full_name="Nguyễn Hoàng Minh"), obj.pk)
        return obj

    def swapped(self):
        """Approved, taken down, and its picture has another file since."""
        picture = get_image_model().objects.create(
            title="Lớp học", file=get_test_image_file("lop.png")
        )
        obj = self.approve(self.make(picture=picture, picture_alt="Lớp học"))
        obj.unpublish()
        picture.file, picture.file_hash = get_test_image_file("la.png", size=(9, 9)), ""
        picture.save()
        return obj

    def _notice(self, **said):
        """The portal's own snippet, where this portal has it."""
        from tests.notices.models import Notice

        for group in groups():
            defaults.grant_on_models(group, [Notice], ["add", "change", "publish"])
        self.people = fresh(self.people)
        return Notice.objects.create(name="Thông báo", live=False, **said)

    def _translation(self, **said):
        """The English of an approved foreign item, as a copy for translation makes it."""
        section = ForeignInfoIndexPage.objects.get(alias_of=None)
        source = self.approve(ForeignInfoPageFactory(parent=section))
        english, _made = Locale.objects.get_or_create(language_code="en")
        page = in_english(source.copy_for_translation(english, copy_parents=True))
        section = page.get_parent()
        grant_on(section)
        defaults.put_under_workflow(defaults.ensure_workflow()[0], [section], [])
        self.people = fresh(self.people)
        for field, value in said.items():
            setattr(page, field, value)
        return page


def fresh(people):
    """The same people without what Wagtail and we remember of their rights."""
    return {
        role: user and type(user).objects.get(pk=user.pk)
        for role, user in people.items()
    }


def grant_on(section):
    """Let editors and principals work below ``section``, as ``setup_kehoach`` would."""
    defaults.grant_on_pages(*groups(), [section])


def groups():
    """The groups of editors and of principals."""
    names = (kehoach_settings.EDITORS_GROUP, kehoach_settings.PRINCIPALS_GROUP)
    return [Group.objects.get(name=name) for name in names]


def in_english(obj):
    """Put English in the place of what a copy says in Vietnamese."""
    texts = {
        "title": "English",
        "lead": "Pupils met.",
        "issuing_body": "SCHOOL",
        "signatory_position": "PRINCIPAL",
        "body": [],
    }
    for field, said in texts.items():
        if hasattr(obj, field):
            setattr(obj, field, said)
    return obj


def name(obj, said):
    """Give ``obj`` the title or name ``said``."""
    setattr(obj, "title" if isinstance(obj, AbstractPage) else "name", said)
    return obj
