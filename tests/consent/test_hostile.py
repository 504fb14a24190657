"""Who tries every road to scans of consents and to photos of proposals gets neither.

The table of roads is walked by every role, with the secrets themselves in hand: the names of
the files, their bytes, and the name of the child.
"""

from __future__ import annotations

import io
import zipfile
from urllib.parse import quote

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.urls import get_resolver, reverse
from wagtail.images.utils import generate_signature
from wagtail.models import Collection, ReferenceIndex

from tests.consent.test_camera import photo
from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.users import UserFactory
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.consent.storage import private_storage
from wagtail_kehoach.models import (
    Consent,
    PictureBasis,
    ProposedPhoto,
    SearchEntry,
    StoryProposal,
)
from wagtail_kehoach.pages.models import StoryIndexPage

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.urls_api_v2")]

SCAN = b"%PDF-1.4 scan of the signed form"
CHILD = "Nguyễn Bình Minh Châu"
NOTE = "Em Châu bên trái"
ROLES = [
    "anonymous", "without_admin", "without_rights", "clerk", "editor", "principal",
    "deputy", "superuser", "keeper",
]  # fmt: skip
#: Who reads the registry and the scans; who may look at photos of proposals.
READS_REGISTRY = {"keeper"}
SEES_NAMES = {"keeper", "superuser"}
SEES_PHOTOS = {"editor", "principal", "deputy", "superuser"}


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    for field in (
        Consent._meta.get_field("evidence"),
        ProposedPhoto._meta.get_field("file"),
    ):
        monkeypatch.setattr(field, "storage", private_storage())


@pytest.fixture
def consent(site):
    consent = ConsentFactory(person=PersonFactory(full_name=CHILD))
    consent.evidence.save("Giấy đồng ý của Châu.pdf", ContentFile(SCAN))
    return consent


@pytest.fixture
def proposed(site):
    proposal = StoryProposal.objects.create(
        asked_name="Tổ Ngữ văn",
        parent_id=StoryIndexPage.objects.get().pk,
        answered_at="2026-11-20T08:00:00Z",
        who_is_shown=NOTE,
    )
    kept = ProposedPhoto(proposal=proposal)
    kept.file.save("anh.jpg", ContentFile(photo()))
    return kept


@pytest.fixture
def sign_in(client, request):
    """Sign in as one of ``ROLES``."""

    def become(role):
        if role == "anonymous":
            return client
        made = {
            "without_admin": lambda: UserFactory(username="khach"),
            "without_rights": lambda: member("Vào quản trị", None),
            "clerk": lambda: member(None, kehoach_settings.CLERKS_GROUP),
        }
        role = "other_principal" if role == "deputy" else role
        user = made[role]() if role in made else request.getfixturevalue(role)
        client.force_login(user)
        return client

    return become


def member(new, there):
    user = UserFactory(username="nguoi-khac")
    group, _made = Group.objects.get_or_create(name=new or there)
    if new:
        group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    return user


def body_of(response) -> bytes:
    """What ``response`` brings; the parts of a packed table one after the other."""
    body = response.getvalue() if response.streaming else response.content
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as packed:
        return b"\n".join(packed.read(name) for name in packed.namelist())


def guessed(names) -> list[str]:
    """Where a web server could hand out a file, by its name."""
    folders = [
        django_settings.MEDIA_URL, f"{django_settings.MEDIA_URL}kehoach-private/",
        f"{django_settings.MEDIA_URL}../kehoach-private/",
        f"{django_settings.MEDIA_URL}%2e%2e/kehoach-private/",
        f"{django_settings.MEDIA_URL}original_images/", "/kehoach-private/",
        f"{django_settings.STATIC_URL}kehoach-private/", "/documents/1/", "/",
    ]  # fmt: skip
    return [f"{folder}{name}" for folder in folders for name in names]


def searched(names) -> list[str]:
    """Everything that takes a word to search for."""
    words = [names[0], CHILD]
    roads = [
        "/tim-kiem/?q=", "/admin/pages/search/?q=", "/admin/images/?q=",
        "/admin/documents/?q=", "/admin/images/chooser/results/?q=",
        "/admin/documents/chooser/results/?q=", "/admin/choose-page/search/?q=",
        "/admin/snippets/wagtail_kehoach/person/?q=",
        "/admin/snippets/choose/wagtail_kehoach/person/results/?q=",
        "/admin/kehoach_proposals/?q=", "/admin/kehoach_picture_bases/?q=",
        "/admin/kehoach_takedowns/?q=", "/admin/kehoach_shared/?q=",
        "/admin/kehoach_data_requests/?q=", "/admin/kehoach_consent_requests/?q=",
        "/api/v2/pages/?search=", "/api/v2/images/?search=", "/api/v2/documents/?search=",
    ]  # fmt: skip
    return [f"{road}{quote(word)}" for road in roads for word in words]


def listed(consent, proposed) -> list[str]:
    """Usage, history, choosers, feeds, sitemap, APIs, and the pages of one object."""
    person, proposal = consent.person_id, proposed.proposal_id
    index = proposed.proposal.parent_id
    roads = [
        f"/admin/snippets/wagtail_kehoach/person/{part}/{person}/"
        for part in ("edit", "usage", "history", "inspect", "delete", "copy")
    ]
    roads += [
        f"/admin/snippets/choose/wagtail_kehoach/person/chosen/{person}/",
        "/admin/snippets/choose/wagtail_kehoach/person/",
        f"/admin/kehoach_proposals/{proposal}/",
        f"/admin/images/{proposed.pk}/", f"/admin/images/usage/{proposed.pk}/",
        f"/admin/images/{proposed.pk}/preview/original/",
        f"/admin/images/{proposed.pk}/generate_url/original/",
        f"/admin/documents/edit/{consent.pk}/", f"/admin/documents/usage/{consent.pk}/",
        f"/documents/{consent.pk}/giay.pdf",
        f"/nguon-tin/muc/{index}.xml", "/sitemap.xml",
        "/api/v2/pages/?fields=*", f"/api/v2/pages/{index}/?fields=*",
        "/api/v2/images/?fields=*", "/api/v2/documents/?fields=*",
    ]  # fmt: skip
    if apps.is_installed("wagtail.api.v3"):
        roads += ["/api/v3/pages/", "/api/v3/images/", "/api/v3/documents/"]
    return roads


def exported() -> list[str]:
    """Every list of ours as a table, and those of Wagtail that tell of changes."""
    lists = [
        "/admin/snippets/wagtail_kehoach/person/", "/admin/kehoach_proposals/",
        "/admin/kehoach_picture_bases/", "/admin/kehoach_takedowns/",
        "/admin/kehoach_shared/", "/admin/kehoach_data_requests/",
        "/admin/kehoach_consent_requests/", "/admin/reports/site-history/",
        "/admin/reports/aging-pages/", "/admin/reports/workflow/",
    ]  # fmt: skip
    return [f"{road}?export={kind}" for road in lists for kind in ("xlsx", "csv")]


def by_number(consent, proposed) -> list[str]:
    """Files by the numbers of the secrets: APIs, collections, versions, drawn images."""
    scan, kept, index = consent.pk, proposed.pk, proposed.proposal.parent_id
    root = Collection.get_first_root_node().pk
    roads = [
        f"/api/v2/images/{kept}/?fields=*", f"/api/v2/documents/{scan}/?fields=*",
        f"/api/v2/images/find/?id={kept}", f"/api/v2/documents/find/?id={scan}",
        f"/api/v2/pages/find/?id={index}", f"/documents/{scan}/",
        f"/documents/{scan}/{quote('Giấy đồng ý của Châu.pdf')}",
        "/admin/collections/", f"/admin/collections/{root}/",
        f"/admin/images/?collection_id={root}",
        f"/admin/documents/?collection_id={root}",
        f"/admin/images/chooser/results/?collection_id={root}",
        f"/admin/documents/chooser/results/?collection_id={root}",
        f"/admin/pages/{index}/revisions/compare/live/latest/",
        f"/admin/pages/{index}/revisions/compare/earliest/latest/",
        f"/admin/pages/{index}/history/",
        f"/images/{generate_signature(kept, 'original')}/{kept}/original/",
        f"/images/{generate_signature(kept, 'width-100')}/{kept}/width-100/anh.jpg",
    ]  # fmt: skip
    if apps.is_installed("wagtail.api.v3"):
        roads += [
            f"/api/v3/images/{kept}/", f"/api/v3/documents/{scan}/",
            f"/api/v3/pages/{index}/",
        ]  # fmt: skip
    return roads


def without_arguments(patterns=None, prefix="/admin/") -> list[str]:
    """Every screen of the admin that opens without a number."""
    if patterns is None:
        (admin,) = [
            p for p in get_resolver().url_patterns if str(p.pattern) == "admin/"
        ]
        patterns = admin.url_patterns
    roads = []
    for pattern in patterns:
        piece = str(pattern.pattern).lstrip("^").rstrip("$")
        if "<" in piece or "(" in piece or "logout" in piece or "\\" in piece:
            continue
        if hasattr(pattern, "url_patterns"):
            roads += without_arguments(pattern.url_patterns, prefix + piece)
        else:
            roads.append(prefix + piece)
    return roads


def leaks(body: bytes, role, names) -> list[str]:
    """What of the secrets stands in ``body`` and is nothing for ``role``."""
    text = body.decode(errors="replace")
    found = [name for name in names if role not in READS_REGISTRY and name in text]
    if SCAN in body:
        found.append("the scan")
    if body.startswith(b"\xff\xd8\xff") and role not in SEES_PHOTOS:
        found.append("the photo")
    if CHILD in text and role not in SEES_NAMES:
        found.append("the name of the child")
    if NOTE in text and role not in SEES_PHOTOS:
        found.append("who is in the photo")
    return found


@pytest.mark.parametrize("role", ROLES)
def test_no_road_leads_to_a_scan_or_a_photo(sign_in, consent, proposed, role):
    visitor = sign_in(role)
    visitor.raise_request_exception = False
    names = [consent.evidence.name, proposed.file.name]
    roads = [
        *guessed(names), *searched(names), *listed(consent, proposed),
        *exported(), *by_number(consent, proposed), *without_arguments(),
    ]  # fmt: skip

    found = {}
    for road in roads:
        response = visitor.get(road)
        # A search says again what was typed.
        typed = [name for name in (*names, CHILD) if quote(name) in road]
        said = leaks(body_of(response), role, [n for n in names if n not in typed])
        if CHILD in typed and "the name of the child" in said:
            said.remove("the name of the child")
        if said:
            found[road] = said

    assert found == {}
    assert len(roads) > 160


@pytest.mark.parametrize("role", ROLES)
def test_the_scan_opens_for_keepers_alone(sign_in, consent, role):
    visitor = sign_in(role)

    response = visitor.get(reverse("wagtail_kehoach_evidence", args=(consent.pk,)))

    assert (SCAN in body_of(response)) == (role in READS_REGISTRY)
    assert (response.status_code == 200) == (role in READS_REGISTRY)


@pytest.mark.parametrize("role", ROLES)
def test_a_photo_opens_for_those_who_write_there(sign_in, proposed, role):
    visitor = sign_in(role)
    address = reverse(
        "kehoach_proposals:photo", args=(proposed.proposal_id, proposed.pk)
    )

    response = visitor.get(address)

    assert (response.status_code == 200) == (role in SEES_PHOTOS)
    assert body_of(response).startswith(b"\xff\xd8\xff") == (role in SEES_PHOTOS)


def test_the_photo_of_one_proposal_does_not_open_under_another(
    sign_in, proposed, editor
):
    other = StoryProposal.objects.create(
        asked_name="Tổ Toán",
        parent=proposed.proposal.parent,
        answered_at=proposed.proposal.answered_at,
    )

    visitor = sign_in("editor")

    address = reverse("kehoach_proposals:photo", args=(other.pk, proposed.pk))
    assert visitor.get(address).status_code == 404


def test_neither_index_knows_them(consent, proposed):
    texts = "\n".join(SearchEntry.objects.values_list("text", flat=True))

    assert CHILD not in texts
    assert consent.evidence.name not in texts
    for model in ("consent", "person", "proposedphoto", "storyproposal"):
        rows = ReferenceIndex.objects.filter(base_content_type__model=model)
        assert not rows.exists()


def test_a_withheld_original_has_no_address_either(consent, sign_in, tmp_path):
    name = private_storage().save("abc.jpg", ContentFile(photo()))
    assert PictureBasis._meta.get_field("withheld").editable is False
    visitor = sign_in("superuser")
    visitor.raise_request_exception = False

    for road in guessed([name]):
        assert not body_of(visitor.get(road)).startswith(b"\xff\xd8\xff")
