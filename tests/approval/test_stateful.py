"""Whatever people do, in whatever order: only approved texts are public."""

import contextlib
import datetime as dt
from typing import ClassVar

import hypothesis
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Revision, Site

from tests.factories.emergencies import name_for_emergencies
from tests.factories.pages import StoryPageFactory
from wagtail_kehoach.approval import decisions, digest, emergencies, queries
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage

from . import roads, test_roads_code
from .judge import walks_files
from .judge.stage import fresh, grant_on

ROLES = st.sampled_from(["editor", "principal", "deputy", "superuser"])


#: Django 6.1 renames it.
savepoint = getattr(transaction, "savepoint_create", transaction.savepoint)


class Newsroom(RuleBasedStateMachine):
    """One story, and everybody who may want something of it."""

    people: ClassVar[dict]

    def __init__(self):
        super().__init__()
        self.savepoint = savepoint()
        self.count = 0
        self.clock = pytest.MonkeyPatch()

    @initialize()
    def opens(self):
        self.picture = walks_files.picture()
        walks_files.let_editors("change_image")
        self.section = StoryIndexPage.objects.get()
        self.elsewhere = StoryIndexPage(title="Nơi khác", slug="noi-khac", live=False)
        Site.objects.get().root_page.add_child(instance=self.elsewhere)
        grant_on(self.elsewhere)
        self.people = fresh(type(self).people)
        self.begins_anew()

    @invariant()
    def emergencies_are_decided_on_by_others(self):
        for settled in Approval.objects.exclude(settles=None):
            assert settled.approver_id != settled.settles.approver_id

    def teardown(self):
        self.clock.undo()
        transaction.savepoint_rollback(self.savepoint)

    def begins_anew(self):
        """A story with a picture, that nobody approved."""
        draft = StoryPageFactory(
            parent=self.section, picture=self.picture, picture_alt="Sân trường"
        )
        self.story = roads.add_draft(draft, by=self.people["editor"])

    def client(self, role):
        client = Client()
        client.force_login(self.people[role])
        return client

    def fresh(self):
        return StoryPage.objects.filter(pk=self.story.pk).first()

    @rule(role=ROLES)
    def writes_a_draft(self, role):
        self.count += 1
        story = self.fresh()
        if not story.alias_of_id:
            story = story.get_latest_revision_as_object()
            story.title = f"{roads.UNAPPROVED} {self.count}"
            story.save_revision(user=self.people[role])

    @rule(role=ROLES)
    def submits(self, role):
        roads._post_form(self.client(role), self.fresh(), **{"action-submit": "x"})

    @rule(role=ROLES)
    def approves(self, role):
        if submission := queries.submission_of(self.story):
            try:
                decisions.approve(submission, user=self.people[role])
            except ApprovalRefused:
                head = role == "principal" and self.people[role].is_active
                assert not head or queries.writers_after(
                    self.story, submission.revision_id
                ), "the head may approve what nobody changed"

    @rule(role=ROLES)
    def returns(self, role):
        if submission := queries.submission_of(self.story):
            try:
                decisions.send_back(submission, user=self.people[role], comment="Sửa.")
            except ApprovalRefused:
                active = self.people[role].is_active
                assert role in ("editor", "superuser", "deputy") or not active

    @rule(role=ROLES)
    def is_named_for_emergencies(self, role):
        name_for_emergencies(self.people[role])

    @rule(role=ROLES)
    def publishes_in_an_emergency(self, role):
        story, user = self.fresh(), self.people[role]
        revision = story.get_latest_revision()
        if story.alias_of_id or revision is None:
            return
        named = user.kehoach_signing_authorities.filter(capacity="emergency")
        try:
            emergencies.publish(
                story, revision, user=user, reason="Bão.",
                ticked=story.approval_checks(),
            )  # fmt: skip
        except ApprovalRefused:
            return
        assert role == "principal" or named.exists()

    @rule(role=ROLES, settle=st.sampled_from(["confirm", "withdraw"]))
    def decides_on_an_emergency(self, role, settle):
        emergency = Approval.objects.open_emergencies().first()
        if emergency is None:
            return
        user = self.people[role]
        # Of a text that was deleted since there is nothing left to confirm.
        revision = Revision.objects.filter(pk=emergency.revision_id).first()
        try:
            if settle == "withdraw":
                emergencies.withdraw(emergency, user=user, reason="Sai.")
            else:
                token = decisions.seen_token(revision) if revision else ""
                emergencies.confirm(emergency, user=user, token=token)
        except ApprovalRefused:
            return
        assert role == "principal"
        assert emergency.approver_id != user.pk

    @rule(role=ROLES, road=st.sampled_from(roads.PAGE_ROADS))
    def takes_a_road(self, role, road):
        road(self.client(role), self.fresh())
        StoryPage.objects.filter(slug__in=["ban-sao", "moi-tinh"]).delete()

    @rule(role=ROLES)
    def takes_down(self, role):
        url = reverse("wagtailadmin_pages:unpublish", args=(self.story.pk,))
        self.client(role).post(url)

    @rule(role=ROLES, back=st.booleans())
    def moves(self, role, back):
        to = self.section if back else self.elsewhere
        if to.pk != self.fresh().get_parent().pk:
            url = reverse(
                "wagtailadmin_pages:move_confirm", args=(self.story.pk, to.pk)
            )
            self.client(role).post(url)

    @rule(role=ROLES)
    def deletes(self, role):
        url = reverse("wagtailadmin_pages:delete", args=(self.story.pk,))
        self.client(role).post(url)
        if self.fresh() is None:
            self.begins_anew()

    @rule(role=ROLES)
    def leaves_or_comes_back(self, role):
        user = self.people[role]
        user.is_active = not user.is_active
        user.save()

    @rule(role=ROLES)
    def swaps_the_picture(self, role):
        drawn = get_test_image_file("khac.png", size=(10, 10 + self.count))
        file = SimpleUploadedFile("khac.png", drawn.file.getvalue(), "image/png")
        self.picture.refresh_from_db()
        walks_files.edit(self.client(role), self.picture, file=file)

    @rule()
    def code_swaps_the_picture(self):
        self.picture.refresh_from_db()
        self.picture.file = get_test_image_file("ma.png", size=(20, 10 + self.count))
        self.picture._set_image_file_metadata()
        with contextlib.suppress(PermissionDenied), transaction.atomic():
            self.picture.save()

    @rule(write=st.sampled_from(test_roads_code.WRITES + test_roads_code.CHANGES))
    def code_writes(self, write):
        with contextlib.suppress(PermissionDenied):
            write(self.fresh())

    @rule(role=ROLES)
    def makes_an_alias_and_a_page_of_it(self, role):
        self.count += 1
        alias = self.fresh().create_alias(update_slug=f"bi-danh-{self.count}")
        roads.convert_to_page(self.client(role), alias)

    @rule(days=st.integers(0, 2))
    def time_passes(self, days):
        then = timezone.now() + dt.timedelta(days=days)
        self.clock.setattr(timezone, "now", lambda: then)
        call_command("publish_scheduled")

    @invariant()
    def the_audit_is_clean(self):
        assert find_problems().problems == []

    @invariant()
    def what_is_public_was_approved(self):
        valid = Approval.objects.valid()
        approved = set(valid.values_list("text_digest", flat=True))
        for story in StoryPage.objects.filter(live=True, alias_of=None):
            assert digest.text_digest(story) in approved


def test_any_sequence_of_actions_leaves_the_audit_clean(people, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    run_state_machine_as_test(
        type("Today", (Newsroom,), {"people": people}),
        settings=hypothesis.settings(
            max_examples=30,
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
