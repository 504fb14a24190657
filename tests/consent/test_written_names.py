"""A pupil who stands in the text by the full name, and is listed nowhere."""

import datetime as dt

import pytest
from django.core.files.base import ContentFile
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents.models import Document

from tests.approval import roads
from tests.approval.roads import edit_url, form_data
from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.exceptions import ApprovalRefused

pytestmark = pytest.mark.django_db


@pytest.fixture
def hoa():
    return PersonFactory(full_name="Lê Thị Hoà", class_level="khối 7")


def story(text, **facts):
    return StoryPageFactory(body=[("paragraph", f"<p>{text}</p>")], **facts)


@pytest.mark.parametrize(
    "text",
    [
        "Em Lê Thị Hoà nhặt được ví.",
        "Em Lê Thị Hòa nhặt được ví.",
        "Lê Thị Hoà, lớp 7A, nhặt được ví.",
        "Cảm ơn <b>học sinh Lê Thị Hoà</b>.",
        "Lê Thị Hoà nhặt được ví.",
        "Giải nhất thuộc về Lê Thị Hoà.",
        "LÊ THỊ HOÀ: người tốt",
        "Lê Thị Hoà THCS Bình Minh nhặt được ví.",
    ],
)
def test_a_child_without_consent_is_refused_by_name(hoa, text):
    reason = story(text).why_not_show()

    assert "“Lê Thị Hoà (khối 7)”" in reason
    assert "tên và khối lớp" in reason


@pytest.mark.parametrize(
    "text",
    [
        "Em Hoà, khối 7, nhặt được ví.",
        "Em Lê Thị Hoa nhặt được ví.",
        "Em Lê Thị Hoà Bình nhặt được ví.",
        "Cô Lê Thị Hoà nhặt được ví.",
        "Em Trần Văn Ba nhặt được ví.",
        "Cô Lê Thị Hoà kể. Lê Thị Hoà dạy Toán đã lâu.",
        "Đường Lê Thị Hoà và Trường THCS Lê Thị Hoà.",
        "Hiệu trưởng: Lê Thị Hoà.",
        "CÔ LÊ THỊ HOÀ KỂ CHUYỆN",
        "Nguyễn Lê Thị Hoà nhặt được ví.",
        "lê thị hoà bình minh",
    ],
)
def test_another_name_is_not_refused(hoa, text):
    assert story(text).why_not_show() is None


@pytest.mark.parametrize(
    "text",
    [
        "EM LÊ THỊ HOÀ NHẶT ĐƯỢC VÍ",
        "Le Thi Hoa returned a purse.",
        "LE THI HOA",
        "#LêThịHoà",
        "#LeThiHoa",
        "#lethihoa",
        "#Le_Thi_Hoa",
        "lê thị hoà nhặt được ví",
    ],
)
def test_what_may_be_the_name_is_a_hint_that_the_writer_answers(hoa, text):
    page = story(text)

    assert page.why_not_show() is None
    (hint,) = [w for w in page.privacy_warnings() if "Lê Thị Hoà (khối 7)" in w]
    assert "nếu là người khác" in hint

    page.people = [hoa]

    assert not [w for w in page.privacy_warnings() if "nếu là người khác" in w]


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Le Thi Hoa told us.",
        "le thi hoa no o san truong",
        "Lê Thị Hòa Bình nhặt được ví.",
        "Le Thi Hong returned a purse.",
    ],
)
def test_what_cannot_be_the_name_is_no_hint(hoa, text):
    assert not [w for w in story(text).privacy_warnings() if "nếu là người khác" in w]


def test_a_name_of_two_syllables_is_a_hint_unless_a_pupil_is_called_so(db):
    PersonFactory(full_name="Lê An", class_level="khối 6")

    def hinted(text):
        page = story(text)
        assert page.why_not_show() is None
        return any("“Lê An (khối 6)”" in warning for warning in page.privacy_warnings())

    assert hinted("Giải nhất: Lê An.")
    assert not hinted("Nguyễn Lê An và phố Lê An.")
    assert not hinted("Lê An Bình nhặt được ví.")
    assert "“Lê An (khối 6)”" in story("Em Lê An nhặt được ví.").why_not_show()
    assert "“Lê An (khối 6)”" in story("Lê An, lớp 6A, hát.").why_not_show()


def test_who_may_be_named_without_consent_is_no_hint(db):
    PersonFactory(full_name="Lê An", child=False, born_on=dt.date(1980, 1, 1))

    assert story("Giải nhất: Lê An.").privacy_warnings() == []


def test_a_headline_names_a_child_too(hoa):
    page = story("Em nhặt được ví.", title="Lê Thị Hoà trả lại ví")

    reason = page.why_not_show()

    assert "“Lê Thị Hoà (khối 7)”" in reason
    assert "cô, thầy" in reason


def test_a_grown_up_of_the_same_name_in_the_registry_may_be_meant(hoa):
    PersonFactory(full_name="Lê Thị Hoà", child=False, born_on=dt.date(1980, 1, 1))

    assert story("Lê Thị Hoà nhặt được ví.").why_not_show() is None


def test_who_has_agreed_is_listed_so_that_a_withdrawal_finds_the_text(hoa):
    ConsentFactory(person=hoa, for_full_name=True)
    page = story("Em Lê Thị Hoà nhặt được ví.")

    assert "“Lê Thị Hoà (khối 7)”" in page.why_not_show()
    assert "nêu tên" in page.why_not_show()

    page.people = [hoa]

    assert page.why_not_show() is None


def test_an_end_or_another_channel_counts(hoa):
    consent = ConsentFactory(person=hoa, ends_on=dt.date(2021, 1, 1))
    assert story("Em Lê Thị Hoà nhặt được ví.").why_not_show()

    consent = ConsentFactory(person=hoa, for_full_name=True)
    item = ForeignInfoPageFactory(body=[("paragraph", "<p>Em Lê Thị Hoà hát.</p>")])
    assert "tiếng nước ngoài" in item.why_not_show()
    consent.for_foreign = True
    consent.save()
    item.people = [hoa]
    assert item.why_not_show() is None


def test_of_two_with_one_name_the_one_who_agreed_is_listed(hoa):
    namesake = PersonFactory(full_name="Lê Thị Hoà")
    ConsentFactory(person=namesake, for_full_name=True)
    page = story("Em Lê Thị Hoà nhặt được ví.")
    assert page.why_not_show()

    page.people = [namesake]

    assert page.why_not_show() is None


def test_whoever_is_listed_is_refused_once_for_each_purpose(hoa):
    page = story("Em Lê Thị Hoà nhặt được ví.")
    page.people = [hoa]

    portal, full_name = page.why_not_show().splitlines()
    assert "cổng thông tin" in portal
    assert "họ tên đầy đủ" in full_name


def test_it_is_submitted_on_no_road(client, hoa, editor):
    page = story("Em Lê Thị Hoà nhặt được ví.")
    page.save_revision(user=editor)
    client.force_login(editor)
    sent = form_data(page, editor, **{"action-submit": "1"})
    sent["achievement"] = "Em Lê Thị Hoà nhặt được ví."
    sent["kehoach_seen"] = page.privacy_warnings()

    html = client.post(edit_url(page), sent).content.decode()

    assert "Lê Thị Hoà (khối 7)" in html
    assert not page.workflow_states.exists()
    with pytest.raises(ApprovalRefused):
        submit_for_approval(page, by=editor)


def test_one_request_reads_the_names_once_and_the_next_reads_them_anew(
    client, editor, principal
):
    page = roads.live_of("story", by=editor, principal=principal)
    client.force_login(principal)
    draft = page.get_latest_revision().as_object()
    data = form_data(draft, principal, **{"action-publish": "action-publish"})

    def read_by(call):
        with CaptureQueriesContext(connection) as queries:
            call()
        told = [query["sql"].replace("`", '"') for query in queries]
        names = 'FROM "wagtail_kehoach_person" ORDER BY'
        return sum(names in sql for sql in told)

    assert read_by(lambda: client.post(edit_url(page), data)) == 1
    page.refresh_from_db()
    assert page.title == roads.UNAPPROVED
    assert read_by(page.why_not_show) == read_by(page.why_not_show) == 1


def test_whoever_is_entered_between_two_requests_is_found_in_the_second(client, editor):
    page = story("LE THI HOA returned a purse.")
    page.save_revision(user=editor)
    client.force_login(editor)
    said = "“Lê Thị Hoà (khối 7)”"
    assert said not in client.get(edit_url(page)).content.decode()

    PersonFactory(full_name="Lê Thị Hoà", class_level="khối 7")

    assert said in client.get(edit_url(page)).content.decode()


@pytest.fixture
def within_a_request(db):
    """As Django's test client: the connection to the database stays open."""
    signals = request_started, request_finished
    for signal in signals:
        signal.disconnect(close_old_connections)
    request_started.send(None)
    yield
    request_finished.send(None)
    for signal in signals:
        signal.connect(close_old_connections)


def test_whoever_is_entered_within_a_request_is_found_in_it(within_a_request):
    """An entry and a publication in one request of a portal's own, or an API."""
    page = story("Lê Thị Hoà nhặt được ví.")

    assert page.why_not_show() is None
    PersonFactory(full_name="Lê Thị Hoà", class_level="khối 7")
    assert "“Lê Thị Hoà (khối 7)”" in page.why_not_show()


def with_document(title, file, *, linked):
    """A story with a document: as the decision of a commendation, or in its text."""
    document = Document.objects.create(
        title=title, file=ContentFile(b"%PDF", name=file)
    )
    if not linked:
        return StoryPageFactory(commendation_document=document)
    return story(f'Xem <a linktype="document" id="{document.pk}">giấy khen</a>.')


@pytest.mark.parametrize("linked", [True, False])
@pytest.mark.parametrize(
    ("title", "file"),
    [
        ("Giấy khen em Lê Thị Hoà lớp 7A", "giay-khen.pdf"),
        ("Giấy khen", "Giấy khen Lê Thị Hoà 7A.pdf"),
    ],
)
def test_the_title_and_the_file_name_of_a_document_name_a_child_too(
    hoa, title, file, linked
):
    """Readers see both: the address of a document ends in the name of its file."""
    made = with_document(title, file, linked=linked)

    assert "“Lê Thị Hoà (khối 7)”" in made.why_not_show()


@pytest.mark.parametrize(
    "file", ["Giay_khen_Le_Thi_Hoa_7A.pdf", "Giay-khen-Le-Thi-Hoa.pdf"]
)
def test_a_file_name_without_accents_is_a_hint(hoa, file):
    made = with_document("Giấy khen", file, linked=False)

    assert made.why_not_show() is None
    assert any("“Lê Thị Hoà (khối 7)”" in said for said in made.privacy_warnings())


def test_the_warning_says_that_it_stands_in_a_document(db):
    child = ConsentFactory(person__full_name="Lê Thị Hoà").person
    made = with_document("Giấy khen em Trần Văn Nam", "Le_Thi_Hoa.pdf", linked=False)
    made.people = [child]

    said = [w for w in made.privacy_warnings() if w.startswith("Tài liệu: ")]

    assert any("“Trần Văn Nam”" in warning for warning in said)
    assert any("“Le Thi Hoa”" in warning for warning in said)


def test_a_document_costs_one_statement_each_time_it_is_asked_about(hoa):
    made = with_document("Giấy khen", "giay-khen.pdf", linked=False)
    many = with_document("Giấy khen", "giay-khen.pdf", linked=True)
    more = Document.objects.create(title="Hai", file=ContentFile(b"%", name="hai.pdf"))
    many.commendation_document = more
    plain = StoryPageFactory()

    def statements(page):
        with CaptureQueriesContext(connection) as queries:
            page.why_not_written()
        return len(queries)

    statements(plain)
    assert statements(made) == statements(many) == statements(plain) + 1
