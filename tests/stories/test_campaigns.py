"""Calls for stories: whom they are shown to, and what they say of a story's length."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.pages import StoryPageFactory
from tests.factories.users import UserFactory
from wagtail_kehoach.models import StoryCampaign
from wagtail_kehoach.pages.models import StoryPage
from wagtail_kehoach.stories.counting import count, words_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def days(number):
    return TODAY() + dt.timedelta(days=number)


def call(topic="Gương sáng quanh em", **said):
    return StoryCampaign.objects.create(topic=topic, **said)


def test_calls_of_today_are_open_the_nearest_deadline_first(site):
    call("Đã qua", deadline=days(-1))
    call("Chưa tới", opens_on=days(1))
    call("Không hạn")
    call("Còn lâu", deadline=days(9))
    call("Hôm nay là hạn", deadline=days(0))

    topics = [campaign.topic for campaign in StoryCampaign.objects.open_on(TODAY())]

    assert topics == ["Hôm nay là hạn", "Còn lâu", "Không hạn"]


def test_the_deadline_says_its_day_of_the_week(site):
    assert call(deadline=dt.date(2027, 3, 15)).deadline_text == "Thứ Hai, 15/03/2027"


def test_writers_read_the_open_calls_on_their_home_page(client, editor):
    call(max_words=2500, max_photos=5, deadline=days(9))
    client.force_login(editor)

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Gương sáng quanh em" in page
    assert "nhiều nhất 2.500 chữ" in page
    assert "nhiều nhất 5 ảnh" in page


def test_the_keeper_of_consents_who_writes_nothing_reads_none(client, site):
    from django.contrib.auth.models import Group

    from wagtail_kehoach.conf import kehoach_settings

    call()
    keeper = UserFactory(username="vanthu")
    keeper.groups.add(Group.objects.get(name=kehoach_settings.CONSENT_GROUP))
    client.force_login(keeper)

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Gương sáng quanh em" not in page


def test_words_and_photos_of_a_story_are_counted(site):
    image = get_image_model().objects.create(
        title="Cô Lan", file=get_test_image_file(size=(64, 48))
    )
    story = StoryPageFactory(
        lead="Một hai ba.",
        achievement="Bốn – năm",
        picture=image,
        picture_alt="Cô",
        body=[
            ("heading", "Sáu bảy"),
            ("paragraph", "<p>Tám</p><p>chín</p>"),
            ("quote", {"text": "Mười", "by": "Bà Tư"}),
            ("picture", {"image": image, "caption": "Không đếm"}),
        ],
    )

    assert count(StoryPage.objects.get(pk=story.pk)) == (12, 2)
    assert words_in("  a – b … 3 ") == 3


def test_a_story_that_is_too_long_is_said_and_not_refused(site):
    campaign = call(max_words=3, max_photos=1)
    story = StoryPageFactory(campaign=campaign, lead="Một hai ba bốn năm.")

    assert story.points_to_check() == [
        "Bài có 5 chữ; đợt “Gương sáng quanh em” cho nhiều nhất 3 chữ."
    ]
    assert story.why_not_show() is None


def test_the_form_counts_and_knows_the_limits(client, editor):
    campaign = call(max_words=2500, max_photos=5)
    over = call("Đã qua", deadline=days(-1))
    story = StoryPageFactory(lead="Một hai ba.")
    client.force_login(editor)

    response = client.get(reverse("wagtailadmin_pages:edit", args=(story.pk,)))

    page = response.content.decode()
    assert "<strong data-kh-length-words>3</strong>" in page
    assert "Bài vẫn trình được; Ban Giám hiệu sẽ được nhắc." in page
    assert f'"{campaign.pk}": [2500, 5]' in page
    assert "story_length" in page
    offered = response.context["form"].fields["campaign"].queryset
    assert campaign in offered
    assert over not in offered


def test_the_list_writes_numbers_as_the_home_page_does(client, editor):
    call(max_words=2500, max_photos=5)
    client.force_login(editor)

    page = client.get(reverse("kehoach_campaigns:index")).content.decode()

    assert "2.500" in page
    assert "2500" not in page


def test_writers_keep_the_calls(client, editor):
    client.force_login(editor)

    client.post(
        reverse("kehoach_campaigns:add"),
        {"topic": "Người tốt, việc tốt", "max_words": "2500", "deadline": "2099-10-05"},
    )

    assert StoryCampaign.objects.get().max_words == 2500
