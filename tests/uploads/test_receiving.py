"""What a forged request may bring: one file, of which no more is kept than may be read."""

import pytest
from django.core.files import uploadedfile, uploadhandler
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.decree30.build import plan_with
from wagtail_kehoach.models import PlanReading
from wagtail_kehoach.pages.models import PlanIndexPage, StoryIndexPage

MEGABYTE = 1024 * 1024
JSON = {"accept": "application/json"}


@pytest.fixture
def writer(client, editor):
    client.force_login(editor)
    return client


def files(count, data=b"Tin"):
    return [SimpleUploadedFile(f"{n}.txt", data) for n in range(count)]


def forged(count, data=b"Tin"):
    """The form with several files in one request; the place of the draft comes first."""
    return {"parent": PlanIndexPage.objects.get().pk, "file": files(count, data)}


@pytest.mark.parametrize("count", [2, 101, 500])
def test_several_files_in_one_request_are_refused_in_words(writer, count):
    answer = writer.post(reverse("wagtail_kehoach_upload"), forged(count, plan_with()))

    assert answer.status_code == 200
    assert "Mỗi lần chỉ gửi được một tệp" in answer.content.decode()
    assert not PlanReading.objects.exists()


def test_a_script_is_told_too(writer):
    url = reverse("wagtail_kehoach_upload")

    answer = writer.post(url, forged(500), headers=JSON)

    assert answer.status_code == 400
    assert "Mỗi lần chỉ gửi được một tệp" in answer.json()["message"]


def test_a_story_comes_alone_too(writer):
    data = {"parent": StoryIndexPage.objects.get().pk, "file": files(500)}

    answer = writer.post(reverse("wagtail_kehoach_story_upload"), data)

    assert "Mỗi lần chỉ gửi được một tệp" in answer.content.decode()


def test_no_more_of_a_file_is_kept_than_may_be_read(writer, settings, monkeypatch):
    settings.WAGTAIL_KEHOACH = {"IMPORT_MAX_MB": 1}
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1000
    kept = []

    class Watched(uploadedfile.TemporaryUploadedFile):
        def write(self, data):
            kept.append(len(data))
            return self.file.write(data)

    monkeypatch.setattr(uploadhandler, "TemporaryUploadedFile", Watched)

    answer = writer.post(
        reverse("wagtail_kehoach_upload"), forged(1, b"a" * (4 * MEGABYTE))
    )

    assert "Tệp này quá lớn" in answer.content.decode()
    assert "Hãy chọn một tệp trước" not in answer.content.decode()
    assert 0 < sum(kept) <= MEGABYTE


def test_a_file_as_large_as_allowed_is_read(writer, settings):
    settings.WAGTAIL_KEHOACH = {"IMPORT_MAX_MB": 1}
    plan = plan_with()

    writer.post(
        reverse("wagtail_kehoach_upload"), forged(1, plan.ljust(MEGABYTE, b" "))
    )

    assert PlanReading.objects.count() == 1


@pytest.mark.parametrize(
    "address", ["wagtail_kehoach_upload", "wagtail_kehoach_story_upload"]
)
def test_a_form_of_another_site_is_refused(editor, address):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    answer = client.post(reverse(address), forged(1, plan_with()))

    assert answer.status_code == 403
    assert not PlanReading.objects.exists()


def test_the_form_with_its_token_is_taken(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    url = reverse("wagtail_kehoach_upload")
    token = client.get(url).context["csrf_token"]

    client.post(url, {"csrfmiddlewaretoken": str(token), **forged(1, plan_with())})

    assert PlanReading.objects.count() == 1
