"""Somebody taken off the list of who is shown: on record, and asked about once more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry, PageLogEntry

from tests.approval.roads import edit_url, form_data
from tests.factories.consent import ConsentFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import digest
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Consent, PictureBasis
from wagtail_kehoach.pages.models import StoryPage

pytestmark = pytest.mark.django_db

ACTION = "kehoach.person_unlisted"


@pytest.fixture
def person(site):
    return ConsentFactory().person


@pytest.fixture
def story(person, editor, principal):
    """A public story that names the child."""
    page = StoryPageFactory()
    page.people = [person]
    return approved(page, by=editor, principal=principal)


@pytest.fixture
def picture(person, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = Image.objects.create(title="Sân trường", file=get_test_image_file())
    PictureBasis.objects.create(image=picture).people.add(person)
    return picture


def take_off(story, editor):
    """The latest version, without anybody on the list."""
    story = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    story.people = []
    story.save_revision(user=editor)
    return story


def asked(story):
    draft = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    return [said for said in draft.privacy_warnings() if "bỏ khỏi danh sách" in said]


def test_it_is_on_record_who_did_it_and_when_without_a_name(story, person, editor):
    take_off(story, editor)

    (entry,) = PageLogEntry.objects.filter(action=ACTION)
    assert (entry.page_id, entry.user) == (story.pk, editor)
    assert entry.revision == story.revisions.order_by("-pk").first()
    assert entry.data == {"people": [person.pk]}
    assert person.full_name not in entry.message


def test_the_history_of_the_page_shows_it(client, story, editor, principal):
    take_off(story, editor)
    client.force_login(principal)

    url = reverse("wagtailadmin_pages:history", args=(story.pk,))
    assert "Đã bỏ một người khỏi danh sách" in client.get(url).content.decode()


def test_a_save_that_takes_nobody_off_leaves_no_trace(story, editor):
    draft = story.get_latest_revision_as_object()
    draft.title = "Tên mới"
    draft.save_revision(user=editor)

    assert not PageLogEntry.objects.filter(action=ACTION).exists()


def test_the_writer_has_to_confirm_before_submitting(client, story, person, editor):
    draft = take_off(story, editor)
    client.force_login(editor)
    data = form_data(draft, editor, **{"action-submit": "1"})

    refused = client.post(edit_url(story), {**data, "kehoach_seen": []})
    assert f"“{person}” đã được bỏ khỏi danh sách" in refused.content.decode()
    assert story.current_workflow_state is None

    client.post(edit_url(story), data)
    assert StoryPage.objects.get(pk=story.pk).current_workflow_state


@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_principal_who_publishes_with_the_same_press_is_asked(
    client, story, person, principal, withdrawn
):
    """Her first name stays in the text: only he can say that she is shown no more."""
    if withdrawn:
        Consent.objects.update(withdrawn_on=timezone.localdate())
    client.force_login(principal)
    draft = StoryPage.objects.get(pk=story.pk)
    draft.people, draft.title = [], "Em Minh nhặt được ví"
    data = form_data(draft, principal, **{"action-publish": "1"})

    refused = client.post(edit_url(story), {**data, "kehoach_seen": []})

    assert f"“{person}” đã được bỏ khỏi danh sách" in refused.content.decode()
    assert StoryPage.objects.get(pk=story.pk).title == story.title

    client.post(edit_url(story), data)

    assert StoryPage.objects.get(pk=story.pk).title == draft.title
    assert asked(story) == []


def test_who_is_only_in_a_later_version_was_not_taken_off(
    story, person, editor, principal
):
    page = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
    other = ConsentFactory().person
    submission = submit_for_approval(page, by=editor)
    page.people = [person, other]
    page.save_revision(user=editor)

    assert digest.as_stored(submission.revision).privacy_warnings() == []


def test_the_principal_reads_it_in_the_review(client, story, person, editor, principal):
    submission = submit_for_approval(take_off(story, editor), by=editor)
    client.force_login(principal)

    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
    html = client.get(url).content.decode()

    assert f"“{person}” đã được bỏ khỏi danh sách" in html


def test_what_was_approved_without_him_is_not_asked_again(story, editor, principal):
    draft = take_off(story, editor)
    assert len(asked(story)) == 1

    approved(draft, by=editor, principal=principal)

    assert asked(story) == []


def test_a_version_between_hides_nothing(story, editor):
    draft = take_off(story, editor)
    draft.title = "Sửa thêm"
    draft.save_revision(user=editor)

    assert len(asked(story)) == 1


def test_whoever_is_listed_again_is_not_asked_about(story, person, editor):
    draft = take_off(story, editor)
    draft.people = [person]
    draft.save_revision(user=editor)

    assert asked(story) == []


def test_a_draft_that_was_never_approved_asks_too(person, editor):
    page = StoryPageFactory()
    page.people = [person]
    page.save_revision(user=editor)

    take_off(page, editor)

    assert len(asked(page)) == 1


@pytest.mark.parametrize("side", ["picture", "person", "all"])
def test_whoever_is_taken_off_a_picture_of_the_story_is_asked_about(
    side, picture, person, editor, principal, keeper, client
):
    story = StoryPageFactory(picture=picture, picture_alt="Các em trên sân trường")
    story = approved(story, by=editor, principal=principal)
    basis = picture.kehoach_basis
    {
        "picture": lambda: basis.people.remove(person),
        "person": lambda: person.pictures.remove(basis),
        "all": basis.people.clear,
    }[side]()

    assert [str(person) in said for said in asked(story)] == [True]
    (entry,) = ModelLogEntry.objects.filter(action=ACTION)
    assert entry.data == {"people": [person.pk]}

    approved(story.get_latest_revision_as_object(), by=editor, principal=principal)
    assert asked(story) == []


def test_a_picture_that_the_story_shows_no_more_is_not_asked_about(
    picture, person, editor, principal
):
    story = StoryPageFactory(picture=picture, picture_alt="Các em trên sân trường")
    story = approved(story, by=editor, principal=principal)
    picture.kehoach_basis.people.clear()
    draft = story.get_latest_revision_as_object()
    draft.picture = None
    draft.save_revision(user=editor)

    assert asked(story) == []


def test_asking_costs_the_same_however_many_were_taken_off(story, person, editor):
    def statements():
        draft = StoryPage.objects.get(pk=story.pk).get_latest_revision_as_object()
        with CaptureQueriesContext(connection) as queries:
            draft.privacy_warnings()
        return len(queries)

    take_off(story, editor)
    statements()
    before = statements()
    for _ in range(3):
        draft = story.get_latest_revision_as_object()
        draft.people = [ConsentFactory().person, ConsentFactory().person]
        draft.save_revision(user=editor)
        take_off(story, editor)

    assert len(asked(story)) == 7
    assert statements() == before


def taken_down(story, person):
    Consent.objects.filter(person=person).update(withdrawn_on=timezone.localdate())
    enforce([person.pk])
    return StoryPage.objects.get(pk=story.pk)


def delete_entry(client, person):
    name = person.snippet_viewset.get_url_name("delete")
    url = reverse(name, args=(person.pk,))
    return client.post(url, follow=True).content.decode()


def test_nobody_leaves_the_registry_while_what_was_taken_down_lists_him(
    client, superuser, story, person, editor
):
    story = taken_down(story, person)
    assert not story.live
    client.force_login(superuser)

    html = delete_entry(client, person)

    assert story.title in html
    assert "bản nháp" in html
    assert Consent.objects.filter(person=person).exists()

    take_off(story, editor)
    delete_entry(client, person)

    assert not Consent.objects.filter(person=person).exists()


def test_what_was_approved_with_somebody_who_left_the_registry_is_not_shown_again(
    story, person, editor, principal
):
    before = story.live_revision
    story = taken_down(story, person)
    person.delete()

    with pytest.raises(ApprovalRefused, match="đã bị xoá khỏi danh sách"):
        before.publish(user=principal)

    assert not StoryPage.objects.get(pk=story.pk).live


def test_the_approver_is_asked_about_somebody_who_left_the_registry(
    story, person, editor, principal
):
    story = taken_down(story, person)
    story = take_off(story, editor)
    number = person.pk
    person.delete()

    assert any(f"số {number}" in said for said in asked(story))

    approved(story, by=editor, principal=principal)
    assert asked(story) == []


@pytest.mark.parametrize("why", ["people", "last day", "grey"])
def test_an_entry_on_which_a_refusal_rests_is_not_deleted(
    picture, client, admin_user, why
):
    basis = PictureBasis.objects.get()
    if why != "people":
        basis.people.clear()
        PictureBasis.objects.update(
            basis="nobody",
            keep_until=timezone.localdate() if why == "last day" else None,
            withheld="x.jpg" if why == "grey" else "",
        )
    client.force_login(admin_user)
    url = reverse("kehoach_picture_bases:delete", args=(basis.pk,))

    for send in (client.get, client.post):
        said = send(url, follow=True).content.decode()
        assert "không còn ai trong ảnh được hỏi ý kiến" in said
    assert PictureBasis.objects.exists()


def test_an_entry_on_which_nothing_rests_is_deleted_and_so_is_one_of_a_deleted_picture(
    picture, client, admin_user
):
    picture.delete()
    assert not PictureBasis.objects.exists()

    other = Image.objects.create(title="Sân", file=get_test_image_file(size=(9, 9)))
    basis = PictureBasis.objects.create(image=other, basis="nobody")
    client.force_login(admin_user)
    url = reverse("kehoach_picture_bases:delete", args=(basis.pk,))
    assert client.post(url).status_code == 302
    assert not PictureBasis.objects.exists()


@pytest.mark.parametrize("role", ["editor", "principal"])
def test_others_delete_no_entry_at_all(picture, client, role, request):
    client.force_login(request.getfixturevalue(role))
    url = reverse("kehoach_picture_bases:delete", args=(PictureBasis.objects.get().pk,))

    client.post(url)

    assert PictureBasis.objects.exists()
