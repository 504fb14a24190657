"""Whatever people do, in whatever order: only approved texts are public."""

import contextlib
from typing import ClassVar

from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)
from wagtail.models import Revision

from tests.factories.emergencies import name_for_emergencies
from wagtail_kehoach.approval import decisions, digest, emergencies, queries
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval
from wagtail_kehoach.pages.models import StoryPage

from . import roads, test_roads_code

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
        self.story = roads.draft_of("story", by=self.people["editor"])

    @invariant()
    def emergencies_are_decided_on_by_others(self):
        for settled in Approval.objects.exclude(settles=None):
            assert settled.approver_id != settled.settles.approver_id

    def teardown(self):
        transaction.savepoint_rollback(self.savepoint)

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
                assert role != "principal" or queries.writers_after(
                    self.story, submission.revision_id
                ), "the head may approve what nobody changed"

    @rule(role=ROLES)
    def returns(self, role):
        if submission := queries.submission_of(self.story):
            try:
                decisions.send_back(submission, user=self.people[role], comment="Sửa.")
            except ApprovalRefused:
                assert role != "principal"

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
        revision = Revision.objects.get(pk=emergency.revision_id)
        try:
            if settle == "withdraw":
                emergencies.withdraw(emergency, user=user, reason="Sai.")
            else:
                token = decisions.seen_token(revision)
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

    @rule(write=st.sampled_from(test_roads_code.WRITES + test_roads_code.CHANGES))
    def code_writes(self, write):
        with contextlib.suppress(PermissionDenied):
            write(self.fresh())

    @rule(role=ROLES)
    def makes_an_alias_and_a_page_of_it(self, role):
        self.count += 1
        alias = self.fresh().create_alias(update_slug=f"bi-danh-{self.count}")
        roads.convert_to_page(self.client(role), alias)

    @rule()
    def time_passes(self):
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


def test_any_sequence_of_actions_leaves_the_audit_clean(people, db):
    run_state_machine_as_test(
        type("Today", (Newsroom,), {"people": people}),
        settings=settings(
            max_examples=10,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
