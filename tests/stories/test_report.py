"""The achievement report: who may take it, and what it says on paper."""

import datetime as dt
import io

import docx
import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import SchoolSettings
from wagtail_kehoach.stories import report, rules

pytestmark = pytest.mark.django_db


def address_of(story):
    return reverse("wagtail_kehoach_report", args=(story.pk,))


def words_of(response):
    document = docx.Document(io.BytesIO(response.content))
    cells = [c.text for t in document.tables for r in t.rows for c in r.cells]
    said = "\n".join([*cells, *(p.text for p in document.paragraphs)])
    heads = [h for s in document.sections for h in (s.header, s.first_page_header)]
    head = "".join(p.text for h in heads for p in h.paragraphs)
    return said, head


@pytest.fixture
def story(site):
    school = SchoolSettings.for_site(site)
    school.issuing_body, school.abbreviation = "TRƯỜNG THCS BÌNH MINH", "THCSBM"
    school.head_name = "Nguyễn Văn Thành"
    school.save()
    return StoryPageFactory(
        subject="Cô Nguyễn Thị Lan",
        achievement="Ba mươi hai người lớn đã biết đọc.\nMười năm không nghỉ một buổi.",
        body=[
            ("heading", "Lớp học buổi tối"),
            ("paragraph", "<p>Bà Tư kể.</p><ul><li>Mỗi tối một giờ</li></ul>"),
            ("quote", {"text": "Tôi đọc được thư của con.", "by": "Bà Tư"}),
        ],
        commended=True,
        commendation_body="UBND xã Suối Trăng",
        nominated_to="UBND tỉnh Đồng Tháp",
    )


def test_it_is_a_document_of_the_school_with_everything_the_story_says(
    client, editor, principal, story
):
    story = approved(story, by=editor, principal=principal)
    client.force_login(editor)

    response = client.get(address_of(story))

    assert f'filename="bao-cao-{story.slug}.docx"' in response["Content-Disposition"]
    said, head = words_of(response)
    for words in (
        "TRƯỜNG THCS BÌNH MINH",
        "BC-THCSBM",
        "BÁO CÁO",
        "Thành tích của cô Nguyễn Thị Lan",
        "Ba mươi hai người lớn đã biết đọc.",
        "Mười năm không nghỉ một buổi.",
        "Bà Tư kể.",
        "Mỗi tối một giờ",
        "“Tôi đọc được thư của con.” (Bà Tư)",
        "Đã được khen thưởng: "
        "Giấy khen, UBND xã Suối Trăng, Quyết định số 318/QĐ-UBND ngày 18/11/2026.",
        "Đề nghị UBND tỉnh Đồng Tháp xét khen thưởng",
        "Nguyễn Văn Thành",
    ):
        assert words in said
    assert "DỰ THẢO" not in head + said


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ({"commendation_body": "UBND tỉnh Đồng Tháp"}, False),
        ({"commendation_body": ""}, False),
        ({"nomination_state": "accepted"}, False),
        ({"nomination_state": "sent"}, True),
        (
            {
                "commendation_body": "UBND tỉnh Đồng Tháp",
                "nominated_on": dt.date(2026, 11, 19),
            },
            True,
        ),
    ],
)
def test_what_was_granted_is_told_and_not_asked_for_again(
    client, editor, story, said, asks
):
    for name, value in said.items():
        setattr(story, name, value)
    story.save_revision(user=editor)
    client.force_login(editor)

    words, _head = words_of(client.get(address_of(story)))

    granted = "Đã được khen thưởng: Giấy khen"
    assert granted in words
    assert "Quyết định số 318/QĐ-UBND ngày 18/11/2026." in words
    assert ("xét khen thưởng" in words) is asks
    assert ("KHEN THƯỞNG, ĐỀ NGHỊ" in words) is asks


def test_a_nomination_that_was_accepted_is_told_before_its_decision_is(
    client, editor, site
):
    story = StoryPageFactory(
        nominated_to="UBND tỉnh Đồng Tháp", nomination_state="accepted"
    )
    story.save_revision(user=editor)
    client.force_login(editor)

    words, _head = words_of(client.get(address_of(story)))

    assert "UBND tỉnh Đồng Tháp đã chấp thuận đề nghị khen thưởng." in words
    assert "xét khen thưởng" not in words


def test_a_draft_says_so_and_is_the_latest(client, editor, story):
    story.subject = "Cô Lan, bản mới"
    story.save_revision(user=editor)
    client.force_login(editor)

    said, head = words_of(client.get(address_of(story)))

    assert "cô Lan, bản mới" in said
    assert "DỰ THẢO" in head + said


def test_the_file_is_of_the_day_when_the_text_was_saved(story):
    story.latest_revision_created_at = dt.datetime(2026, 8, 31, 18, 30, tzinfo=dt.UTC)

    file = docx.Document(io.BytesIO(report.as_word(story)))

    assert file.core_properties.modified.date() == dt.date(2026, 9, 1)


def test_nobody_is_reported_who_withdrew(client, editor, principal, story):
    consent = ConsentFactory(person__full_name="Lê Thị Hoa")
    story.people = [consent.person]
    story = approved(story, by=editor, principal=principal)
    client.force_login(editor)
    assert client.get(address_of(story)).status_code == 200
    consent.withdrawn_on = timezone.localdate()
    consent.save()
    enforce([consent.person_id])

    response = client.get(address_of(story), follow=True)

    html = response.content.decode()
    assert response.redirect_chain
    assert "Lê Thị Hoa" in html
    assert "rút lại" in html


def test_only_those_who_write_or_approve_take_it(client, principal, story):
    assert client.get(address_of(story)).status_code == 302
    client.force_login(UserFactory(username="nguoi-khac"))
    assert client.get(address_of(story)).status_code in (302, 403)
    client.force_login(principal)
    assert client.get(address_of(story)).status_code == 200
    assert client.get(address_of(PlanPageFactory())).status_code == 404


def test_the_button_stands_at_a_story(client, editor, story):
    client.force_login(editor)
    form = reverse("wagtailadmin_pages:edit", args=(story.pk,))

    assert address_of(story) in client.get(form).content.decode()


def test_it_does_not_leave_the_house_with_a_name_that_the_gate_refuses(
    client, editor, story
):
    PersonFactory(full_name="Nguyễn Văn Minh")
    story.achievement = "Em Nguyễn Văn Minh, lớp 8A, học đều."
    story.save_revision(user=editor)
    client.force_login(editor)

    response = client.get(address_of(story), follow=True)

    assert response.redirect_chain
    assert "Nguyễn Văn Minh" in response.content.decode()


def test_a_translation_asks_for_the_foreign_purpose_of_whom_its_source_lists(
    story, settings
):
    settings.WAGTAIL_I18N_ENABLED = True
    person = ConsentFactory(person__full_name="Lê Thị Hoa").person
    story.people = [person]
    story.save()
    english = story.copy_for_translation(
        Locale.objects.get_or_create(language_code="en")[0], copy_parents=True
    )
    english.people = []
    english.save()

    assert rules.why_not_report(story) is None
    assert "Lê Thị Hoa" in rules.why_not_report(english)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Em Minh", "Thành tích của em Minh"),
        ("Tập thể lớp 8A", "Thành tích của tập thể lớp 8A"),
        ("em Minh", "Thành tích của em Minh"),
        ("Nguyễn Văn An", "Thành tích của Nguyễn Văn An"),
        ("Anh Thư", "Thành tích của Anh Thư"),
    ],
)
def test_a_word_before_the_name_has_no_capital_within_the_title(subject, title, site):
    story = StoryPageFactory(subject=subject)

    assert report.to_document(story).title == title
    assert f"Cá nhân, tập thể: {title.removeprefix('Thành tích của ')}." in [
        part.text for part in report.to_document(story).body if hasattr(part, "text")
    ]
