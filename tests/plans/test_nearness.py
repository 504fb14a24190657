"""Which office of the school a name in a file may mean."""

import pytest

from wagtail_kehoach.plans.nearness import is_near, key_of


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Tổ Toán", "Tổ Toán – Tin"),
        ("Tổ trưởng tổ Văn phòng", "Tổ Văn phòng"),
        ("Đoàn TN", "Đoàn Thanh niên"),
        ("Bộ phận thư vịên", "Thư viện"),
        ("Sở Giáo dục và Đào tạo", "Sở GD&ĐT tỉnh Đồng Tháp"),
        ("UBND xã Tân Phú Trumg", "UBND xã Tân Phú Trung"),
        ("Ban chấp hành Công đoàn", "Công đoàn"),
    ],
)
def test_the_words_that_tell_an_office_apart_are_the_same(said, known):
    assert is_near(key_of(said), key_of(known))


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("Công an phường", "Tổ Văn phòng"),
        ("Công an xã", "Công đoàn"),
        ("Nhà trường", "Đoàn trường"),
        ("Các trường", "Đoàn trường"),
        ("Ban truyền thông", "Đoàn trường"),
        ("Tổ nuôi dưỡng", "Tổ Ngoại ngữ"),
        ("Đoàn TN", "Tổ Toán – Tin"),
        ("Tổ Văn - GDCD", "Tổ Văn phòng"),
        ("Phòng GD&ĐT huyện Lai Vung", "Phòng GD&ĐT huyện Cao Lãnh"),
    ],
)
def test_what_only_sounds_alike_is_not_offered(said, known):
    assert not is_near(key_of(said), key_of(known))
