"""Consents that end soon: who is on the list, who is told, how often."""

import datetime as dt

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent import links
from wagtail_kehoach.consent.ending import ending_soon
from wagtail_kehoach.models import PictureBasis, SchoolYear

pytestmark = pytest.mark.django_db

REGISTRY = "/admin/snippets/wagtail_kehoach/person/"
HEADING = "Bản đồng ý sắp hết hạn"


@pytest.fixture
def today(site):
    return timezone.localdate()


@pytest.fixture
def publish(editor, principal):
    """A public story that names ``people``."""

    def make(*people, factory=StoryPageFactory, **said):
        page = factory(**said)
        page.people = people
        return approved(page, by=editor, principal=principal)

    return make


@pytest.fixture
def consent(today):
    """A consent with so many days left."""
    return lambda days, **said: ConsentFactory(
        ends_on=today + dt.timedelta(days=days), **said
    )


def listed(today):
    return [(e.person, (e.last_day - today).days) for e in ending_soon(today)]


@pytest.mark.parametrize(("days", "found"), [(0, True), (30, True), (31, False)])
def test_whoever_is_named_and_has_so_many_days_left(
    days, found, consent, publish, today
):
    ending = consent(days)
    story = publish(ending.person)

    assert listed(today) == ([(ending.person, days)] if found else [])
    assert [e.titles for e in ending_soon(today)] == ([[story.title]] if found else [])


def test_the_school_decides_how_early(consent, publish, today, settings):
    publish(consent(40).person)
    settings.WAGTAIL_KEHOACH = {"CONSENT_ENDING_DAYS": 60}

    assert len(listed(today)) == 1


def test_whoever_is_in_a_picture_of_a_public_page(
    consent, publish, today, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    picture = Image.objects.create(title="Sân trường", file=get_test_image_file())
    ending = consent(5)
    PictureBasis.objects.create(image=picture).people.add(ending.person)
    publish(picture=picture, picture_alt="Các em trên sân trường")

    assert listed(today) == [(ending.person, 5)]


def test_nobody_without_a_public_post_or_with_another_consent(consent, publish, today):
    consent(5)
    renewed = consent(5)
    publish(renewed.person)
    consent(400, person=renewed.person, starts_on=today)

    assert listed(today) == []


def test_a_consent_for_other_purposes_does_not_go_on(consent, publish, today):
    ending = consent(5)
    publish(ending.person)
    consent(400, person=ending.person, for_portal=False, for_social=True)

    assert listed(today) == [(ending.person, 5)]


def test_an_item_abroad_ends_with_the_purpose_abroad(consent, publish, today):
    person = consent(400).person
    consent(5, person=person, for_foreign=True)
    publish(person)
    assert listed(today) == []

    publish(person, factory=ForeignInfoPageFactory)
    assert listed(today) == [(person, 5)]


def test_a_child_that_turns_seven_soon_has_to_agree_itself(publish, today):
    birthday = today + dt.timedelta(days=10)
    born = birthday.replace(year=birthday.year - 7)
    consent = ConsentFactory(person__born_on=born, child_agreed=False)
    publish(consent.person)

    assert listed(today) == [(consent.person, 9)]


def test_keepers_are_told_once_and_without_names(consent, publish, keeper, capsys):
    keeper.email = "vanthu@truong.edu.vn"
    keeper.save()
    ending = consent(5)
    story = publish(ending.person, title="Nhặt được của rơi")
    mail.outbox.clear()

    call_command("enforce_consents")
    call_command("enforce_consents")

    message = mail.outbox[0]
    assert [m.subject for m in mail.outbox] == ["Có 1 bản đồng ý sắp hết hạn"]
    assert message.to == [keeper.email]
    assert story.title in message.body
    assert f"{ending.ends_on:%d/%m/%Y}" in message.body
    assert f"{REGISTRY}?ending=soon" in message.body
    printed = capsys.readouterr().out
    assert printed.count(f"{ending.ends_on:%d/%m/%Y}: 1 bài công khai") == 1
    assert f"{REGISTRY}edit/{ending.person_id}/" in printed
    assert story.title not in printed
    for text in (message.body, message.alternatives[0].content, printed):
        assert ending.person.full_name not in text


def test_an_end_that_comes_later_is_told_by_itself(consent, publish, keeper, today):
    keeper.email = "vanthu@truong.edu.vn"
    keeper.save()
    ending = consent(5)
    publish(ending.person)
    mail.outbox.clear()
    call_command("enforce_consents")

    ending.ends_on = today + dt.timedelta(days=12)
    ending.save()
    call_command("enforce_consents")

    assert len(mail.outbox) == 2


def test_without_a_keeper_who_can_be_reached_the_next_run_tells(
    consent, publish, keeper
):
    keeper.email = ""
    keeper.save()
    publish(consent(5).person)
    mail.outbox.clear()
    call_command("enforce_consents")
    keeper.email = "vanthu@truong.edu.vn"
    keeper.save()

    call_command("enforce_consents")

    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("role", "told"), [("keeper", True), ("principal", False), ("superuser", False)]
)
def test_the_home_page_shows_it_to_keepers(
    client, request, role, told, consent, publish
):
    publish(consent(5).person)
    client.force_login(request.getfixturevalue(role))

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert (HEADING in html) is told


@pytest.mark.parametrize(("role", "told"), [("keeper", True), ("principal", False)])
def test_keepers_are_told_that_nothing_ends(client, request, role, told, site):
    client.force_login(request.getfixturevalue(role))

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert ("Trong 30 ngày tới, không có bản đồng ý nào hết hạn" in html) is told


def test_the_registry_can_be_filtered(client, keeper, consent, publish):
    ending, staying = consent(5).person, consent(100).person
    publish(ending, staying)
    client.force_login(keeper)

    html = client.get(f"{REGISTRY}?ending=soon").content.decode()

    assert ending.full_name in html
    assert staying.full_name not in html


def test_the_entry_offers_to_ask_again_for_longer(
    client, keeper, consent, publish, today
):
    SchoolYear.objects.all().delete()
    for year, end in ((0, 5), (1, 370)):
        start = today + dt.timedelta(days=365 * year - 200)
        SchoolYear.objects.create(
            starts_on=start,
            first_term_ends_on=start + dt.timedelta(days=100),
            ends_on=today + dt.timedelta(days=end),
        )
    ending = consent(5)
    publish(ending.person)
    client.force_login(keeper)
    ask = f"{reverse('kehoach_consent_requests:add')}?person={ending.person_id}"

    form = client.get(f"{REGISTRY}edit/{ending.person_id}/").content.decode()
    assert "Hỏi lại bằng liên kết" in form
    assert ask in form
    until = client.get(ask).context["form"].initial["until"]
    assert until == today + dt.timedelta(days=370)


def test_whoever_was_asked_again_already_is_not_asked_twice(
    client, keeper, consent, publish, today
):
    person = consent(5, person__representative="Trần Thị Hoa").person
    publish(person)
    until = today + dt.timedelta(days=400)
    question = links.ask(
        person, purposes=["portal"], until=until, user=keeper, school="THCS Bình Minh"
    )
    links.issue(question, user=keeper)
    client.force_login(keeper)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("kehoach_consent_requests:detail", args=(question.pk,)) in html
    assert "Hỏi lại bằng liên kết" not in html


def test_the_list_costs_the_same_however_long(consent, publish, today):
    def statements():
        with CaptureQueriesContext(connection) as queries:
            found = ending_soon(today)
        return len(found), len(queries)

    publish(consent(5).person)
    statements()
    one, before = statements()
    for _ in range(3):
        publish(
            consent(6).person,
            consent(7).person,
            PersonFactory(child=False, born_on=None),
        )

    assert (one, statements()) == (1, (7, before))
