"""One body under the ways in which its name is written; others stay others."""

import pytest

from wagtail_kehoach.models import Body
from wagtail_kehoach.organisation.bodies import body_key, is_same_body

SAME = [
    ("TRƯỜNG THPT NGUYỄN HUỆ", "Trường Trung học phổ thông Nguyễn Huệ"),
    ("Trường THCS Bình Minh", "THCS BÌNH MINH"),
    ("Trường TH&THCS Hoà Bình", "Trường Tiểu học và Trung học cơ sở Hòa Bình"),
    ("Trường MN Hoa Sen", "TRƯỜNG MẦM NON HOA SEN"),
    ("Trường PTDTNT Ba Vì", "Trường Phổ thông Dân tộc nội trú Ba Vì"),
    (
        "TTGDNN-GDTX Sa Đéc",
        "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Sa Đéc",
    ),
    ("SỞ GD&ĐT ĐỒNG THÁP", "Sở Giáo dục và Đào tạo Đồng Tháp"),
    ("SGDĐT Đồng Tháp", "Sở GDĐT Đồng Tháp"),
    ("Phòng GD-ĐT Gò Vấp", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO GÒ VẤP"),
    ("UBND XÃ TÂN PHÚ", "Uỷ ban nhân dân xã Tân Phú"),
    ("Uỷ ban nhân dân xã Tân Phú", "Ủy ban nhân dân xã Tân Phú"),
    ("HĐND xã Tân Phú", "Hội đồng nhân dân xã Tân Phú"),
    ("Trường  THPT   X.", "trường thpt x"),
]
OTHERS = [
    ("Trường THPT Bình Minh", "Trường THCS Bình Minh"),
    ("Trường TH Bình Minh", "Trường TH&THCS Bình Minh"),
    ("Trường THPT Tân Phú", "Trường THPT Tấn Phú"),
    ("Trường THPT Trường Chinh", "Trường THPT Chinh"),
    ("UBND xã Tân Phú", "HĐND xã Tân Phú"),
    ("Công đoàn Trường THCS Bình Minh", "Trường THCS Bình Minh"),
    ("Trường THPT số 1", "Trường THPT số 2"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_body(one, other):
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_another_body(one, other):
    assert body_key(one) != body_key(other)


def test_former_names_are_those_of_the_body(db):
    Body.objects.create(
        name="Trường THPT Mới", other_names="Trường THPT Cũ\nTrường Cấp III Cũ"
    )

    assert is_same_body("TRƯỜNG TRUNG HỌC PHỔ THÔNG CŨ", "Trường THPT Mới")
    assert is_same_body("Trường cấp III Cũ", "Trường THPT Cũ")
    assert not is_same_body("Trường THPT Khác", "Trường THPT Mới")


def test_names_that_lead_in_a_circle_come_to_an_end(db):
    Body.objects.create(name="Trường THPT A", other_names="Trường THPT B")
    Body.objects.create(name="Trường THPT B", other_names="Trường THPT A")

    assert is_same_body("Trường THPT A", "Trường THPT B")


def test_a_successor_is_another_body(db):
    new = Body.objects.create(name="UBND xã Tân Phú")
    Body.objects.create(name="Phòng GDĐT huyện Châu Thành", successor=new)

    assert not is_same_body("Phòng GDĐT huyện Châu Thành", "UBND xã Tân Phú")
