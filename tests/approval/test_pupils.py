"""Pupils whom nobody registered, and who stand in a text by the full name."""

import pytest

from wagtail_kehoach.approval import pupils


def names_in(text):
    return {text[first:last] for first, last in pupils.full_names_in(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hôm qua em H'Hen Niê trả lại ví.", "H'Hen Niê"),
        ("Em H’Hen Niê trả lại ví.", "H’Hen Niê"),
        ("Bạn Y Moan Êban hát.", "Y Moan Êban"),
        ("Em Y Blim đạt giải.", "Y Blim"),
        ("Cháu A Thút đạt giải.", "A Thút"),
        ("Học sinh Ksor Y Nam đạt giải.", "Ksor Y Nam"),
        ("bạn Rơ Châm H'Yến", "Rơ Châm H'Yến"),
        ("Em Sùng A Páo đi học.", "Sùng A Páo"),
        ("em Thạch Thị Sa Rây", "Thạch Thị Sa Rây"),
        ("em Kim Thị Ngân", "Kim Thị Ngân"),
        ("bạn Neáng Sóc Kha", "Neáng Sóc Kha"),
        ("cháu Đàng Năng Thọ", "Đàng Năng Thọ"),
        ("em Lò Văn Pùa", "Lò Văn Pùa"),
        ("em Bế Thị Hoa", "Bế Thị Hoa"),
        ("em Phàn Tả Mẩy", "Phàn Tả Mẩy"),
        ("H'Linh Mlô, lớp 9A", "H'Linh Mlô"),
        ("em Nguyễn Văn An", "Nguyễn Văn An"),
    ],
)
def test_full_names_of_every_people_are_found(text, name):
    assert name in names_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Các em A Lưới vui Tết.",
        "Học sinh Y Tý đi học.",
        "Học sinh Quảng Ngãi Việt Nam",
        "Học sinh Krông Pắc đạt giải.",
        "Học sinh Sơn La, Sa Pa và Mường Lò",
        "Em Kim Ngân và em Sơn Tùng",
        "Các em người H'Mông múa khèn.",
        "Em Nay Đã Lớn",
        "Thầy Y Blim dạy Toán.",
    ],
)
def test_places_peoples_and_first_names_are_not(text):
    assert names_in(text) == set()
