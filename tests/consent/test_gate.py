"""A child without a valid consent keeps a post from the public, on every road."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.approval.roads import edit_url, form_data
from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions
from wagtail_kehoach.consent.people_widget import sign
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import PictureBasis
from wagtail_kehoach.pages.models import StoryPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return Image.objects.create(title="Em Minh", file=get_test_image_file())


def naming(person, factory=StoryPageFactory):
    page = factory()
    page.people = [person]
    return page


def test_a_post_without_consent_cannot_be_submitted(editor):
    with pytest.raises(ApprovalRefused, match="Chưa có sự đồng ý"):
        submit_for_approval(naming(PersonFactory()), by=editor)

    assert not WorkflowState.objects.exists()


def test_the_form_says_for_whom_and_keeps_what_was_typed(client, editor):
    story = naming(PersonFactory(full_name="Lê Thị Hoa"))
    story.save_revision()
    client.force_login(editor)
    page = client.get(f"/admin/pages/{story.pk}/edit/").context["form"]
    data = {
        "title": story.title,
        "slug": story.slug,
        "subject": "em Hoa",
        "subject_kind": "individual",
        "audience": "pupil",
        "lead": "Câu vừa gõ.",
        "post_date": "2026-11-20",
        "school_year": story.school_year_id,
        "people": [sign(p.pk) for p in story.people.all()],
        **nested_form_data({"body": streamfield([("heading", "Em Hoa")])}),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "kehoach_checks": story.approval_checks(),
        "action-submit": "1",
    }
    assert "people" in page.fields

    html = client.post(f"/admin/pages/{story.pk}/edit/", data).content.decode()

    assert "Lê Thị Hoa" in html
    assert "Chưa có sự đồng ý" in html
    assert "Câu vừa gõ." in html
    assert not WorkflowState.objects.exists()


def test_a_post_with_consent_goes_live(editor, principal):
    story = naming(ConsentFactory().person)

    assert approved(story, by=editor, principal=principal).live


def test_a_foreign_item_needs_the_foreign_purpose(editor):
    with pytest.raises(ApprovalRefused, match="tiếng nước ngoài"):
        submit_for_approval(
            naming(ConsentFactory().person, ForeignInfoPageFactory), by=editor
        )


def test_a_consent_that_ends_while_the_post_waits_stops_the_approval(editor, principal):
    consent = ConsentFactory()
    submission = submit_for_approval(naming(consent.person), by=editor)
    consent.withdrawn_on = timezone.localdate()
    consent.save()

    with pytest.raises(ApprovalRefused, match="rút lại"):
        decisions.approve(submission, user=principal)

    assert not StoryPage.objects.get(pk=submission.workflow_state.object_id).live


def test_an_approved_text_is_not_published_after_the_consent_ended(principal):
    consent = ConsentFactory()
    story = naming(consent.person)
    revision = story.save_revision()
    decisions.approve_directly(story, revision, user=principal)
    consent.ends_on = timezone.localdate() - dt.timedelta(days=1)
    consent.save()

    with pytest.raises(ApprovalRefused, match="hiệu lực"):
        revision.publish()


def test_a_child_in_the_picture_counts_as_shown(picture, editor):
    basis = PictureBasis.objects.create(image=picture)
    basis.people.add(PersonFactory())
    story = StoryPageFactory(picture=picture, picture_alt="Em Minh")

    with pytest.raises(ApprovalRefused, match="Chưa có sự đồng ý"):
        submit_for_approval(story, by=editor)


def test_a_picture_of_unknown_people_is_named_in_a_warning(picture):
    story = StoryPageFactory(picture=picture, picture_alt="Em Minh")

    assert any("“Em Minh”" in warning for warning in story.privacy_warnings())
    PictureBasis.objects.create(image=picture, basis="nobody")
    assert story.privacy_warnings() == []


def test_who_has_not_agreed_stands_in_the_list_above_the_form(client, editor):
    person = PersonFactory(full_name="Lê Thị Nụ")
    story = StoryPageFactory()
    story.people = [person]
    story.save_revision(user=editor)
    client.force_login(editor)
    sent = {**form_data(story, editor), "people": [sign(person.pk)]}
    sent["action-submit"] = "1"

    html = BeautifulSoup(client.post(edit_url(story), sent).content, "html.parser")

    said = [line.text for line in html.select("[data-kh-errors] li")]
    assert any("Lê Thị Nụ" in line for line in said)
