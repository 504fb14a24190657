"""Consent by a link: what it records, what it refuses, and what ends it."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import answers, history, link_rules, links
from wagtail_kehoach.exceptions import ConsentRefused
from wagtail_kehoach.models import Consent, ConsentRequest, DataRequest, Takedown
from wagtail_kehoach.organisation.queries import name_of_school

UNTIL = dt.date(2027, 5, 31)
ADD = "kehoach_consent_requests:add"
DETAIL = "kehoach_consent_requests:detail"


@pytest.fixture
def person(db):
    return PersonFactory(
        full_name="Nguyễn Văn Minh",
        representative="Lê Thị Hoa",
        born_on=timezone.localdate() - dt.timedelta(days=10 * 366),
    )


def ask(person, keeper, **facts):
    said = {"purposes": ["portal", "social"], "until": _in_a_year(), **facts}
    return links.ask(person, user=keeper, school="Trường THCS Bình Minh", **said)


def _in_a_year():
    return timezone.localdate() + dt.timedelta(days=365)


@pytest.fixture
def question(person, keeper):
    return ask(person, keeper, email="hoa@nha.example")


@pytest.fixture
def url(question, keeper):
    return f"/dong-y/{links.issue(question, user=keeper)}/"


def said(**answers):
    """A whole form: *yes* where the test says nothing else."""
    names = [
        f"{p}-{q}" for p in ("representative", "child") for q in ("portal", "social")
    ]
    return {name: answers.get(name.replace("-", "_"), "yes") for name in names}


def test_the_page_shows_the_text_and_nothing_is_chosen(client, url, question):
    html = client.get(url).content.decode()

    assert "ông/bà Lê Thị Hoa" in html
    assert "em Nguyễn Văn Minh (khối 8)" in html
    assert "Trường THCS Bình Minh" in html
    assert question.text_version not in html
    assert " checked" not in html
    assert html.count('type="radio"') == 8


def test_the_answer_becomes_a_consent_with_its_text_and_time(client, url, question):
    html = client.post(url, said(), follow=True).content.decode()

    consent = Consent.objects.get()
    assert (consent.for_portal, consent.for_social) == (True, True)
    assert (consent.for_press, consent.for_foreign) == (False, False)
    assert consent.representative_agreed
    assert consent.child_agreed
    assert consent.basis == "electronic"
    assert consent.text_version == question.text_version
    assert consent.agreed_by == "Lê Thị Hoa"
    assert consent.ends_on == question.until
    assert timezone.now() - consent.agreed_at < dt.timedelta(minutes=1)
    assert "Nhà trường đã nhận câu trả lời" in html
    assert question.statement.split("\n")[0] in html
    assert f"đối chiếu với văn bản nhà trường đang giữ: {question.text_version}" in html


def test_the_letter_is_polite_and_says_which_school_asks(site, question):
    links.send(question, "https://truong.example/dong-y/x/", "question")

    (letter,) = mail.outbox
    assert letter.subject.endswith("xin ý kiến ông/bà về em Nguyễn Văn Minh (khối 8)")
    assert letter.body.startswith("Kính gửi ông/bà Lê Thị Hoa,")
    assert f"{name_of_school()} muốn nêu tên" in letter.body
    assert question.text_version not in letter.body


@pytest.mark.parametrize(
    ("name", "child", "called"),
    [
        ("Lê Thị Hoa", False, "ông/bà Lê Thị Hoa"),
        ("bà Lê Thị Hoa", False, "bà Lê Thị Hoa"),
        ("Cô Lê Thị Hoa", False, "Cô Lê Thị Hoa"),
        ("Bảo An", True, "em Bảo An"),
    ],
)
def test_people_are_called_as_in_a_letter(name, child, called):
    assert link_rules.politely(name, child=child) == called


def test_the_keeper_chooses_the_person_in_a_chooser(client, person, keeper):
    PersonFactory(full_name="Trần Bảo An")
    client.force_login(keeper)

    html = client.get(reverse(ADD), {"person": person.pk}).content.decode()

    assert "Nguyễn Văn Minh (khối 8)" in html
    assert "Trần Bảo An" not in html
    choose = re.search(r'data-chooser-url="([^"]+)"', html)[1]
    found = client.get(choose, {"q": "tran bao"}).json()["html"]
    assert "Trần Bảo An" in found
    assert "Nguyễn Văn Minh" not in found


def test_a_purpose_needs_the_yes_of_both(client, url, question):
    client.post(url, said(child_portal="no", representative_social="no"))

    question.refresh_from_db()
    assert question.answers["child"]["portal"] is False
    assert question.consent is None
    assert all(consent.is_refusal for consent in Consent.objects.all())


def test_each_purpose_is_agreed_to_by_itself(client, url):
    client.post(url, said(child_social="no"))

    refusal, consent = Consent.objects.order_by("for_portal")
    assert (consent.for_portal, consent.for_social) == (True, False)
    assert refusal.is_refusal
    assert refusal.for_social
    assert str(refusal) == "trả lời không đồng ý qua liên kết"


def test_a_post_with_that_consent_goes_live(client, url, person, editor, principal):
    client.post(url, said())
    story = StoryPageFactory()
    story.people = [person]

    assert approved(story, by=editor, principal=principal).live


def test_a_child_below_seven_is_not_asked_itself(client, keeper, person):
    person.born_on = timezone.localdate() - dt.timedelta(days=6 * 365)
    person.save()
    url = f"/dong-y/{links.issue(ask(person, keeper), user=keeper)}/"

    html = client.get(url).content.decode()
    client.post(url, said())

    assert "child-portal" not in html
    assert Consent.objects.get().representative_agreed


def test_an_adult_answers_alone_and_a_no_is_kept(client, keeper, editor):
    adult = PersonFactory(full_name="Trần Văn Hải", born_on=dt.date(1980, 1, 1))
    url = f"/dong-y/{links.issue(ask(adult, keeper), user=keeper)}/"
    client.post(url, {"self-portal": "no", "self-social": "yes"})
    story = StoryPageFactory()
    story.people = [adult]

    assert "Trần Văn Hải" in story.why_not_show()


@pytest.mark.parametrize(
    "missing",
    [
        {},
        {"representative-portal": "yes"},
        {**said(), "child-social": ""},
        {**said(), "child-social": "có"},
    ],
)
def test_an_answer_with_gaps_is_shown_again_and_keeps_what_was_chosen(
    client, url, missing
):
    response = client.post(url, missing)

    html = response.content.decode()
    assert response.status_code == 422
    assert "Còn câu chưa được trả lời" in html
    assert html.count(" checked") == len([v for v in missing.values() if v == "yes"])
    assert not Consent.objects.exists()


def test_purposes_that_were_not_asked_cannot_be_slipped_in(client, url):
    client.post(url, {**said(), "representative-press": "yes", "child-press": "yes"})

    assert not Consent.objects.get().for_press


def test_opening_it_decides_nothing(client, url):
    for _ in range(3):
        response = client.get(url)
        client.head(url)
        client.options(url)

    assert not Consent.objects.exists()
    assert response["Referrer-Policy"] == "same-origin"
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_the_form_needs_its_csrf_token(url):
    client = Client(enforce_csrf_checks=True)
    client.get(url)

    assert client.post(url, said()).status_code == 403
    assert client.post(f"{url}rut-lai/").status_code == 403
    assert not Consent.objects.exists()


def test_it_is_answered_once(client, url):
    client.post(url, said())
    client.post(url, said(representative_portal="no", child_portal="no"))

    assert Consent.objects.count() == 1
    assert Consent.objects.get().for_portal


def test_only_a_digest_is_stored(question, url):
    question.refresh_from_db()

    assert url.split("/")[2] not in str(vars(question))


def end_by_time(question, keeper):
    past = timezone.now() - dt.timedelta(minutes=1)
    ConsentRequest.objects.update(expires_at=past)
    return "đã hết hạn"


def end_by_revocation(question, keeper):
    links.revoke(question, user=keeper)
    return "đã thu hồi"


def end_by_new_representative(question, keeper):
    question.person.representative = "Trần Thị Sáu"
    question.person.save()
    return "đã sửa hồ sơ"


def end_by_period(question, keeper):
    ConsentRequest.objects.update(until=timezone.localdate() - dt.timedelta(days=1))
    return "đã qua"


@pytest.mark.parametrize(
    "end", [end_by_time, end_by_revocation, end_by_new_representative, end_by_period]
)
def test_a_link_that_ended_records_nothing_and_says_why(
    client, url, question, keeper, end
):
    reason = end(question, keeper)

    client.post(url, said())
    page = client.get(url)

    assert page.status_code == 410
    assert reason in page.content.decode()
    assert not Consent.objects.exists()


def test_a_new_link_ends_the_older_one(client, url, question, keeper):
    newer = f"/dong-y/{links.issue(question, user=keeper)}/"

    assert client.get(url).status_code == 404
    assert client.get(newer).status_code == 200


def test_guessing_is_limited_and_does_not_lock_out_the_holder(client, url):
    wrong = f"/dong-y/{'x' * 43}/"
    codes = [client.get(wrong).status_code for _ in range(22)]

    assert codes[0] == 404
    assert codes[-1] == 429
    assert client.get(url).status_code == 200


def test_a_flood_of_one_link_is_stopped(client, url):
    codes = [client.get(url).status_code for _ in range(62)]

    assert codes[0] == 200
    assert codes[-1] == 429


def test_what_was_typed_into_the_registry_is_shown_as_text(client, keeper, person):
    person.representative = "<script>alert(1)</script>"
    person.save()
    url = f"/dong-y/{links.issue(ask(person, keeper), user=keeper)}/"

    assert "<script>alert" not in client.get(url).content.decode()


def test_the_link_withdraws_at_once_and_the_keepers_are_told(
    client, url, person, editor, principal
):
    client.post(url, said())
    story = StoryPageFactory(title="Em Minh")
    story.people = [person]
    story = approved(story, by=editor, principal=principal)

    assert client.get(f"{url}rut-lai/").status_code == 200
    assert client.get(story.url).status_code == 200
    html = client.post(f"{url}rut-lai/", {"all": "yes"}, follow=True).content.decode()
    client.post(f"{url}rut-lai/", {"all": "yes"})

    assert client.get(story.url).status_code == 404
    assert Takedown.objects.get().title == "Em Minh"
    assert Consent.objects.get().withdrawn_on == timezone.localdate()
    assert DataRequest.objects.get().kind == "withdraw"
    assert "rút lại" in html
    assert "có hiệu lực đến hết ngày" not in html.split("Văn bản xin ý kiến")[0]


def test_before_the_answer_nothing_can_be_withdrawn(client, url):
    for response in (client.get(f"{url}rut-lai/"), client.post(f"{url}rut-lai/")):
        assert response.status_code == 410
        assert "Chưa có câu trả lời nào" in response.content.decode()
    assert not DataRequest.objects.exists()


def test_a_no_has_nothing_to_withdraw_and_says_so(client, url):
    no = dict.fromkeys(said(), "no")
    receipt = client.post(url, no, follow=True).content.decode()
    response = client.get(f"{url}rut-lai/")

    assert "rut-lai" not in receipt
    assert response.status_code == 410
    assert "không đồng ý việc nào" in response.content.decode()


def test_a_no_ends_the_older_consent_and_takes_down_what_rests_on_it(
    client, url, person, editor, principal
):
    ConsentFactory(person=person)
    story = StoryPageFactory()
    story.people = [person]
    story = approved(story, by=editor, principal=principal)

    client.post(url, said(representative_portal="no"))

    assert client.get(story.url).status_code == 404


@pytest.mark.parametrize("by_link", [False, True])
def test_a_no_ends_an_older_consent_for_that_purpose_only(
    client, url, person, editor, principal, by_link
):
    proof = {"basis": "electronic", "agreed_at": timezone.now()} if by_link else {}
    older = ConsentFactory(person=person, for_social=True, for_press=True, **proof)
    story = StoryPageFactory()
    story.people = [person]
    story = approved(story, by=editor, principal=principal)

    client.post(url, said(child_social="no"))

    older.refresh_from_db()
    assert older.withdrawn_on is None
    # The answer is a consent of its own, the older one goes on beside it.
    assert (older.for_portal, older.for_social, older.for_press) == (True, False, True)
    assert client.get(story.url).status_code == 200
    changes = [change.what for change in history.of(person)]
    assert [f"Sửa bản đồng ý số {older.pk}", "Mạng xã hội: có → không"] in changes
    assert "mạng xã hội" in DataRequest.objects.get().details
    assert "cổng thông tin của trường" not in DataRequest.objects.get().details


def test_withdrawing_ends_older_consents_for_the_same_purposes_only(
    client, url, person
):
    older = ConsentFactory(person=person, for_press=True)
    client.post(url, said())

    client.post(f"{url}rut-lai/", {"all": "yes"})

    older.refresh_from_db()
    assert older.withdrawn_on is None
    assert (older.for_portal, older.for_press) == (False, True)


def test_no_keeper_unticks_what_was_answered(client, url, person, keeper):
    client.post(url, said())
    consent = Consent.objects.get()
    client.force_login(keeper)
    address = f"/admin/snippets/wagtail_kehoach/person/edit/{person.pk}/"
    form = {
        "full_name": person.full_name,
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-basis": "electronic",
        "consents-0-for_portal": "on",
        "consents-0-representative_agreed": "on",
        "consents-0-child_agreed": "on",
        "consents-0-starts_on": consent.starts_on,
        "consents-0-ends_on": consent.ends_on,
    }

    refused = client.post(address, form).content.decode()

    assert "giữ nguyên như lúc trả lời" in refused
    consent.refresh_from_db()
    assert consent.for_social


def test_an_answer_from_code_has_to_be_whole(question, url):
    question.refresh_from_db()
    with pytest.raises(ConsentRefused, match="có hoặc không"):
        answers.answer(question, {"representative": {"portal": True, "social": True}})


def test_the_receipt_goes_to_the_address_that_was_given(
    client, url, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, said())

    [message] = [m for m in mail.outbox if m.to == ["hoa@nha.example"]]
    assert url in message.body
    assert client.get(url).status_code == 200


def test_a_mail_server_that_fails_loses_no_answer(
    client, url, settings, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "tests.mail.UnknownHost"
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(url, said())

    assert response.status_code == 302
    assert Consent.objects.exists()


# The keeper's side.


@pytest.mark.parametrize("role", ["editor", "principal", "superuser"])
def test_only_keepers_ask(client, request, question, role):
    user = request.getfixturevalue(role)
    client.force_login(user)

    assert client.get(reverse(ADD)).status_code != 200
    assert client.get(reverse(DETAIL, args=(question.pk,))).status_code != 200
    client.post(reverse(DETAIL, args=(question.pk,)), {"action": "copy"})
    question.refresh_from_db()
    assert question.secret_hash is None
    with pytest.raises(ConsentRefused, match="Phụ trách hồ sơ đồng ý"):
        links.issue(question, user=user)
    with pytest.raises(ConsentRefused, match="Phụ trách hồ sơ đồng ý"):
        links.revoke(question, user=user)
    with pytest.raises(ConsentRefused, match="Phụ trách hồ sơ đồng ý"):
        ask(question.person, user)


def test_a_child_without_representative_cannot_be_asked(client, keeper, person):
    person.representative = ""
    person.save()
    client.force_login(keeper)
    data = {"person": person.pk, "purposes": ["portal"], "until": _in_a_year()}

    html = client.post(reverse(ADD), data).content.decode()

    assert "người đại diện" in html
    assert not ConsentRequest.objects.exists()
    with pytest.raises(ConsentRefused, match="người đại diện"):
        ask(person, keeper)


def test_a_keeper_asks_and_copies_the_link_once(client, keeper, person):
    client.force_login(keeper)
    data = {"person": person.pk, "purposes": ["portal"], "until": _in_a_year()}
    page = client.post(reverse(ADD), data, follow=True)
    detail = page.redirect_chain[-1][0]

    shown = client.post(detail, {"action": "copy"})
    address = re.search(
        r"http://testserver(/dong-y/[\w-]{43}/)", shown.content.decode()
    )

    assert "no-store" in shown["Cache-Control"]
    assert client.get(address[1]).status_code == 200
    assert "/dong-y/" not in client.get(detail).content.decode()
    assert "Nguyễn Văn Minh" in (
        client.get(reverse("kehoach_consent_requests:index")).content.decode()
    )


def test_the_form_starts_with_the_person_and_without_a_purpose(client, keeper, person):
    person.representative_contact = "hoa@nha.example"
    person.save()
    client.force_login(keeper)

    html = client.get(f"{reverse(ADD)}?person={person.pk}").content.decode()

    assert "hoa@nha.example" in html
    assert " checked" not in html


def test_a_keeper_e_mails_the_link(client, keeper, question):
    client.force_login(keeper)

    client.post(reverse(DETAIL, args=(question.pk,)), {"action": "email"})

    [message] = mail.outbox
    path = re.search(r"http://testserver(/dong-y/[\w-]{43}/)", message.body)[1]
    assert client.get(path).status_code == 200


def test_an_e_mail_that_fails_is_told_to_the_keeper(client, keeper, question, settings):
    settings.EMAIL_BACKEND = "tests.mail.UnknownHost"
    client.force_login(keeper)

    page = client.post(
        reverse(DETAIL, args=(question.pk,)), {"action": "email"}, follow=True
    )

    assert "Không gửi được thư" in page.content.decode()


def test_the_list_is_filtered_by_what_became_of_a_question(client, keeper, person):
    for name in ("Đang mở", "Đã trả lời"):
        person.representative = name
        person.save()
        request = ask(person, keeper)
        links.issue(request, user=keeper)
    request.refresh_from_db()
    whole = {"portal": True, "social": True}
    answers.answer(request, {"representative": whole, "child": whole})
    client.force_login(keeper)
    listing = reverse("kehoach_consent_requests:index")

    still_open = client.get(f"{listing}?state=open").content.decode()
    answered = client.get(f"{listing}?state=answered").content.decode()

    assert "Đang mở" in still_open
    assert "Đã trả lời" not in still_open.partition("<tbody>")[2]
    assert "Đã trả lời" in answered.partition("<tbody>")[2]


def test_a_consent_by_link_cannot_be_rewritten_in_the_registry(
    client, url, keeper, person
):
    client.post(url, said())
    consent = Consent.objects.get()
    client.force_login(keeper)
    form = {
        "full_name": person.full_name,
        "class_level": person.class_level,
        "born_on": person.born_on,
        "representative": person.representative,
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-basis": "electronic",
        "consents-0-for_portal": "on",
        "consents-0-for_social": "on",
        "consents-0-representative_agreed": "on",
        "consents-0-child_agreed": "on",
        "consents-0-starts_on": consent.starts_on,
        "consents-0-ends_on": consent.ends_on,
        "consents-0-ORDER": "1",
    }
    address = f"/admin/snippets/wagtail_kehoach/person/edit/{person.pk}/"

    refused = client.post(address, {**form, "consents-0-for_press": "on"})
    removed = client.post(address, {**form, "consents-0-DELETE": "on"})
    client.post(address, {**form, "consents-0-withdrawn_on": timezone.localdate()})
    taken_back = client.post(address, {**form, "consents-0-withdrawn_on": ""})

    assert "Hãy ghi ngày rút lại" in removed.content.decode()
    assert "giữ nguyên như lúc trả lời" in refused.content.decode()
    assert "giữ nguyên như lúc trả lời" in taken_back.content.decode()
    consent.refresh_from_db()
    assert not consent.for_press
    assert consent.withdrawn_on == timezone.localdate()
