"""Public posts that name somebody in their text alone: found, told, taken down by a keeper."""

import datetime as dt

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from tests.committed import searches_uncommitted
from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import answers, links, mentions
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Consent, DataRequest, Takedown

pytestmark = [
    pytest.mark.django_db,
    searches_uncommitted,
]
NAME = "Lê Thị Hoà"


@pytest.fixture
def publish(editor, principal, django_capture_on_commit_callbacks):
    """Publish a story as from before anybody was in the registry."""

    def make(text, **facts):
        page = StoryPageFactory(body=[("paragraph", f"<p>{text}</p>")], **facts)
        with django_capture_on_commit_callbacks(execute=True):
            return approved(page, by=editor, principal=principal)

    return make


@pytest.fixture
def story(publish):
    return publish(f"Em {NAME} nhặt được ví.", title="Em Hoà nhặt được ví")


@pytest.fixture
def hoa(story):
    person = PersonFactory(full_name=NAME, representative="Lê Văn Tư")
    ConsentFactory(person=person)
    return person


def end(person):
    for consent in person.consents.all():
        consent.withdrawn_on = timezone.localdate()
        consent.save()


def titles(person):
    return [m.page.title for m in mentions.of([person.pk], timezone.localdate())]


def test_only_who_may_not_be_named_is_looked_for(hoa, story):
    assert titles(hoa) == []

    end(hoa)

    assert titles(hoa) == [story.title]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("EM LÊ THỊ HOÀ NHẶT ĐƯỢC VÍ", True),
        ("Le Thi Hoa returned a purse.", True),
        ("Cảm ơn #LêThịHoà", True),
        ("Cảm ơn #lethihoa", True),
        ("Cô Lê Thị Hoà kể.", False),
        ("Em Lê Thị Hồng kể.", False),
    ],
)
def test_a_name_is_found_in_whatever_letters(publish, text, found):
    publish(text, title="Bài cũ")
    person = PersonFactory(full_name=NAME)

    assert titles(person) == ["Bài cũ"] * found


def test_drafts_and_posts_that_list_the_person_are_left_out(hoa, story, editor):
    StoryPageFactory(title="Nháp", lead=f"Em {NAME}", live=False)
    story.people = [hoa]
    end(hoa)

    assert mentions.in_page(hoa, story, timezone.localdate()) is None
    story.refresh_from_db()
    assert titles(hoa) == [story.title]


def test_a_withdrawal_by_link_stays_quick_and_tells_the_keepers(
    client, hoa, story, keeper, django_capture_on_commit_callbacks
):
    question = links.ask(
        hoa,
        purposes=["portal"],
        until=timezone.localdate() + dt.timedelta(days=90),
        user=keeper,
        school="Trường THCS Bình Minh",
    )
    links.issue(question, user=keeper)
    question.refresh_from_db()
    agreed = {"portal": True}
    answers.answer(question, {"representative": agreed, "child": agreed})
    question.refresh_from_db()
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        answers.withdraw(question)

    assert client.get(story.url).status_code == 200  # Others may have the name.
    told = [m for m in mail.outbox if NAME in m.subject]
    assert len(told) == 1
    assert story.title in told[0].body
    assert reverse("wagtail_kehoach_mentions", args=(hoa.pk,)) in told[0].body
    entry = DataRequest.objects.get()
    assert story.title in entry.details
    assert "người khác cùng họ tên" in entry.details


def test_the_keeper_who_saves_the_withdrawal_reads_which_posts_stay(
    client, hoa, story, keeper
):
    client.force_login(keeper)
    consent = hoa.consents.get()
    data = {
        "full_name": NAME,
        "child": "on",
        "consents-TOTAL_FORMS": "1",
        "consents-INITIAL_FORMS": "1",
        "consents-0-id": consent.pk,
        "consents-0-basis": "signed",
        "consents-0-for_portal": "on",
        "consents-0-starts_on": "2020-01-01",
        "consents-0-withdrawn_on": timezone.localdate().isoformat(),
    }
    url = reverse(hoa.snippet_viewset.get_url_name("edit"), args=(hoa.pk,))

    html = client.post(url, data, follow=True).content.decode()

    assert Consent.objects.get().withdrawn_on
    assert story.title in html
    assert reverse("wagtail_kehoach_mentions", args=(hoa.pk,)) in html


def test_a_keeper_reads_the_passage_and_takes_the_post_down(client, hoa, story, keeper):
    end(hoa)
    client.force_login(keeper)
    url = reverse("wagtail_kehoach_mentions", args=(hoa.pk,))

    html = client.get(url).content.decode()
    assert f"Em {NAME} nhặt được ví." in html

    html = client.post(url, {"page": story.pk}, follow=True).content.decode()

    assert f"Đã gỡ: {story.title}" in html
    assert client.get(story.url).status_code == 404
    record = Takedown.objects.get()
    assert record.title == story.title
    assert "rút lại" in record.reason
    assert "đã đọc" in record.reason


def test_what_may_stay_is_not_taken_down(client, hoa, story, keeper):
    client.force_login(keeper)
    url = reverse("wagtail_kehoach_mentions", args=(hoa.pk,))

    html = client.post(url, {"page": story.pk}, follow=True).content.decode()

    assert "không còn nêu tên" in html
    story.refresh_from_db()
    assert story.live
    client.post(url, {"page": "999999"})
    client.post(url, {"page": "x"})
    assert not Takedown.objects.exists()


@pytest.mark.parametrize("role", ["editor", "principal", "superuser"])
def test_only_keepers_read_who_is_named_where(client, request, hoa, story, role):
    client.force_login(request.getfixturevalue(role))
    url = reverse("wagtail_kehoach_mentions", args=(hoa.pk,))
    end(hoa)

    for answer in (client.get(url), client.post(url, {"page": story.pk})):
        assert answer.status_code != 200
    story.refresh_from_db()
    assert story.live


def test_the_nightly_run_tells_of_consents_that_ended_once(
    hoa, story, capsys, django_capture_on_commit_callbacks
):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    hoa.consents.update(ends_on=yesterday)
    PersonFactory(full_name=NAME)  # Never agreed: met at the gate, and by hand.
    url = reverse("wagtail_kehoach_mentions", args=(hoa.pk,))

    with django_capture_on_commit_callbacks(execute=True):
        call_command("enforce_consents")

    printed = capsys.readouterr().out
    assert url in printed
    assert NAME not in printed
    assert len([m for m in mail.outbox if NAME in m.subject]) == 1
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        call_command("enforce_consents")

    assert url not in capsys.readouterr().out
    assert not [m for m in mail.outbox if NAME in m.subject]


def test_the_first_request_of_a_day_looks_for_nobody(hoa, story):
    end(hoa)

    assert enforce().mentions == []
    assert [m.page.title for m in enforce([hoa.pk]).mentions] == [story.title]
