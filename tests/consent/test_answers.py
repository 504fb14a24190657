"""What an answer by link ends and what it leaves; what the receipt says; who is told."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import file_sentences, links, takedown
from wagtail_kehoach.models import (
    Consent,
    ConsentRequest,
    DataRequest,
    PictureBasis,
)

pytestmark = pytest.mark.django_db

BOTH = ("portal", "social")


def in_days(number):
    return timezone.localdate() + dt.timedelta(days=number)


def written(day):
    return day.strftime("%d/%m/%Y")


def years_ago(number):
    today = timezone.localdate()
    return dt.date(today.year - number, today.month, min(today.day, 28))


@pytest.fixture
def pupil():
    return PersonFactory(
        full_name="Nguyễn Văn Minh", representative="Lê Thị Hoa", born_on=years_ago(10)
    )


class Link:
    """A question by link, in the hands of whoever got it."""

    def __init__(self, person, keeper, purposes=BOTH, days=300):
        self.request = links.ask(
            person, user=keeper, school="Trường", purposes=purposes, until=in_days(days)
        )
        self.url = f"/dong-y/{links.issue(self.request, user=keeper)}/"
        self.client = Client()

    def say(self, *parties, no=()):
        parties = parties or ("representative", "child")
        said = {
            f"{party}-{purpose}": "no" if purpose in no else "yes"
            for party in parties
            for purpose in self.request.purposes
        }
        return self._html(self.client.post(self.url, said, follow=True))

    def withdraw(self, *purposes):
        said = {"purposes": purposes} if purposes else {"all": "yes"}
        return self._html(self.client.post(f"{self.url}rut-lai/", said, follow=True))

    def receipt(self):
        return self._html(self.client.get(self.url))

    def _html(self, response):
        return response.content.decode().partition("Văn bản xin ý kiến")[0]


@pytest.fixture
def story(pupil, editor, principal):
    def publish(person=pupil):
        page = StoryPageFactory(title="Việc tốt", people=[person])
        return approved(page, by=editor, principal=principal)

    return publish


def is_public(page):
    page.refresh_from_db()
    return page.live


def test_a_withdrawal_by_link_does_not_wait_for_a_coming_one(pupil, keeper, story):
    link = Link(pupil, keeper)
    link.say()
    page = story()
    Consent.objects.update(withdrawn_on=in_days(30))

    before = link.receipt()
    assert f"Có hiệu lực đến hết ngày {written(in_days(29))}" in before
    assert "đã được rút lại" not in before
    assert "rut-lai/" in before
    after = link.withdraw()

    assert not is_public(page)
    assert Consent.objects.get().withdrawn_on == in_days(0)
    assert DataRequest.objects.get().kind == "withdraw"
    assert f"đã được rút lại ngày {written(in_days(0))}" in after
    assert "Có hiệu lực" not in after


def test_one_purpose_is_withdrawn_and_the_other_goes_on(pupil, keeper, story):
    link = Link(pupil, keeper)
    link.say()
    page = story()

    asked = link.client.get(f"{link.url}rut-lai/").content.decode()
    after = link.withdraw("social")

    assert " checked" not in asked
    assert is_public(page)
    assert "Một phần sự đồng ý" in after
    assert f"Đã rút lại ngày {written(in_days(0))}" in after
    assert "Có hiệu lực đến hết ngày" in after
    assert "mạng xã hội" in DataRequest.objects.get().details
    assert "thông tin của trường" not in DataRequest.objects.get().details
    left = link.client.get(f"{link.url}rut-lai/").content.decode()
    assert "checkbox" not in left
    ended = Consent.objects.get(withdrawn_on=in_days(0))
    assert str(ended) == "đồng ý qua mạng"
    assert (ended.for_portal, ended.for_social) == (False, True)
    assert ended.representative_agreed
    assert ended.agreed_by == "Lê Thị Hoa"
    link.withdraw()
    assert not is_public(page)
    assert not any(consent.is_refusal for consent in Consent.objects.all())


def test_an_adult_who_withdraws_a_part_that_day_is_not_said_to_have_refused(keeper):
    adult = PersonFactory(full_name="Trần Thị Lan", born_on=years_ago(40))
    link = Link(adult, keeper)
    link.say("self")

    link.withdraw("social")

    ended = Consent.objects.get(for_social=True)
    assert ended.withdrawn_on == in_days(0)
    assert not ended.is_refusal
    assert Consent.objects.get(for_portal=True).withdrawn_on is None


@pytest.mark.parametrize("typed", [{}, {"purposes": ["press"]}])
def test_nothing_ticked_withdraws_nothing_and_says_so(pupil, keeper, typed):
    link = Link(pupil, keeper)
    link.say()

    response = link.client.post(f"{link.url}rut-lai/", typed)

    assert response.status_code == 422
    assert not Consent.objects.exclude(withdrawn_on=None).exists()
    if not typed:
        assert "Hãy đánh dấu việc muốn rút lại" in response.content.decode()


def test_whoever_has_withdrawn_everything_is_led_to_the_receipt(pupil, keeper):
    link = Link(pupil, keeper)
    link.say()
    link.withdraw()

    assert link.client.get(f"{link.url}rut-lai/").headers["Location"] == link.url


def test_an_older_receipt_says_what_a_newer_no_ended(pupil, keeper):
    older = Link(pupil, keeper)
    older.say()
    Link(pupil, keeper, purposes=["social"]).say(no=["social"])

    receipt = older.receipt()

    assert receipt.count("Có hiệu lực đến hết ngày") == 1
    assert receipt.count(f"Đã rút lại ngày {written(in_days(0))}") == 1


def test_an_adult_who_says_no_to_facebook_stays_on_the_portal(keeper, story):
    teacher = PersonFactory(full_name="Trần Văn Hải", born_on=dt.date(1980, 1, 1))
    page = story(teacher)

    Link(teacher, keeper).say("self", no=["social"])
    assert is_public(page)
    Link(teacher, keeper).say("self", no=BOTH)

    assert not is_public(page)


def test_an_adult_withdraws_one_purpose_and_stays_for_the_other(keeper, story):
    teacher = PersonFactory(full_name="Trần Văn Hải", born_on=dt.date(1980, 1, 1))
    link = Link(teacher, keeper)
    link.say("self")
    page = story(teacher)

    link.withdraw("social")
    assert is_public(page)
    link.withdraw("portal")

    assert not is_public(page)


def test_a_child_that_said_no_is_asked_again_when_grown(pupil, keeper):
    Link(pupil, keeper).say(no=BOTH)
    pupil.born_on = years_ago(17)
    pupil.save()
    draft = StoryPageFactory(people=[pupil])

    assert "không đồng ý" in draft.why_not_show()
    Link(pupil, keeper).say("self")
    assert draft.why_not_show() is None


@pytest.fixture
def grown_up(pupil, keeper):
    """The links of the mother and of the pupil, who decides alone by now."""
    mother = Link(pupil, keeper)
    mother.say()
    pupil.born_on = years_ago(17)
    pupil.save()
    return mother


def test_the_link_of_the_mother_leaves_what_the_grown_pupil_agreed_to(
    pupil, keeper, story, grown_up
):
    Link(pupil, keeper).say("self")
    page = story()

    asked = grown_up.client.get(f"{grown_up.url}rut-lai/").content.decode()
    grown_up.withdraw()

    assert "đã đủ tuổi tự quyết định" in asked
    assert is_public(page)


def test_without_an_answer_of_his_own_the_pupil_is_taken_down(story, grown_up):
    page = story()

    grown_up.withdraw()

    assert not is_public(page)


def test_the_grown_pupil_ends_what_the_mother_agreed_to(pupil, keeper, story, grown_up):
    page = story()

    Link(pupil, keeper).say("self", no=BOTH)

    assert not is_public(page)


def test_a_new_class_level_does_not_end_an_open_question(pupil, keeper):
    link = Link(pupil, keeper)
    pupil.class_level = "khối 9"
    pupil.save()
    assert link.client.get(link.url).status_code == 200

    pupil.full_name = "Nguyễn Văn Minh Anh"
    pupil.save()
    assert link.client.get(link.url).status_code == 410


@pytest.fixture
def told(keeper, django_capture_on_commit_callbacks):
    """What keepers read in their mail of what is done."""
    keeper.email = "vanthu@truong.example"
    keeper.save()

    def mails(act, *args, **kwargs):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act(*args, **kwargs)
        return [m for m in mail.outbox if keeper.email in m.to]

    return mails


def test_whoever_asked_is_told_of_the_answer(pupil, keeper, told):
    link = Link(pupil, keeper)

    [message] = told(link.say, no=["social"])

    assert message.subject == "Đã trả lời qua liên kết: Nguyễn Văn Minh (khối 8)"
    assert "Đồng ý: cổng thông tin của trường." in message.body
    assert "Không đồng ý: mạng xã hội." in message.body
    assert f"/kehoach_consent_requests/{link.request.pk}/" in message.body


def test_all_keepers_are_told_where_nobody_is_left_who_asked(pupil, keeper, told):
    link = Link(pupil, keeper)
    ConsentRequest.objects.update(asked_by=None)

    [message] = told(link.say, no=BOTH)

    assert "Không đồng ý" in message.body
    assert "Hãy viết bản nháp không có người này" in message.body


def test_the_mail_names_a_grey_picture_that_may_come_back(pupil, keeper, told):
    consent = ConsentFactory(person=pupil)
    picture = get_image_model().objects.create(
        title="Em Minh", file=get_test_image_file()
    )
    PictureBasis.objects.create(image=picture).people.add(pupil)
    consent.withdrawn_on = in_days(0)
    consent.save()
    takedown.enforce([pupil.pk])

    [message] = told(Link(pupil, keeper).say)

    assert file_sentences.may_come_back("Em Minh") in message.body


def test_keepers_are_told_of_a_withdrawal_that_took_nothing_down(pupil, keeper, told):
    link = Link(pupil, keeper)
    link.say()

    [message] = told(link.withdraw, "social")

    assert "Đã rút lại sự đồng ý qua liên kết" in message.subject
    assert "Đã rút lại: mạng xã hội." in message.body


def test_one_mail_is_enough_where_something_was_taken_down(pupil, keeper, told, story):
    link = Link(pupil, keeper)
    link.say()
    story()

    subjects = {message.subject for message in told(link.withdraw)}

    assert subjects == {"Đã gỡ: Việc tốt"}


def test_paper_that_was_withdrawn_for_a_coming_day_ends_with_a_no(pupil, keeper):
    paper = ConsentFactory(person=pupil, withdrawn_on=in_days(9))

    Link(pupil, keeper, purposes=["portal"]).say(no=["portal"])

    paper.refresh_from_db()
    assert paper.withdrawn_on == in_days(0)


def test_the_receipt_says_what_came_of_each_question(pupil, keeper):
    link = Link(pupil, keeper, purposes=("portal", "social", "full_name"))

    html = link.say(no=("social", "full_name"))

    until = f"Có hiệu lực đến hết ngày {written(in_days(300))}."
    assert html.count(f"Đã đồng ý. {until}") == 1
    assert html.count("Không đồng ý. Nhà trường không làm việc này.") == 1
    assert html.count("Không đồng ý. Nhà trường không ghi họ tên đầy đủ.") == 1


def test_one_no_of_two_is_said_as_such(pupil, keeper):
    link = Link(pupil, keeper, purposes=("portal",))
    said = {"representative-portal": "yes", "child-portal": "no"}

    html = link.client.post(link.url, said, follow=True).content.decode()

    assert "Có người không đồng ý. Nhà trường không làm việc này." in html


def test_the_letter_with_the_receipt_says_it_too(
    pupil, keeper, mailoutbox, django_capture_on_commit_callbacks
):
    link = Link(pupil, keeper)
    ConsentRequest.objects.update(email="hoa@truong.example")

    with django_capture_on_commit_callbacks(execute=True):
        link.say(no=("social",))

    (letter,) = [m for m in mailoutbox if "hoa@truong.example" in m.to]
    for text in (letter.body, letter.alternatives[0].content):
        assert "Đã đồng ý." in text
        assert "Nhà trường không làm việc này." in text


def test_what_a_childs_no_means_stands_in_the_words_that_are_kept(pupil, keeper):
    places = Link(pupil, keeper)
    named = Link(pupil, keeper, purposes=("portal", "full_name"))
    adult = Link(PersonFactory(born_on=years_ago(40)), keeper)

    both = "mà cả ông/bà và em cùng đồng ý"
    named_in_full = "không cùng đồng ý cho ghi họ tên đầy đủ, nhà trường chỉ ghi tên"
    assert both in places.request.statement
    assert named_in_full not in places.request.statement
    assert named_in_full in named.request.statement
    assert both not in adult.request.statement
    assert "nhà trường không đăng" not in named.receipt()


def test_a_keeper_is_asked_apart_for_the_full_name(pupil, keeper):
    client = Client()
    client.force_login(keeper)
    url = reverse("kehoach_consent_requests:add")
    data = {"person": pupil.pk, "until": in_days(300).isoformat()}

    form = client.get(url).context["form"]
    assert "full_name" not in dict(form["purposes"].field.choices)
    assert "Hãy chọn ít nhất một điều" in client.post(url, data).content.decode()

    client.post(url, {**data, "purposes": ["portal"], "full_name": "on"})
    assert [*ConsentRequest.objects.get().purposes] == ["portal", "full_name"]
