"""Small words of the public templates."""

import pytest

from wagtail_kehoach.templatetags.words import years_whole


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Năm học 2026-2027", 'Năm học <span class="kh-whole">2026-2027</span>'),
        ("giai đoạn 2021–2025", 'giai đoạn <span class="kh-whole">2021–2025</span>'),
        ("Tuần 1-2", "Tuần 1-2"),
        ("02773-2026-20271", "02773-2026-20271"),
        ("<b>2026-2027", '&lt;b&gt;<span class="kh-whole">2026-2027</span>'),
    ],
)
def test_a_school_year_stays_in_one_piece(text, said):
    assert years_whole(text) == said
