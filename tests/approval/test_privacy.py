"""Warnings of what may touch somebody's privacy: found, not found, seen, and recorded."""

import re

import pytest
from django.core import mail
from wagtail.test.utils.form_data import nested_form_data, streamfield

from tests.factories.consent import ConsentFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import checklist
from wagtail_kehoach.approval.audit import find_problems
from wagtail_kehoach.models import Approval

pytestmark = pytest.mark.django_db


def warned(text, **facts):
    """What a story is warned of that says ``text`` in its achievement."""
    return StoryPageFactory.build(achievement=text, **facts).privacy_warnings()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Em Minh mồ côi cha từ nhỏ.", "mồ côi"),
        ("Em MỒ CÔI từ năm lên ba.", "MỒ CÔI"),
        ("Nhà em thuộc hộ nghèo của xã.", "hộ nghèo"),
        ("Em bị ung thư, vẫn đến lớp.", "ung thư"),
        ("Em mắc chứng tự kỉ.", "tự kỉ"),
        ("Em nhiễm HIV từ mẹ.", "nhiễm HIV"),
        ("Em bị bệnh tim bẩm sinh.", "tim bẩm sinh"),
        ("Em bị tim bẩm sinh từ nhỏ.", "tim bẩm sinh"),
        ("Mỗi tuần mẹ em chạy thận ba lần.", "chạy thận"),
        ("Em bị dị tật ở tay.", "bị dị tật"),
        ("Em là con nuôi của bác Ba.", "là con nuôi"),
        ("Em nhà nghèo mà ham học.", "nhà nghèo"),
        ("Nhà em rất nghèo.", "Nhà em rất nghèo"),
        ("Gia đình em còn nhiều khó khăn.", "Gia đình em còn nhiều khó khăn"),
        ("Em có gia đình khó khăn.", "gia đình khó khăn"),
        ("Bố mẹ chia tay, em ở với bà.", "Bố mẹ chia tay"),
        ("Ba mẹ em đã chia tay nhau.", "Ba mẹ em đã chia tay nhau"),
        ("Ba em qua đời năm ngoái.", "Ba em qua đời"),
        ("Bà ngoại em vừa qua đời.", "Bà ngoại em vừa qua đời"),
        ("Từ khi mẹ bỏ đi, em ở với ngoại.", "mẹ bỏ đi"),
        ("Em Minh mo coi cha tu nho.", "mo coi"),
        ("Em mồ\u00a0côi cha.", "mồ côi"),
        ("Em mắc bệnh bạch cầu, nay đã khoẻ.", "bệnh bạch cầu"),
        ("Em có u não.", "u não"),
        ("Cha mất sớm, mẹ đi làm xa.", "mất sớm"),
        ("Nhà em thuộc diện nghèo.", "diện nghèo"),
        ("Gia cảnh khó khăn, em vẫn học giỏi.", "Gia cảnh khó khăn"),
        ("Bố đi tù, em ở với bà.", "đi tù"),
        ("Em mo\u0302\u0300 co\u0302i cha.", "mồ côi"),
        ("Mẹ em bị bệnh.", "bị bệnh"),
        ("Mẹ em mắc bệnh thận mạn.", "mắc bệnh"),
        ("Em có bệnh bẩm sinh.", "bệnh bẩm sinh"),
        ("Cha mẹ em đã ly hôn.", "ly hôn"),
        ("Cha mẹ li hôn.", "li hôn"),
        ("Bố mẹ li dị.", "li dị"),
        ("Bố em mất khi em lên ba.", "Bố em mất"),
        ("Cha mất, em ở với bà.", "Cha mất"),
        ("Ông nội của Minh vừa mất.", "Ông nội của Minh vừa mất"),
        ("Em bị HIV.", "bị HIV"),
        ("Em bị câm điếc.", "câm điếc"),
        ("Em bị thiểu năng.", "thiểu năng"),
        ("Gia đình em đặc biệt khó khăn.", "đặc biệt khó khăn"),
    ],
)
def test_a_word_on_private_life_is_shown_with_its_passage(text, word):
    [warning] = warned(text)

    assert f"“{word}”" in warning
    assert "đời tư" in warning
    assert warning.startswith("Thành tích:")


@pytest.mark.parametrize(
    "text",
    [
        "Dưới ánh đèn mờ, côi cút một bóng cây.",
        "Quỹ ủng hộ nghèo vượt khó của trường.",
        "Hoạt động kinh tế và lao động kinh doanh giúp em hiểu bài.",
        "Việc làm tăng động lực học tập.",
        "Các em có tính tự kỷ luật cao.",
        "Đoàn đến thăm bệnh viện tim của tỉnh.",
        "Lá thư trong thùng thư.",
        "Buổi nghiên cứu tại thư viện.",
        "Mồ hôi rơi trên sân tập.",
        "Mở cõi phương Nam là bài học hay.",
        "Em đọc bài về nấm mồ. Côi cút là từ khó.",
        "Trung tâm y tế phòng chống dịch bệnh tập huấn.",
        "Bệnh viện huyện khám sức khoẻ cho học sinh.",
        "Rửa tay để không mắc bệnh, giảm nguy cơ mắc bệnh mùa hè.",
        "Trường ở xã đặc biệt khó khăn, vùng đặc biệt khó khăn.",
        "Vùng có điều kiện kinh tế - xã hội đặc biệt khó khăn.",
        "Mẹ em mất nhiều công mới tìm được. Bố mất ví.",
        "Nguyễn Đình Chiểu sinh năm 1822. Ông mất năm 1888.",
        "Mẹ mặt vui, bố mật ngọt.",
        "Trường tặng quà các gia đình khó khăn và những nhà nghèo trong xã.",
        "Gia đình và nhà trường cùng gỡ khó khăn. Gia đình em vượt khó.",
        "Bố mẹ chia tay con ở cổng trường ngày đầu năm.",
        "Mẹ bỏ đi thói quen cũ, bố bỏ đi những túi nhựa.",
        "Mô hình cây trồng, con nuôi của xã. Các con nuôi gà.",
        "Nhà thơ qua đời năm 1988. Đại tướng qua đời.",
        "Phòng tránh dị tật học đường; tác phẩm dị tật ngôn từ.",
        "Nhà nước lo cho người nghèo. Quỹ vì người nghèo.",
    ],
)
def test_other_words_with_the_same_syllables_are_left_alone(text):
    assert warned(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Liên hệ cô Oanh 0912 345 678.", "0912 345 678"),
        ("Gọi 0912.345.678 để biết thêm", "0912.345.678"),
        ("ĐT: 0912345678", "0912345678"),
        ("Gọi (091) 2345678 cho cô.", "(091) 2345678"),
        ("Em có mã HS123456.", "HS123456"),
        ("ĐT: +84 912 345 678", "+84 912 345 678"),
        ("Thư về minh.nguyen@gmail.com nhé", "minh.nguyen@gmail.com"),
        ("Nhà em ở số nhà 12, ấp Ba.", "số nhà 1"),
        ("Nhà ở số 12 ấp 3 xã Mỹ An.", "Nhà ở số 12"),
        ("Em ở số 45/2, hẻm Ba, khóm 1.", "số 45/2, hẻm"),
        ("Em ngụ tại ấp Ba, xã Tân Phú Trung.", "ngụ tại"),
        ("Em có mã học sinh 8712345678.", "mã học sinh 8712345678"),
        ("CCCD số 087213004567", "CCCD số 087213004567"),
        ("Số 087213004567 là của em.", "087213004567"),
        ("Em Nguyễn Thị Bích Ngọc đạt giải nhất.", "Nguyễn Thị Bích Ngọc"),
        ("Tuyên dương học sinh Trần Văn Hải.", "Trần Văn Hải"),
        ("Giải nhất: Nguyễn Thị Mai (lớp 7A2).", "Nguyễn Thị Mai"),
        ("Trần Văn Hải, học sinh lớp 8A, nhặt được của rơi.", "Trần Văn Hải"),
        ("Gọi (0912) 345 678 cho cô.", "(0912) 345 678"),
        ("Gọi (+84) 912 345 678 cho cô.", "(+84) 912 345 678"),
        ("Nhà em ở 12/3 Nguyễn Huệ.", "Nhà em ở 12/3"),
        ("Hiện em ở ấp Tân Hoà, xã Tân Phú.", "em ở ấp Tân"),
        ("Xem trang fb.com/minh.nguyen của em.", "fb.com/minh.nguyen"),
        ("Zalo: zalo.me/0912345678", "zalo.me/0912345678"),
        ("Em Ngọc, học sinh lớp 8A2, đạt giải.", "lớp 8A2"),
        ("Bé Na, lớp 3A, hát hay.", "lớp 3A"),
        ("Lớp 8A2: Trần Thị Mỹ Linh đạt giải nhất.", "Lớp 8A2"),
        ("Giải ba thuộc về lớp 6/2: em Ngọc.", "lớp 6/2"),
        ("Giải nhất: Nguyễn Thị Mai (lớp 7A2).", "lớp 7A2"),
        ("Em Minh ở ấp Tân Hoà.", "Em Minh ở ấp Tân"),
        ("Nhà em Minh ở ấp Tân Hoà, gần chợ.", "em Minh ở ấp Tân"),
        ("Em Minh, nhà ở ấp Tân Hoà.", "Em Minh, nhà ở ấp Tân"),
        ("Em Minh (ấp Tân Hoà) học giỏi.", "Em Minh (ấp Tân"),
        ("Nhà ở ấp Tân Hoà.", "Nhà ở ấp Tân"),
        ("Em ở số 12, đường Hùng Vương.", "Em ở số 12, đường"),
        ("Địa chỉ: 12 Hùng Vương, phường 1.", "Địa chỉ: 12 Hùng Vương"),
        ("Em Minh - 8A1", "8A1"),
        ("Giải nhất: Minh (8A1).", "8A1"),
        ("Giải nhất: Nguyễn Thị Mai (7A2).", "Nguyễn Thị Mai"),
        ("Em sinh ngày 12/03/2013.", "sinh ngày 12/03/2013"),
        ("Ngày sinh: 5 tháng 3 năm 2013.", "Ngày sinh: 5 tháng 3 năm 2013"),
    ],
)
def test_numbers_addresses_and_full_names_are_found(text, found):
    assert any(f"“{found}”" in warning for warning in warned(text))


@pytest.mark.parametrize(
    "text",
    [
        "Tổng đài 111 và 1900 1234 luôn mở.",
        "Điện thoại nhà trường: 0277 385 1234.",
        "Từ 09-10-2026 10h đến 11-10-2026 17h.",
        "Nghị định 13/2023/NĐ-CP, Kế hoạch 0912/KH-THCSBM.",
        "Kinh phí 350.000.000 đồng.",
        "Thư về truong@binhminh.edu.vn.",
        "Một số nhà giáo và số nhà vệ sinh mới.",
        "Quyết định số 12 tổ chức hội thi; tổ 3 trực nhật.",
        "Giờ ngoại ngữ tại trường rất vui.",
        "Em Minh, học sinh khối 8, nhặt được của rơi.",
        "Học sinh Trường THCS Nguyễn Trãi đến thăm.",
        "Cô Nguyễn Thị Lan, lớp 8A, và Trường Lê Quý Đôn (khối 6).",
        "Đội Thiếu niên Tiền phong Hồ Chí Minh họp.",
        "Mã QR và mã lớp học số 12.",
        "Lớp 8A2 đạt giải nhất toàn trường.",
        "Các em lớp 8A2 trồng cây cùng cô Lan.",
        "Giáo viên chủ nhiệm lớp 8A2: Nguyễn Thị Lan.",
        "Em Minh, lớp 8, nhặt được của rơi.",
        "Đoàn tặng quà các em ở ấp Tân Hoà và trẻ em ở thôn Hạ.",
        "Nhà ở 3 tầng của khối lớp 9 đã xong.",
        "Gọi (0277) 385 1234 để gặp văn phòng.",
        "Trường THCS Bình Minh, địa chỉ: 12 Hùng Vương, phường 1.",
        "Trường ở số 12, đường Hùng Vương.",
        "Các em ở số 12, đường Hùng Vương, và trẻ em ở thôn Hạ.",
        "Đoàn xây những ngôi nhà ở ấp Tân Hoà.",
        "Em Minh buôn bán giúp mẹ, em Lan, số 12 của đội bóng.",
        "Họp học sinh ngày 12/03/2026, vệ sinh ngày 14/03/2026.",
        "Bác Hồ sinh ngày 19/5/1890.",
        "Chi đội Kim Đồng (8A1) đạt Giải Nhất (8A1).",
        "Cô Lan (8A1) và lớp 8A1 trồng cây.",
    ],
)
def test_the_numbers_and_names_of_public_life_are_left_alone(text):
    assert warned(text) == []


def test_a_home_is_told_once():
    assert len(warned("Em Minh, nhà ở ấp Tân Hoà.")) == 1
    assert len(warned("Nhà em Minh ở ấp Tân Hoà.")) == 1


def test_the_schools_own_hotline_is_no_warning(settings):
    settings.WAGTAIL_KEHOACH = {"PUBLIC_CONTACTS": ["+84 912 345 678"]}

    assert warned("Đường dây nóng 0912.345.678.") == []
    assert warned("Gọi 0987.654.321.") != []


def test_the_schools_own_address_is_no_warning(settings):
    settings.WAGTAIL_KEHOACH = {"PUBLIC_CONTACTS": ["12 Hùng Vương"]}

    assert warned("Địa chỉ: 12 Hùng Vương, phường 1.") == []
    assert warned("Địa chỉ: 12 Lê Lợi, phường 1.") != []


def test_the_schools_own_page_is_no_warning(settings):
    settings.WAGTAIL_KEHOACH = {
        "PUBLIC_CONTACTS": ["https://www.facebook.com/thcsbinhminh/"]
    }

    assert warned("Xem facebook.com/thcsbinhminh nhé.") == []
    assert warned("Xem facebook.com/minh.nguyen nhé.") != []


def test_a_school_has_words_of_its_own(settings):
    settings.WAGTAIL_KEHOACH = {"PRIVATE_WORDS": ["bán vé số"]}

    assert warned("Em bán vé số sau giờ học.") != []
    assert warned("Em mồ côi cha.") == []


def test_the_full_name_of_a_child_that_is_shown_is_found_anywhere():
    story = StoryPageFactory(lead="Lớp có Lê Thị Hoa giỏi toán.")
    story.people = [ConsentFactory(person__full_name="Lê Thị Hoa").person]

    assert any("Lê Thị Hoa" in warning for warning in story.privacy_warnings())


def test_a_plan_is_warned_of_numbers_and_not_of_subjects():
    plan = PlanPageFactory(
        title="Truyền thông về trẻ em mồ côi, hộ nghèo; liên hệ 0912 345 678"
    )

    [warning] = plan.privacy_warnings()

    assert "0912 345 678" in warning


def test_blocks_and_rich_text_are_read_and_the_ids_of_blocks_are_not():
    story = StoryPageFactory()
    story.body = [("paragraph", "<p>Em <b>mồ</b> côi.</p><p>Ngày 20/11.</p>")]
    story.save_revision()

    [warning] = story.privacy_warnings()

    assert "mồ côi" in warning


# In the form, before the principal, and on record.


def form_of(story, **said):
    return {
        "title": story.title,
        "slug": story.slug,
        "subject": "em Minh",
        "subject_kind": "individual",
        "audience": "pupil",
        "lead": "Em Minh mồ côi cha.",
        "post_date": "2026-11-20",
        "school_year": story.school_year_id,
        **nested_form_data({"body": streamfield([("heading", "Chuyện của em")])}),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "kehoach_checks": story.approval_checks(),
        "action-submit": "1",
        **said,
    }


@pytest.fixture
def story(editor):
    story = StoryPageFactory()
    story.save_revision(user=editor)
    return story


def warning_of(page):
    [(value, _label)] = page.context["form"].fields["kehoach_seen"].choices
    return value


def test_the_form_shows_the_passage_and_keeps_what_was_typed(client, editor, story):
    client.force_login(editor)

    page = client.post(f"/admin/pages/{story.pk}/edit/", form_of(story))

    html = page.content.decode()
    assert "mồ côi" in warning_of(page)
    assert "Còn 1 đoạn chưa đánh dấu" in html
    assert story.current_workflow_state is None


def test_seen_and_let_stand_it_is_submitted_shown_and_recorded(
    client, editor, principal, story
):
    client.force_login(editor)
    address = f"/admin/pages/{story.pk}/edit/"
    warning = warning_of(client.post(address, form_of(story)))

    client.post(address, form_of(story, kehoach_seen=[warning]))

    submission = story.current_workflow_state.current_task_state
    client.force_login(principal)
    review = client.get(f"/admin/kehoach/approval/{submission.pk}/")
    html = review.content.decode()
    assert "Trần Minh Quân đã xem và giữ nguyên" in html
    token = review.context["token"]
    client.post(
        f"/admin/kehoach/approval/{submission.pk}/",
        {"decision": "approve", "token": token},
    )
    record = Approval.objects.of(story).get()
    assert record.checks["seen"] == 1
    assert "mồ côi" not in str(record.checks)
    assert find_problems().problems == []


def test_a_tick_for_another_passage_does_not_count(client, editor, story):
    client.force_login(editor)

    client.post(f"/admin/pages/{story.pk}/edit/", form_of(story, kehoach_seen=["Khác"]))

    assert story.current_workflow_state is None


def test_a_draft_is_saved_without_a_word(client, editor, story):
    client.force_login(editor)
    data = form_of(story)
    del data["action-submit"]

    client.post(f"/admin/pages/{story.pk}/edit/", data)
    page = client.get(f"/admin/pages/{story.pk}/edit/")

    saved = type(story).objects.get(pk=story.pk).get_latest_revision()
    assert saved.content["lead"] == "Em Minh mồ côi cha."
    assert "mồ côi" in warning_of(page)


def test_a_text_without_anything_shows_no_warnings(client, editor, story):
    client.force_login(editor)

    page = client.get(f"/admin/pages/{story.pk}/edit/")

    assert "kehoach_seen" not in page.context["form"].fields


def test_from_code_nothing_is_refused_and_the_principal_reads_it(
    client, editor, principal
):
    story = StoryPageFactory(lead="Em Minh mồ côi cha.")
    submission = submit_for_approval(story, by=editor)
    client.force_login(principal)

    html = client.get(f"/admin/kehoach/approval/{submission.pk}/").content.decode()

    assert "Chưa có ai đánh dấu đã xem" in html
    assert "seen" not in checklist.said_of(submission.revision)
    assert approved(StoryPageFactory(), by=editor, principal=principal).live


def test_on_the_phone_the_principal_reads_it_too(
    client, editor, principal, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        submit_for_approval(StoryPageFactory(lead="Em Minh mồ côi cha."), by=editor)
    url = re.search(r"/duyet/[\w-]{43}/", mail.outbox[0].body)[0]

    html = client.get(url).content.decode()

    assert "“mồ côi” nói về đời tư" in html
    assert "Chưa có ai đánh dấu đã xem" in html
