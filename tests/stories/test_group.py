"""In which group a story is found: a new one begins among the teachers."""

import pytest

from tests.factories.pages import StoryPageFactory


@pytest.mark.parametrize(
    "subject",
    [
        "em Minh, học sinh khối 8",
        "Em Minh",
        "Nhóm học sinh khối 9",
        "Hai bạn An và Bình",
        "Minh (khối 8)",
        "Minh, học sinh giỏi tỉnh",
    ],
)
def test_a_story_of_a_pupil_among_the_teachers_is_asked_about(db, subject):
    story = StoryPageFactory.build(subject=subject, audience="teacher")

    [said] = story.points_to_check()
    assert "nhóm “giáo viên”" in said
    assert subject in said

    story.audience = "pupil"

    assert story.points_to_check() == []


@pytest.mark.parametrize(
    "subject",
    [
        "Cô Lan, chủ nhiệm lớp 8A",
        "thầy Hải, học sinh cũ của trường",
        "Tổ Toán",
        "Chi đội Kim Đồng",
        "Bác Ba, bảo vệ",
    ],
)
def test_a_story_of_a_teacher_is_not(db, subject):
    story = StoryPageFactory.build(subject=subject, audience="teacher")

    assert story.points_to_check() == []
