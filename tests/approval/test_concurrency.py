"""Two people at the same instant: one outcome, one record, no error page.

With real threads and real commits; what the tests leave behind is deleted, but for the
record, which cannot be.
"""

import datetime as dt
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.approval.window import Window
from tests.committed import committed_db
from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, emergencies, links, queries, record
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.approval.models import ApprovalChain
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval, LinkUse, SigningAuthority
from wagtail_kehoach.pages.models import StoryPage

from .judge.walks import walks

pytestmark = pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="SQLite lets in one writer at a time; MariaDB may end one of two racing "
    "transactions with a deadlock, which loses nothing but shows an error.",
)
db = committed_db


@pytest.fixture
def portal(db):
    """People whose work is committed, and a way to make stories; cleaned up after."""
    made = []

    def person(group):
        user = UserFactory(username=f"{group}-{uuid4()}")
        user.groups.add(Group.objects.get(name=group))
        made.append(user)
        return user

    def story(**said):
        page = StoryPageFactory(slug=str(uuid4()), **said)
        made.append(page)
        return page

    yield SimpleNamespace(
        story=story,
        made=made,
        editor=person(kehoach_settings.EDITORS_GROUP),
        head=person(kehoach_settings.PRINCIPALS_GROUP),
        other=person(kehoach_settings.PRINCIPALS_GROUP),
    )
    for obj in reversed(made):
        type(obj).objects.get(pk=obj.pk).delete()
    LinkUse.objects.all().delete()
    connection.close()


def at_once(*calls):
    """Run ``calls`` in a thread each, at the same time. Returns results or exceptions."""
    start = threading.Barrier(len(calls))

    def run(call):
        try:
            start.wait(10)
            return call()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def sort_out(results):
    """Approvals and refusals among ``results``; anything else is an error page."""
    done = [r for r in results if not isinstance(r, Exception)]
    refused = [r for r in results if isinstance(r, ApprovalRefused)]
    assert len(done) + len(refused) == len(results), results
    return done, refused


def fresh(page):
    return StoryPage.objects.get(pk=page.pk)


@walks("K1")
@pytest.mark.parametrize("_again", range(3))
def test_two_principals_at_once(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)

    done, refused = sort_out(
        at_once(
            lambda: decisions.approve(submission, user=portal.head),
            lambda: decisions.approve(submission, user=portal.other),
        )
    )

    assert len(done) == len(refused) == 1
    assert Approval.objects.of(story).get() == done[0]
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(3))
def test_a_double_click_is_one_approval(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)

    done, refused = sort_out(
        at_once(*[lambda: decisions.approve(submission, user=portal.head)] * 3)
    )

    assert refused == []
    assert set(done) == {Approval.objects.of(story).get()}
    assert fresh(story).live


@walks("K2")
@pytest.mark.parametrize("_again", range(3))
def test_approving_and_returning_at_once(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)

    done, refused = sort_out(
        at_once(
            lambda: decisions.approve(submission, user=portal.head),
            lambda: decisions.send_back(submission, user=portal.other, comment="Chưa"),
        )
    )

    assert len(done) == len(refused) == 1
    submission.refresh_from_db()
    assert fresh(story).live is (submission.status == submission.STATUS_APPROVED)
    assert find_problems().problems == []


def press(submission, approver, *buttons):
    """Press ``buttons`` of one link, each on a device of its own, at once."""
    url = f"/duyet/{links.issue(submission, approver)}/"
    token = decisions.seen_token(submission.revision)

    def send(button):
        said = {"decision": button, "token": token, "comment": "Ý kiến."}
        return Client().post(url, said).status_code

    return at_once(*[lambda b=button: send(b) for button in buttons])


@pytest.mark.parametrize("buttons", [("approve",) * 3, ("approve", "return")] * 3)
def test_one_link_on_several_devices_at_once(buttons, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)

    answers = press(submission, portal.head, *buttons)

    assert answers == [302] * len(buttons)
    submission.refresh_from_db()
    assert fresh(story).live is (submission.status == submission.STATUS_APPROVED)
    assert LinkUse.objects.filter(action__in=["approve", "return"]).count() == 1
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(3))
def test_by_link_and_in_the_queue_at_once(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)
    link = links.find(links.issue(submission, portal.head))
    token = decisions.seen_token(submission.revision)

    _done, refused = sort_out(
        at_once(
            lambda: links.decide(link, decision="approve", comment="", token=token),
            lambda: decisions.approve(submission, user=portal.other),
        )
    )

    assert len(refused) == 1
    assert Approval.objects.of(story).count() == 1
    assert find_problems().problems == []


def publish_now(story, user):
    revision = fresh(story).get_latest_revision()
    ticked = story.approval_checks()
    return emergencies.publish(
        fresh(story), revision, user=user, reason="Bão.", ticked=ticked
    )


@pytest.mark.parametrize("_again", range(3))
def test_a_double_click_is_one_emergency(_again, portal):
    story = portal.story()
    story.save_revision(user=portal.head)

    done, refused = sort_out(at_once(*[lambda: publish_now(story, portal.head)] * 3))

    assert refused == []
    assert set(done) == {Approval.objects.of(story).get()}
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(3))
def test_an_emergency_and_an_approval_at_once(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)

    _done, refused = sort_out(
        at_once(
            lambda: publish_now(story, portal.other),
            lambda: decisions.approve(submission, user=portal.head),
        )
    )

    assert len(refused) == 1
    assert Approval.objects.of(story).count() == 1
    assert fresh(story).live
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(3))
def test_confirming_and_withdrawing_at_once(_again, portal):
    story = portal.story()
    story.save_revision(user=portal.editor)
    SigningAuthority.objects.create(user=portal.editor, capacity="emergency")
    emergency = publish_now(story, portal.editor)
    token = decisions.seen_token(fresh(story).live_revision)

    done, refused = sort_out(
        at_once(
            lambda: emergencies.confirm(emergency, user=portal.head, token=token),
            lambda: emergencies.withdraw(emergency, user=portal.other, reason="Sai"),
        )
    )

    assert len(done) == len(refused) == 1
    assert fresh(story).live is (done[0].kind == "confirmed")
    assert Approval.objects.filter(settles=emergency).get() == done[0]
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(6))
def test_withdrawing_while_the_next_text_is_approved(_again, portal):
    story = portal.story()
    story.save_revision(user=portal.editor)
    SigningAuthority.objects.create(user=portal.editor, capacity="emergency")
    emergency = publish_now(story, portal.editor)
    submission = submit_for_approval(fresh(story), by=portal.editor)

    sort_out(
        at_once(
            lambda: emergencies.withdraw(emergency, user=portal.head, reason="Sai"),
            lambda: decisions.approve(submission, user=portal.other),
        )
    )

    assert Approval.objects.filter(settles=emergency).count() == 1
    assert fresh(story).live
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(3))
def test_approving_and_cancelling_at_once(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)

    def cancel():
        state = type(submission.workflow_state).objects.get(
            pk=submission.workflow_state_id
        )
        with transaction.atomic():
            state.cancel(user=portal.editor)

    at_once(lambda: decisions.approve(submission, user=portal.head), cancel)

    approvals = Approval.objects.of(story).count()
    assert fresh(story).live is (approvals == 1)
    assert find_problems().problems == []


@walks("K3.off", "K3.on")
@pytest.mark.parametrize("reapproval", [False, True, False, True])
def test_approving_while_somebody_saves(reapproval, portal, settings):
    settings.WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = reapproval
    story = portal.story(title="Trình")
    submission = submit_for_approval(story, by=portal.editor)

    def edit():
        page = fresh(story)
        with transaction.atomic():
            page.title = "Sửa"
            if not page.live:
                page.save()
            page.save_revision(user=portal.other)

    results = at_once(lambda: decisions.approve(submission, user=portal.head), edit)

    assert results[1] is None
    now = fresh(story)
    assert now.live is isinstance(results[0], Approval)
    assert not now.live or now.title == "Trình"
    assert now.get_latest_revision_as_object().title == "Sửa"
    assert find_problems().problems == []


@walks("K5")
@pytest.mark.parametrize("_again", range(3))
def test_approving_while_the_approver_s_own_form_saves_itself(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)
    page = fresh(story)
    page.title = "Hiệu trưởng"
    own = page.save_revision(user=portal.head)

    def autosave():
        page = fresh(story)
        with transaction.atomic():
            page.title = "Hiệu trưởng sửa tiếp"
            page.save_revision(user=portal.head, overwrite_revision=own)

    results = at_once(lambda: decisions.approve(submission, user=portal.head), autosave)

    assert isinstance(results[0], Approval), results
    assert results[1] is None
    assert fresh(story).live
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(3))
def test_many_approvals_at_once_make_one_chain(_again, portal):
    submissions = [
        submit_for_approval(portal.story(), by=portal.editor) for _ in "1234"
    ]

    done, refused = sort_out(
        at_once(
            *[lambda s=s: decisions.approve(s, user=portal.head) for s in submissions]
        )
    )

    assert len(done) == 4
    assert refused == []
    assert find_problems().problems == []


def test_the_first_two_records_follow_each_other(portal):
    kept = ApprovalChain.objects.get()
    ApprovalChain.objects.all().delete()

    def add():
        with transaction.atomic():
            end = record._locked_end()
            end.records += 1
            end.save()

    try:
        results = at_once(add, add, add)
        assert results == [None, None, None]
        assert ApprovalChain.objects.get().records == 3
    finally:
        ApprovalChain.objects.all().delete()
        kept.save(force_insert=True)


@walks("K4")
@pytest.mark.parametrize("_again", range(3))
def test_publishing_while_a_draft_is_saved_loses_neither(_again, portal):
    story = portal.story(title="Đã duyệt")
    approved(story, by=portal.editor, principal=portal.head)
    revision = fresh(story).live_revision

    def edit():
        page = fresh(story)
        page.title = "Nháp mới"
        return page.save_revision(user=portal.editor)

    published, newer = at_once(lambda: revision.publish(), edit)

    assert published is None
    now = fresh(story)
    assert now.title == "Đã duyệt"
    assert now.latest_revision_id == newer.pk
    assert now.has_unpublished_changes
    assert find_problems().problems == []


@walks("K8")
def test_an_old_form_saves_after_the_approval(portal):
    story = portal.story(title="Đã duyệt")
    submission = submit_for_approval(story, by=portal.editor)
    form = fresh(story)
    decisions.approve(submission, user=portal.head)

    form.title = "Nháp cũ"
    form.save()
    form.save_revision(user=portal.other)

    now = fresh(story)
    assert now.live
    assert now.title == "Đã duyệt"
    assert now.get_latest_revision_as_object().title == "Nháp cũ"
    assert find_problems().problems == []


@pytest.mark.parametrize("_again", range(3))
def test_two_editors_save_at_once(_again, portal):
    story = portal.story()
    story.save_revision(user=portal.editor)
    windows = [Window(user, story) for user in (portal.editor, portal.other)]

    answers = at_once(*[partial(w.save, f"Của {w.user}") for w in windows])

    assert sorted(answer.status_code for answer in answers) == [200, 302]
    saved = windows[[answer.status_code for answer in answers].index(302)]
    assert fresh(story).get_latest_revision_as_object().title == f"Của {saved.user}"
    assert story.revisions.count() == 2


@pytest.mark.parametrize("_again", range(6))
def test_submitting_while_the_same_form_saves_itself(_again, portal):
    story = portal.story()
    story.save_revision(user=portal.editor)
    window, behind = Window(portal.editor, story), Window(portal.editor, story)
    checks = story.approval_checks()
    buttons = {"kehoach_checks": checks, "action-submit": "1"}

    pressed, _saved = at_once(
        lambda: window.save("Bản trình", **buttons),
        lambda: behind.autosave("Bản lưu nền"),
    )

    assert pressed.status_code == 302
    revision = fresh(story).get_latest_revision()
    assert revision.as_object().title == "Bản trình"
    assert queries.submission_of(story).revision == revision
    assert revision.kehoach_checks.ticked == checks


def review(client, submission, token):
    """Send the form of the review screen."""
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    return client.post(url, {"decision": "approve", "token": token})


def test_sent_again_when_the_answer_was_lost(portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)
    token = decisions.seen_token(submission.revision)
    client = Client()
    client.force_login(portal.head)

    answers = [review(client, submission, token) for _each in range(3)]

    queue = reverse("wagtail_kehoach_approval:queue")
    assert {answer.headers["Location"] for answer in answers} == {queue}
    assert Approval.objects.of(story).count() == 1
    assert fresh(story).live


@pytest.mark.parametrize("_again", range(2))
def test_the_same_form_from_two_windows(_again, portal):
    story = portal.story()
    submission = submit_for_approval(story, by=portal.editor)
    token = decisions.seen_token(submission.revision)
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(portal.head)

    answers = at_once(*[lambda c=c: review(c, submission, token) for c in clients])

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Approval.objects.of(story).count() == 1


@pytest.fixture
def picture(portal, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    item = Image.objects.create(title="Lễ", file=get_test_image_file())
    item.get_file_hash()
    portal.made.append(item)
    return item


def swap(client, item):
    """Send Wagtail's form of a picture with another file."""
    drawn = get_test_image_file("khac.png", size=(10, 20)).file.getvalue()
    file = SimpleUploadedFile("khac.png", drawn, "image/png")
    data = {"title": item.title, "collection": item.collection_id, "tags": ""}
    url = reverse("wagtailimages:edit", args=(item.pk,))
    return client.post(url, data | {"file": file})


def superuser_client(portal):
    user = UserFactory(username=f"quantri-{uuid4()}", is_superuser=True)
    portal.made.append(user)
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("token_given", [True, False])
def test_approving_while_the_picture_is_swapped(token_given, portal, picture):
    story = portal.story(picture=picture, picture_alt="Sân trường")
    submission = submit_for_approval(story, by=portal.editor)
    token = decisions.seen_token(submission.revision) if token_given else None
    client = superuser_client(portal)

    at_once(
        lambda: decisions.approve(submission, user=portal.head, token=token),
        lambda: swap(client, picture),
    )

    now = fresh(story)
    swapped = Image.objects.get(pk=picture.pk).file_hash != picture.get_file_hash()
    assert not (now.live and swapped and token_given)
    assert find_problems(read_files=True).problems == []


def test_a_swap_waits_for_an_approval_that_is_on_its_way(portal, picture):
    story = portal.story(picture=picture, picture_alt="Sân trường")
    submission = submit_for_approval(story, by=portal.editor)
    client = superuser_client(portal)
    decided = threading.Event()

    def approve_slowly():
        with transaction.atomic():
            decisions.approve(submission, user=portal.head)
            decided.set()
            time.sleep(1)

    def swap_meanwhile():
        assert decided.wait(10)
        return swap(client, picture).status_code

    at_once(approve_slowly, swap_meanwhile)

    assert fresh(story).live
    assert Image.objects.get(pk=picture.pk).file.name == picture.file.name
    assert find_problems(read_files=True).problems == []


@walks("K9")
def test_the_schedule_runs_twice_at_once(portal):
    story = portal.story(go_live_at=timezone.now() + dt.timedelta(seconds=1))
    approved(story, by=portal.editor, principal=portal.head)
    assert not fresh(story).live
    time.sleep(1)

    results = at_once(*[lambda: call_command("publish_scheduled")] * 2)

    assert results == [None, None]
    assert fresh(story).live
    assert find_problems().problems == []


def test_housekeeping_keeps_the_public_version(portal):
    story = portal.story()
    revision = approved(story, by=portal.editor, principal=portal.head).live_revision_id
    for _each in range(2):
        fresh(story).save_revision(user=portal.editor)

    call_command("purge_revisions", verbosity=0)

    assert fresh(story).live_revision_id == revision
    assert find_problems().problems == []
