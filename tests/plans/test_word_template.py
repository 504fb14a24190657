"""The school's own Word template: taken once it works, used by every download."""

import io
from importlib import import_module
from types import SimpleNamespace

import docx
import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from tests.decree30.build import docx_of
from tests.factories.pages import PlanPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.decree30.template import original
from wagtail_kehoach.models import PlanTemplate


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """A media folder of its own."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def plan(editor, principal):
    """A public plan."""
    page = PlanPageFactory(title="Truyền thông năm học")
    return approved(page, by=editor, principal=principal)


def template_of(text):
    """A template of one paragraph."""
    document = docx.Document()
    document.add_paragraph(text)
    return docx_of(document)


def keep(site, data):
    """Make this the template of the site."""
    kept = PlanTemplate.for_site(site)
    kept.file.save("mau.docx", ContentFile(data))


def downloaded(client, plan):
    """The paragraphs of the plan's Word file."""
    response = client.get(plan.url, {"tai-ve": "docx"})
    assert response.status_code == 200
    document = docx.Document(io.BytesIO(response.content))
    return [paragraph.text for paragraph in document.paragraphs]


def upload(client, site, name, data):
    """Send the form of the setting."""
    address = reverse(
        "wagtailsettings:edit", args=["wagtail_kehoach", "plantemplate", site.pk]
    )
    return client.post(address, {"file": SimpleUploadedFile(name, data)})


def test_a_download_is_in_the_template_of_the_school(client, site, plan):
    assert "KẾ HOẠCH" in downloaded(client, plan)

    keep(site, template_of("Mẫu của trường: {{ trich_yeu }}"))

    assert downloaded(client, plan) == ["Mẫu của trường: Truyền thông năm học"]


@pytest.mark.parametrize(
    "data", [template_of("{{ khong_co }}"), b"khong phai tep Word"]
)
def test_a_template_that_fails_keeps_nobody_from_the_plan(client, site, plan, data):
    keep(site, data)

    assert "KẾ HOẠCH" in downloaded(client, plan)


def test_a_template_whose_file_is_gone_keeps_nobody_from_the_plan(client, site, plan):
    keep(site, template_of("{{ trich_yeu }}"))
    kept = PlanTemplate.objects.get()
    kept.file.storage.delete(kept.file.name)

    assert "KẾ HOẠCH" in downloaded(client, plan)


def test_a_principal_uploads_a_template(client, site, principal):
    client.force_login(principal)

    response = upload(client, site, "mau.docx", template_of("{{ trich_yeu }}"))

    assert response.status_code == 302
    assert PlanTemplate.objects.get().file


def test_the_template_has_no_public_address(client, site, principal, media):
    client.force_login(principal)

    upload(client, site, "mau.docx", template_of("{{ trich_yeu }}"))

    assert not [path for path in media.rglob("*") if path.is_file()]
    with pytest.raises(ValueError):
        PlanTemplate.objects.get().file.url  # noqa: B018


def link_to_kept(client, site):
    """Where the form says that the template in use is."""
    form = BeautifulSoup(setting(client, site), "html.parser")
    [link] = [a for a in form("a") if a.get_text(strip=True) == "mẫu đang dùng"]
    return link["href"]


def test_whoever_may_change_the_template_downloads_it(client, site, principal):
    client.force_login(principal)
    data = template_of("{{ trich_yeu }}")
    upload(client, site, "mau.docx", data)

    response = client.get(link_to_kept(client, site))

    assert response.content == data
    assert "no-store" in response["Cache-Control"]


def test_nobody_else_does(client, site, principal, editor):
    client.force_login(principal)
    upload(client, site, "mau.docx", template_of("{{ trich_yeu }}"))
    address = link_to_kept(client, site)

    client.force_login(editor)
    assert client.get(address).status_code == 302
    client.logout()
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("change", ["another", "none"])
def test_a_template_that_is_replaced_or_taken_out_is_deleted(
    client, site, principal, change, django_capture_on_commit_callbacks
):
    client.force_login(principal)
    upload(client, site, "mau.docx", template_of("{{ trich_yeu }}"))
    former = PlanTemplate.objects.get().file

    with django_capture_on_commit_callbacks(execute=True):
        if change == "another":
            upload(client, site, "mau.docx", template_of("{{ ten_loai }}"))
        else:
            address = reverse(
                "wagtailsettings:edit",
                args=["wagtail_kehoach", "plantemplate", site.pk],
            )
            client.post(address, {"file-clear": "on"})

    assert not former.storage.exists(former.name)
    assert bool(PlanTemplate.objects.get().file) is (change == "another")


def keep_as_formerly(site, data):
    """Make this the template of the site, where all templates once lay."""
    name = default_storage.save("kehoach/mau-word/mau.docx", ContentFile(data))
    kept = PlanTemplate.for_site(site)
    PlanTemplate.objects.filter(pk=kept.pk).update(file=name)
    return name


def move_templates():
    """Run the migration that takes templates out of the public folder."""
    migration = import_module("wagtail_kehoach.migrations.0029_private_word_template")
    migration.move_into_private_store(apps, SimpleNamespace(connection=connection))


def test_templates_leave_the_public_folder(
    client, site, plan, django_capture_on_commit_callbacks
):
    name = keep_as_formerly(site, template_of("Mẫu của trường: {{ trich_yeu }}"))

    with django_capture_on_commit_callbacks(execute=True):
        move_templates()

    assert not default_storage.exists(name)
    assert PlanTemplate.objects.get().file.name != name
    assert downloaded(client, plan) == ["Mẫu của trường: Truyền thông năm học"]


def test_a_template_that_could_not_be_moved_is_still_used(client, site, plan):
    name = keep_as_formerly(site, template_of("Mẫu của trường: {{ trich_yeu }}"))

    assert downloaded(client, plan) == ["Mẫu của trường: Truyền thông năm học"]

    default_storage.delete(name)
    move_templates()

    assert PlanTemplate.objects.get().file.name == name
    assert "KẾ HOẠCH" in downloaded(client, plan)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("mau.docx", template_of("{{ trich_yu }}"), "trich_yeu"),
        ("mau.docx", template_of("{{ trich_yeu.__class__ }}"), "không được phép"),
        (
            "mau.docx",
            template_of("Số {{ khong_co_gi }}"),
            "Vị trí: “Số {{ khong_co_gi }}”.",
        ),
        ("mau.docx", template_of("Kế hoạch năm ngoái"), "không có chỗ điền nào"),
        ("mau.docx", b"%PDF-1.7 khong phai Word", "không phải là tệp Word"),
        ("mau.docx", b"PK\x03\x04" + b"x" * 100, "bị hỏng"),
        ("mau.docx", b"x" * (5 * 1024 * 1024 + 1), "quá lớn"),
    ],
)
def test_a_template_that_would_fail_is_not_taken(
    client, site, principal, name, data, reason
):
    client.force_login(principal)

    response = upload(client, site, name, data)

    assert response.status_code == 200
    assert reason in response.content.decode()
    assert not PlanTemplate.objects.exclude(file="").exists()


def test_the_layout_of_the_decree_is_downloaded_and_uploaded(client, site, principal):
    client.force_login(principal)
    address = reverse("wagtail_kehoach_original_template")
    settings = reverse(
        "wagtailsettings:edit", args=["wagtail_kehoach", "plantemplate", site.pk]
    )
    assert address in client.get(settings).content.decode()

    response = client.get(address)

    assert "mau-goc-ke-hoach.docx" in response["Content-Disposition"]
    assert upload(client, site, "mau.docx", response.content).status_code == 302


def test_a_line_added_to_the_layout_of_the_decree_is_printed(client, site, plan):
    before = downloaded(client, plan)
    document = docx.Document(io.BytesIO(original()))
    place = next(p for p in document.paragraphs if "ten_loai" in p.text)
    place.insert_paragraph_before("Kính gửi: {{ co_quan_chu_quan }}")

    keep(site, docx_of(document))

    added, *rest = downloaded(client, plan)
    assert added.startswith("Kính gửi: ")
    assert rest == before


def test_an_editor_does_not_download_it(client, site, editor):
    client.force_login(editor)

    response = client.get(reverse("wagtail_kehoach_original_template"))

    assert response.status_code == 302


def test_an_editor_has_no_say_in_it(client, site, editor):
    client.force_login(editor)

    response = upload(client, site, "mau.docx", template_of("{{ trich_yeu }}"))

    assert response.status_code == 302
    assert not PlanTemplate.objects.exclude(file="").exists()


def setting(client, site):
    """What the screen of the setting says."""
    address = reverse(
        "wagtailsettings:edit", args=["wagtail_kehoach", "plantemplate", site.pk]
    )
    return client.get(address).content.decode()


def test_a_template_without_the_text_is_told_after_the_upload(client, site, principal):
    client.force_login(principal)

    upload(client, site, "mau.docx", template_of("{{ trich_yeu }}"))

    shown = setting(client, site)
    assert "không có nội dung kế hoạch" in shown
    assert "<code>noi_dung</code>" in shown
    assert "<code>phu_luc</code>" in shown
    assert "<code>trich_yeu</code>" not in shown


def test_a_whole_template_and_none_are_no_matter(client, site, principal):
    client.force_login(principal)
    assert "không có chỗ điền cho" not in setting(client, site)

    upload(client, site, "mau.docx", original())

    assert PlanTemplate.objects.get().file
    assert "không có chỗ điền cho" not in setting(client, site)


def test_a_template_that_is_not_used_any_more_is_told(client, site, principal):
    client.force_login(principal)
    keep(site, template_of("{{ khong_co }}"))

    assert "Mẫu này không được dùng" in setting(client, site)
