"""Pictures and documents under an approved text."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
)

from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, media
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import Approval

ROLES = ["editor", "superuser", "principal"]


@pytest.fixture(autouse=True)
def _forms(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    forms = "wagtail_kehoach.approval.media"
    settings.WAGTAILDOCS_DOCUMENT_FORM_BASE = f"{forms}.DocumentForm"
    settings.WAGTAILIMAGES_IMAGE_FORM_BASE = f"{forms}.ImageForm"


@pytest.fixture(autouse=True)
def _right_to_change(site):
    """Editors who may change any file."""
    from django.contrib.auth.models import Permission

    for codename in ("change_image", "change_document"):
        GroupCollectionPermission.objects.create(
            group=Group.objects.get(name="Biên tập viên"),
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(codename=codename),
        )


@pytest.fixture
def picture(site):
    return Image.objects.create(title="Lễ khai giảng", file=get_test_image_file())


@pytest.fixture
def document(site):
    return Document.objects.create(
        title="Quyết định", file=ContentFile("bản gốc".encode(), name="qd.txt")
    )


@pytest.fixture
def story(picture, document, editor, principal):
    """A public story that shows a picture and links to a document in its text."""
    body = [
        (
            "paragraph",
            f'<p><a linktype="document" id="{document.pk}">Quyết định</a></p>',
        )
    ]
    story = StoryPageFactory(picture=picture, picture_alt="Sân trường", body=body)
    return approved(story, by=editor, principal=principal)


def url_of(item):
    name = "wagtailimages:edit" if isinstance(item, Image) else "wagtaildocs:edit"
    return reverse(name, args=(item.pk,))


def swap(client, item):
    """Send Wagtail's edit form with another file."""
    if isinstance(item, Image):
        drawn = get_test_image_file("khac.png", size=(10, 20))
        file = SimpleUploadedFile("khac.png", drawn.file.getvalue(), "image/png")
    else:
        file = SimpleUploadedFile("khac.txt", "bản khác".encode())
    root = Collection.get_first_root_node().pk
    data = {"title": item.title, "collection": root, "file": file, "tags": ""}
    return client.post(url_of(item), data)


def test_the_record_names_the_files(story, picture, document):
    files = Approval.objects.of(story).get().files

    assert sorted(files) == [f"document:{document.pk}", f"image:{picture.pk}"]
    assert files[f"image:{picture.pk}"]["sha1"] == picture.get_file_hash()
    assert len(files[f"document:{document.pk}"]["sha256"]) == 64


@pytest.mark.parametrize("role", ROLES)
def test_nobody_swaps_a_file_under_an_approved_text(
    role, as_role, story, picture, document
):
    client = as_role(role)
    for item in (picture, document):
        name = item.file.name

        response = swap(client, item)

        item.refresh_from_db()
        assert item.file.name == name
        assert item.file.storage.exists(name)
        if response.status_code == 200:
            assert story.title in str(response.context["form"].errors["file"])
    assert find_problems(read_files=True).problems == []


def test_a_file_that_nothing_shows_can_be_swapped(as_role, picture, document):
    client = as_role("editor")

    for item in (picture, document):
        name = item.file.name
        swap(client, item)
        item.refresh_from_db()
        assert item.file.name != name


def test_a_file_is_free_again_when_its_text_is_taken_down(as_role, story, document):
    story.unpublish()
    name = document.file.name

    swap(as_role("editor"), document)

    document.refresh_from_db()
    assert document.file.name != name


def test_code_does_not_swap_or_delete_a_file(story, picture, document):
    picture.file = get_test_image_file("khac.png", size=(10, 20))
    with pytest.raises(ApprovalRefused, match=story.title):
        picture.save()
    with pytest.raises(ApprovalRefused, match=story.title), transaction.atomic():
        document.delete()

    assert find_problems(read_files=True).problems == []


def test_title_focal_point_and_renditions_stay_free(as_role, story, picture):
    data = {
        "title": "Tên khác",
        "collection": Collection.get_first_root_node().pk,
        "tags": "lễ",
        "focal_point_x": "1",
        "focal_point_y": "1",
        "focal_point_width": "2",
        "focal_point_height": "2",
    }

    as_role("editor").post(url_of(picture), data)
    picture.refresh_from_db()
    picture.get_rendition("fill-10x10")

    assert picture.title == "Tên khác"
    assert picture.focal_point_x == 1
    assert find_problems(read_files=True).problems == []


def test_a_private_file_does_not_get_more_readers(as_role, picture, editor, principal):
    root = Collection.get_first_root_node()
    private = root.add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    document = Document.objects.create(
        title="Nội bộ",
        file=ContentFile(b"x", name="x.txt"),
        collection=private,
    )
    body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">Xem</a></p>')]
    approved(StoryPageFactory(body=body), by=editor, principal=principal)
    data = {"title": "Nội bộ", "collection": root.pk, "tags": ""}

    as_role("superuser").post(url_of(document), data)
    document.refresh_from_db()
    assert document.collection_id == private.pk

    document.collection = root
    with pytest.raises(ApprovalRefused):
        document.save()


@pytest.mark.parametrize("action", ["delete", "add_to_collection"])
def test_bulk_actions_on_files_say_why_not(action, as_role, story, document):
    root = Collection.get_first_root_node()
    private = root.add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    Document.objects.filter(pk=document.pk).update(collection=private)
    url = reverse("wagtail_bulk_action", args=("wagtaildocs", "document", action))

    response = as_role("superuser").post(
        f"{url}?id={document.pk}", {"collection": str(root.pk)}
    )

    said = " ".join(str(m) for m in get_messages(response.wsgi_request))
    assert story.title in said
    assert Document.objects.get(pk=document.pk).collection_id == private.pk


def test_a_file_swapped_while_the_principal_reads_is_noticed(
    picture, editor, principal
):
    story = StoryPageFactory(picture=picture, picture_alt="Sân trường")
    submission = submit_for_approval(story, by=editor)
    token = decisions.seen_token(submission.revision)
    picture.file = get_test_image_file("khac.png", size=(10, 20))
    picture._set_image_file_metadata()
    picture.save()

    with pytest.raises(ApprovalRefused):
        decisions.approve(submission, user=principal, token=token)


def test_a_text_is_not_put_up_again_with_another_file(story, picture):
    revision = story.live_revision
    story.unpublish()
    picture.file = get_test_image_file("khac.png", size=(10, 20))
    picture._set_image_file_metadata()
    picture.save()

    with pytest.raises(ApprovalRefused):
        revision.publish()

    story.refresh_from_db()
    assert not story.live


def test_a_file_of_a_scheduled_text_is_frozen(picture, editor, principal):
    import datetime as dt

    from django.utils import timezone

    approved(
        StoryPageFactory(
            picture=picture,
            picture_alt="Sân trường",
            go_live_at=timezone.now() + dt.timedelta(days=1),
        ),
        by=editor,
        principal=principal,
    )

    with pytest.raises(ApprovalRefused), transaction.atomic():
        picture.delete()


def test_other_files_cost_one_statement(picture):
    from django.db.models.signals import pre_save

    def cost():
        with CaptureQueriesContext(connection) as queries:
            picture.save()
        return len(queries)

    with_us = cost()
    pre_save.disconnect(
        media.keep_file, sender=Image, dispatch_uid="kehoach.wagtailimages.Image.save"
    )
    without = cost()
    media.connect()

    assert with_us - without == 1


def test_the_audit_finds_a_file_changed_on_disk(story, document):
    with document.file.storage.open(document.file.name, "wb") as stored:
        stored.write(b"thay ruot")

    assert find_problems().problems == []
    [problem] = find_problems(read_files=True).problems
    assert problem.code == "swapped-file"
    assert problem.title == str(story)


def test_the_audit_finds_a_file_changed_in_the_database(story, picture):
    Image.objects.filter(pk=picture.pk).update(file_hash="0" * 40)

    assert [p.code for p in find_problems().problems] == ["swapped-file"]
