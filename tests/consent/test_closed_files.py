"""A document goes with the post that showed it, unless something else public shows it."""

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction

from tests.factories.consent import ConsentFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory, section
from tests.factories.workflows import approved
from tests.front_cache import Remembering
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Takedown
from wagtail_kehoach.pages.models import StoryPage

pytestmark = pytest.mark.django_db

LINK = '<p><a linktype="document" id="{}">Xem</a></p>'
CLOSED = "Đã gỡ vì sự đồng ý"


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def document(title="Quyết định 318", name="qd-318.txt", **facts):
    return Document.objects.create(
        title=title, file=ContentFile(b"Khen em Minh", name=name), **facts
    )


def story_with(*documents, people, by, principal, **facts):
    body = [("paragraph", LINK.format(shown.pk)) for shown in documents]
    page = StoryPageFactory(body=body, **facts)
    page.people = people
    return approved(page, by=by, principal=principal)


@pytest.fixture
def withdraw(consent, django_capture_on_commit_callbacks):
    def act():
        consent.withdrawn_on = timezone.localdate()
        consent.save()
        with django_capture_on_commit_callbacks(execute=True):
            enforce([consent.person_id])
        return Takedown.objects.get()

    return act


def test_nobody_opens_it_at_its_address_any_more(
    client, consent, editor, principal, keeper, withdraw, settings
):
    settings.WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "tests.front_cache.Remembering"}
    }
    Remembering.forgotten.clear()
    decision = document()
    story = StoryPageFactory(commended=True, commendation_document=decision)
    story.people = [consent.person]
    approved(story, by=editor, principal=principal)
    address, storage, name = decision.url, decision.file.storage, decision.file.name
    assert client.get(address).status_code == 200

    record = withdraw()

    assert client.get(address).status_code == 404
    decision.refresh_from_db()
    assert client.get(decision.url).status_code == 302
    assert not storage.exists(name)
    assert storage.exists(decision.file.name)
    assert any(told.endswith(address) for told in Remembering.forgotten)
    [message] = [m for m in mail.outbox if m.subject.startswith("Đã gỡ")]
    for said in (record.reason, message.body):
        assert f"bộ sưu tập “{CLOSED}”: Quyết định 318." in said
    for user in (keeper, principal):
        client.force_login(user)
        response = client.get(decision.url)
        assert b"".join(response.streaming_content) == b"Khen em Minh"
    client.force_login(editor)
    assert client.get(decision.url).status_code == 302


@pytest.mark.parametrize("other", ["story", "plan"])
def test_it_stays_where_something_else_public_shows_it(
    client, consent, editor, principal, withdraw, other
):
    shared = document()
    facts = {"by": editor, "principal": principal}
    story_with(shared, people=[consent.person], **facts)
    if other == "story":
        story_with(
            shared, people=[ConsentFactory().person], title="Bài còn đăng", **facts
        )
    else:
        text = LINK.format(shared.pk)
        plan = PlanPageFactory(
            title="Bài còn đăng", body=[section("I", "MỤC ĐÍCH", text)]
        )
        approved(plan, **facts)

    record = withdraw()

    assert client.get(shared.url).status_code == 200
    assert f"Quyết định 318 (http://testserver{shared.url}; “Bài còn đăng”)" in (
        record.reason
    )
    assert CLOSED not in record.reason


def test_two_posts_of_one_consent_take_their_document_with_them(
    client, consent, editor, principal, django_capture_on_commit_callbacks
):
    shared = document()
    facts = {"by": editor, "principal": principal, "people": [consent.person]}
    story_with(shared, **facts)
    story_with(shared, **facts)
    StoryPageFactory(body=[("paragraph", LINK.format(shared.pk))])
    address = shared.url
    consent.withdrawn_on = timezone.localdate()
    consent.save()

    enforce()

    shared.refresh_from_db()
    assert shared.collection.name == CLOSED
    assert client.get(shared.url).status_code == 302
    assert client.get(address).status_code == 404


def test_what_only_some_could_read_is_left_alone(consent, editor, principal, withdraw):
    private = Collection.get_first_root_node().add_child(name="Riêng")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    hidden = document("Danh sách kín", "kin.txt", collection=private)
    story_with(hidden, people=[consent.person], by=editor, principal=principal)

    record = withdraw()

    hidden.refresh_from_db()
    assert hidden.collection == private
    assert hidden.title not in record.reason


def test_the_post_goes_though_the_file_is_gone(
    client, consent, editor, principal, withdraw
):
    gone = document()
    story = story_with(gone, people=[consent.person], by=editor, principal=principal)
    gone.file.storage.delete(gone.file.name)

    record = withdraw()

    assert client.get(story.url).status_code == 404
    assert CLOSED in record.reason


def test_who_writes_it_anew_is_told_and_moves_it_back(
    client, consent, superuser, editor, principal, withdraw
):
    decision = document()
    page = story_with(decision, people=[consent.person], by=editor, principal=principal)
    withdraw()
    ConsentFactory(person=consent.person)
    page = StoryPage.objects.get(pk=page.pk)
    assert any("Quyết định 318" in said for said in page.points_to_check())
    client.force_login(superuser)

    url = reverse("wagtaildocs:edit", args=(decision.pk,))
    root = Collection.get_first_root_node()
    client.post(url, {"title": decision.title, "collection": root.pk})
    page = approved(page, by=editor, principal=principal)

    assert page.points_to_check() == []
    client.logout()
    decision.refresh_from_db()
    assert client.get(decision.url).status_code == 200
    assert client.get(page.url).status_code == 200
