"""How the roads of pictures and documents are walked."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
)

from wagtail_kehoach.conf import kehoach_settings

from .scene import browser_of
from .stage import Stage
from .walks import walks


def document(**said):
    return Document.objects.create(
        title="Quyết định", file=ContentFile("bản gốc".encode(), name="qd.txt"), **said
    )


def picture():
    return Image.objects.create(title="Lễ khai giảng", file=get_test_image_file())


def show(scene, item):
    """An approved public story that shows ``item``."""
    if isinstance(item, Image):
        said = {"picture": item, "picture_alt": "Sân trường"}
    else:
        link = f'<p><a linktype="document" id="{item.pk}">Xem</a></p>'
        said = {"body": [("paragraph", link)]}
    stage = Stage("story", scene.people)
    scene.watch(type(scene.obj).objects.get(pk=stage.approve(stage.make(**said)).pk))


def let_editors(*codenames):
    for codename in codenames:
        GroupCollectionPermission.objects.create(
            group=Group.objects.get(name=kehoach_settings.EDITORS_GROUP),
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(codename=codename),
        )


def private_collection():
    private = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type="login"
    )
    return private


def edit(client, item, **said):
    name = "wagtailimages:edit" if isinstance(item, Image) else "wagtaildocs:edit"
    data = {"title": item.title, "collection": item.collection_id, "tags": ""} | said
    return client.post(reverse(name, args=(item.pk,)), data)


def swap(scene, item):
    """Send another file for ``item`` and see that the old one stays."""
    if isinstance(item, Image):
        drawn = get_test_image_file("khac.png", size=(10, 20)).file.getvalue()
        file = SimpleUploadedFile("khac.png", drawn, "image/png")
    else:
        file = SimpleUploadedFile("khac.txt", "bản khác".encode())
    kept = item.file.name
    answer = edit(scene.client, item, file=file)
    item.refresh_from_db()
    assert item.file.name == kept
    assert item.file.storage.exists(kept)
    return answer


@walks("F03")
def swap_a_document(scene):
    let_editors("change_document")
    item = document()
    show(scene, item)
    return swap(scene, item)


@walks("F03b")
def swap_one_s_own_document(scene):
    item = document(uploaded_by_user=scene.user)
    show(scene, item)
    return swap(scene, item)


@walks("F04")
def swap_a_picture(scene):
    let_editors("change_image")
    item = picture()
    show(scene, item)
    return swap(scene, item)


@walks("F01")
def upload_a_document(scene):
    let_editors("change_document")
    url = document(uploaded_by_user=scene.user).url
    assert browser_of(None).get(url).status_code == 200


@walks("F01b")
def read_a_document_of_a_draft(scene):
    assert scene.client.get(document().url).status_code == 200


@walks("F02")
def read_a_document_for_insiders(scene):
    item = document(collection=private_collection())
    show(scene, item)
    answer = scene.client.get(item.url)
    assert answer.status_code == 302
    return answer


def move_to_the_public(scene, item):
    let_editors("change_document")
    root = Collection.get_first_root_node()
    return edit(scene.client, item, collection=root.pk)


@walks("F02b.shown")
def move_an_approved_document(scene):
    item = document(collection=private_collection())
    show(scene, item)
    answer = move_to_the_public(scene, item)
    item.refresh_from_db()
    assert item.collection.name == "Nội bộ"
    return answer


@walks("F02b.unused")
def move_a_document_that_nothing_shows(scene):
    item = document(collection=private_collection())
    move_to_the_public(scene, item)
    item.refresh_from_db()
    assert item.collection.is_root()


@walks("F05")
def upload_a_picture(scene):
    assert picture().file.url.startswith(scene.settings.MEDIA_URL)
