"""What the portal holds about a person is found, shown to keepers only, and handed over."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from docx import Document
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import findings
from wagtail_kehoach.models import (
    DataRequest,
    PictureBasis,
    SharedPost,
    StoryProposal,
    Takedown,
)

pytestmark = pytest.mark.django_db
NAME = "Nguyễn Văn Minh"


@pytest.fixture
def person(editor, principal):
    """Somebody who stands everywhere where somebody may stand."""
    person = PersonFactory(full_name=NAME, representative="Lê Thị Hoa")
    ConsentFactory(person=person, for_social=True)
    image = get_image_model().objects.create(
        title="Lễ khai giảng", file=get_test_image_file()
    )
    PictureBasis.objects.create(image=image).people.add(person)
    named = StoryPageFactory(title="Bài nêu tên")
    named.people = [person]
    story = approved(named, by=editor, principal=principal)
    SharedPost.objects.create(page_id=story.pk, title=story.title, place="nhóm Zalo 5A")
    pictured = StoryPageFactory(title="Bài có ảnh", picture=image, picture_alt="Em")
    SharedPost.objects.create(
        page_id=pictured.pk, title=pictured.title, place="Zalo 8A"
    )
    draft = StoryPageFactory(title="Bản nháp có tên")
    draft.lead = f"Em {NAME} nhặt được của rơi."
    draft.save_revision(user=editor)
    StoryPageFactory(title="Bài khác")
    Takedown.objects.create(
        title="Bài đã gỡ",
        reason=f"{NAME}: đã rút lại",
        happened_at=dt.datetime.now(dt.UTC),
    )
    StoryProposal.objects.create(
        asked_name="Tổ Toán", parent=story.get_parent(), who_is_shown=f"Em {NAME}"
    )
    return person


@pytest.fixture
def request_(person):
    return DataRequest.objects.create(asked_by="Lê Thị Hoa", person=person)


@pytest.fixture
def about(request_):
    return reverse("kehoach_data_requests:about", args=(request_.pk,))


def test_everything_that_shows_or_names_the_person_is_found(person):
    found = findings.about(person)

    kinds = {finding.kind for finding in found}
    texts = "\n".join(finding.text for finding in found)
    assert kinds == {
        "hồ sơ trong danh sách", "bản đồng ý", "ảnh", "bài viết hoặc trang",
        "nội dung đã gỡ", "đã đăng ở nơi khác", "ảnh gửi kèm đề xuất",
    }  # fmt: skip
    for words in (
        "Lê Thị Hoa", "mạng xã hội", "Lễ khai giảng", "Bài nêu tên (đang đăng)",
        "Bài có ảnh (bản nháp)", "Bản nháp có tên (bản nháp)", "Bài đã gỡ",
        "nhóm Zalo 5A", "Zalo 8A", "Tổ Toán",
    ):  # fmt: skip
        assert words in texts
    assert "Bài khác" not in texts


def test_a_page_that_only_writes_the_name_is_found_by_the_index(
    editor, principal, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        story = StoryPageFactory(title="Chỉ nêu trong chữ", lead=f"Em {NAME} vẽ tranh.")
        approved(story, by=editor, principal=principal)
    person = PersonFactory(full_name=NAME)

    texts = [finding.text for finding in findings.about(person)]

    assert "Chỉ nêu trong chữ" in texts


def test_somebody_of_whom_there_is_nothing_has_the_entry_alone():
    (entry,) = findings.about(PersonFactory(full_name="Không Ai Cả"))

    assert "Không Ai Cả" in entry.text


def test_a_keeper_reads_it_and_keeps_how_much_it_was(client, keeper, request_, about):
    client.force_login(keeper)
    form = reverse("kehoach_data_requests:edit", args=(request_.pk,))
    assert about in client.get(form).content.decode()
    assert "Bài nêu tên (đang đăng)" in client.get(about).content.decode()

    page = client.post(about, follow=True).content.decode()

    request_.refresh_from_db()
    assert "bài viết hoặc trang: 2" in request_.found
    assert "bài viết hoặc trang, có thể là người trùng tên: 1" in request_.found
    assert NAME not in request_.found
    assert "bài viết hoặc trang: 2" in page


def test_the_extract_is_a_word_file_and_each_one_is_logged(client, keeper, request_):
    client.force_login(keeper)
    url = reverse("kehoach_data_requests:extract", args=(request_.pk,))

    response = client.get(url)

    text = "\n".join(p.text for p in Document(BytesIO(response.content)).paragraphs)
    assert NAME in text
    assert "Lễ khai giảng" in text
    assert "no-store" in response["Cache-Control"]
    entry = ModelLogEntry.objects.get(action="kehoach.data_extracted")
    assert entry.user == keeper


@pytest.mark.parametrize("role", ["editor", "principal", "superuser"])
@pytest.mark.parametrize("view", ["about", "extract"])
def test_nobody_else_reads_it(client, request, request_, role, view):
    client.force_login(request.getfixturevalue(role))

    url = reverse(f"kehoach_data_requests:{view}", args=(request_.pk,))
    response = client.get(url)

    assert response.status_code in (302, 403)
    assert NAME not in response.content.decode()


def test_whoever_enters_a_request_answers_it_until_somebody_else_is_named(
    client, keeper, editor
):
    client.force_login(keeper)

    page = client.get(reverse("kehoach_data_requests:add")).content.decode()

    assert f'<option value="{keeper.pk}" selected>' in page
    assert f'<option value="{editor.pk}"' not in page


def test_the_statements_do_not_grow_with_the_posts(
    person, django_assert_max_num_queries
):
    for number in range(6):
        StoryPageFactory(title=f"Thêm {number}").people.add(person)

    with django_assert_max_num_queries(35):
        findings.about(person)


def test_the_scan_is_named_and_not_handed_out(client, keeper, person):
    consent = person.consents.get()
    consent.evidence.save("giay.pdf", ContentFile(b"%PDF-1.4"))

    (said,) = [f.text for f in findings.about(person) if f.kind == "bản đồng ý"]

    assert consent.evidence.name not in said
    assert "bản quét" in said


def word(response):
    return "\n".join(p.text for p in Document(BytesIO(response.content)).paragraphs)


def of_kind(person, kind):
    return [
        (row.text, row.perhaps) for row in findings.about(person) if row.kind == kind
    ]


def taken_down(title, reason):
    now = dt.datetime.now(dt.UTC)
    Takedown.objects.create(title=title, reason=reason, happened_at=now)


def test_the_extract_leaves_out_what_may_be_about_a_namesake(client, keeper, request_):
    client.force_login(keeper)
    url = reverse("kehoach_data_requests:extract", args=(request_.pk,))
    perhaps = [f for f in findings.about(request_.person) if f.perhaps]
    draft = next(f for f in perhaps if "Bản nháp có tên" in f.text)

    plain = word(client.get(url))
    chosen = word(client.get(url, {"also": [draft.key]}))

    assert "Bản nháp có tên" not in plain
    assert "Tổ Toán" not in plain
    assert "Bài nêu tên" in plain
    assert "Bài đã gỡ" in plain
    assert "Bản nháp có tên" in chosen
    assert "Tổ Toán" not in chosen


def test_the_keeper_ticks_what_has_the_name_alone(client, keeper, request_, about):
    client.force_login(keeper)

    html = client.get(about).content.decode()

    perhaps = [f for f in findings.about(request_.person) if f.perhaps]
    assert html.count('type="checkbox" name="also"') == len(perhaps) == 2
    assert all(f'value="{row.key}"' in html for row in perhaps)
    assert "có thể là người trùng tên" in html


def test_the_takedown_of_a_namesake_is_not_theirs():
    younger = PersonFactory(full_name=NAME, class_level="khối 6")
    older = PersonFactory(full_name=NAME, class_level="khối 8")
    alike = PersonFactory(full_name=NAME, class_level="khối 8")
    taken_down("Của em khối 6", f"“{younger}” đã rút lại.")
    taken_down("Của một em khối 8", f"“{older.numbered()}” đã rút lại.")

    assert of_kind(older, "nội dung đã gỡ") == [
        ("Của một em khối 8", False),
        ("Của em khối 6", True),
    ]
    assert of_kind(alike, "nội dung đã gỡ") == [("Của em khối 6", True)]


def test_without_a_namesake_nothing_is_asked_of_the_keeper(client, keeper):
    person = PersonFactory(full_name="Không Ai Cả")
    request = DataRequest.objects.create(asked_by="Lê Thị Hoa", person=person)
    client.force_login(keeper)
    url = reverse("kehoach_data_requests:about", args=(request.pk,))

    assert "trùng tên" not in client.get(url).content.decode()


def test_a_no_by_link_is_said_with_its_day():
    day = dt.date(2026, 11, 20)
    no = ConsentFactory(
        basis="electronic",
        representative_agreed=False,
        child_agreed=False,
        agreed_at=dt.datetime(2026, 11, 20, 5, tzinfo=dt.UTC),
        starts_on=day,
        withdrawn_on=day,
    )

    [(said, _perhaps)] = of_kind(no.person, "bản đồng ý")

    assert said == (
        "trả lời không đồng ý qua liên kết; cổng thông tin của trường; "
        "ngày phản hồi 20/11/2026"
    )


def test_a_longer_name_is_another_name(editor):
    person = PersonFactory(full_name="Nguyễn Văn An")
    taken_down("Của Anh", "“Nguyễn Văn Anh (khối 8)” đã rút lại.")
    draft = StoryPageFactory(title="Về Anh")
    draft.lead = "Em Nguyễn Văn Anh nhặt được của rơi."
    draft.save_revision(user=editor)
    StoryProposal.objects.create(
        asked_name="Tổ Văn", parent=draft.get_parent(), who_is_shown="Nguyễn Văn Anh"
    )

    (entry,) = findings.about(person)

    assert entry.kind == "hồ sơ trong danh sách"


def test_a_draft_that_lists_the_person_is_theirs(editor):
    person = PersonFactory(full_name=NAME)
    draft = StoryPageFactory(title="Nháp")
    draft.people = [person]
    draft.save_revision(user=editor)

    assert of_kind(person, "bài viết hoặc trang") == [("Nháp (bản nháp)", False)]
