"""What a keeper takes back of a consent by editing it acts at once, as a withdrawal does."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from tests.factories.consent import ConsentFactory, PersonFactory
from tests.factories.pages import ForeignInfoPageFactory, StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.consent.takedown import enforce
from wagtail_kehoach.models import Consent, PictureBasis, Takedown

pytestmark = pytest.mark.django_db

IN_FULL = "Em Lê Thị Hoà nhặt được ví."
BY_FIRST_NAME = "Em Hoà, khối 7, nhặt được ví."
TICKED = ("for_portal", "for_social", "for_press", "for_foreign", "for_full_name",
          "representative_agreed", "child_agreed")  # fmt: skip


@pytest.fixture
def hoa():
    return PersonFactory(
        full_name="Lê Thị Hoà", class_level="khối 7", representative="Lê Văn Ba"
    )


@pytest.fixture
def publish(editor, principal):
    def make(text, *people, factory=StoryPageFactory, **said):
        page = factory(body=[("paragraph", f"<p>{text}</p>")], **said)
        page.people = people
        return approved(page, by=editor, principal=principal)

    return make


@pytest.fixture
def edit(client, keeper):
    """Save the entry of ``person`` as its form shows it, with what is said instead."""

    def post(person, consent, entry=(), **said):
        client.force_login(keeper)
        row = {"id": consent.pk, "basis": consent.basis, "starts_on": consent.starts_on}
        row |= {"ends_on": consent.ends_on or "", "withdrawn_on": ""}
        row |= {name: "on" for name in TICKED if getattr(consent, name)}
        row |= said
        data = {
            "full_name": person.full_name,
            "class_level": person.class_level,
            "born_on": person.born_on,
            "representative": person.representative,
            "consents-TOTAL_FORMS": "1",
            "consents-INITIAL_FORMS": "1",
            **{f"consents-0-{name}": value for name, value in row.items() if value},
        }
        if person.child:
            data["child"] = "on"
        url = reverse(person.snippet_viewset.get_url_name("edit"), args=(person.pk,))
        response = client.post(url, {**data, **dict(entry)}, follow=True)
        return response.content.decode()

    return post


def test_unticking_the_full_name_takes_down_what_has_it(
    client, hoa, publish, edit, django_capture_on_commit_callbacks
):
    consent = ConsentFactory(person=hoa, for_full_name=True)
    in_full, short = publish(IN_FULL, hoa), publish(BY_FIRST_NAME, hoa)
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        html = edit(hoa, consent, for_full_name="")

    assert client.get(in_full.url).status_code == 404
    assert client.get(short.url).status_code == 200
    assert "họ tên đầy đủ" in Takedown.objects.get().reason
    assert in_full.title in html
    assert mail.outbox[0].subject == f"Đã gỡ: {in_full.title}"
    kept = Consent.objects.exclude(pk=consent.pk).get()
    assert kept.for_full_name
    assert not kept.for_portal
    assert kept.withdrawn_on == timezone.localdate()
    assert kept.starts_on == consent.starts_on


def test_unticking_another_purpose_takes_down_what_rests_on_it(
    client, hoa, publish, edit
):
    consent = ConsentFactory(person=hoa, for_foreign=True)
    foreign = publish(BY_FIRST_NAME, hoa, factory=ForeignInfoPageFactory)
    story = publish(BY_FIRST_NAME, hoa)

    edit(hoa, consent, for_foreign="")

    assert client.get(foreign.url).status_code == 404
    assert client.get(story.url).status_code == 200


def test_of_a_grown_person_it_is_taken_back_too(client, publish, edit):
    lan = PersonFactory(
        full_name="Lê Thị Lan",
        class_level="",
        child=False,
        born_on=dt.date(1980, 1, 1),
    )
    consent = ConsentFactory(person=lan, for_press=True)
    story = publish("Cô Lan dạy giỏi.", lan)

    edit(lan, consent, for_portal="")

    assert client.get(story.url).status_code == 404


@pytest.mark.parametrize(
    "said",
    [
        {"ends_on": timezone.localdate() - dt.timedelta(days=1)},
        {"starts_on": timezone.localdate() + dt.timedelta(days=30)},
    ],
    ids=["over", "still to come"],
)
@pytest.mark.parametrize("born", [dt.date(2014, 1, 1), dt.date(1980, 1, 1)])
def test_a_time_that_no_more_has_today_in_it_acts_at_once(
    client, publish, edit, said, born
):
    hoa = PersonFactory(full_name="Lê Thị Hoà", child=born.year > 2000, born_on=born)
    consent = ConsentFactory(person=hoa, for_full_name=True)
    story = publish(IN_FULL, hoa)

    edit(hoa, consent, **said)

    assert client.get(story.url).status_code == 404


def test_an_agreement_that_is_unticked_ends_the_full_name_alone(
    client, hoa, publish, edit
):
    """Others hold for the portal; of this paper the child's signature was a mistake."""
    ConsentFactory(person=hoa)
    full = ConsentFactory(person=hoa, for_portal=False, for_full_name=True)
    in_full, short = publish(IN_FULL, hoa), publish(BY_FIRST_NAME, hoa)

    full.child_agreed = False
    full.save()
    enforce([hoa.pk])

    assert client.get(in_full.url).status_code == 404
    assert client.get(short.url).status_code == 200


def test_a_paper_that_goes_over_to_somebody_else_ends_for_the_first(
    client, hoa, publish
):
    consent = ConsentFactory(person=hoa, for_full_name=True)
    ConsentFactory(person=hoa)
    story = publish(IN_FULL, hoa)

    consent.person = PersonFactory()
    consent.save()
    enforce([hoa.pk])

    assert client.get(story.url).status_code == 404


def test_a_picture_is_replaced_when_the_portal_is_unticked(
    hoa, publish, edit, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    consent = ConsentFactory(person=hoa, for_press=True)
    picture = Image.objects.create(title="Lớp 7A", file=get_test_image_file())
    PictureBasis.objects.create(image=picture).people.add(hoa)
    publish("Ngày hội.", picture=picture, picture_alt="Ngày hội")

    edit(hoa, consent, for_portal="")

    assert PictureBasis.objects.get().withheld


def test_nothing_is_published_at_its_hour_with_the_full_name(
    hoa, publish, edit, django_capture_on_commit_callbacks
):
    consent = ConsentFactory(person=hoa, for_full_name=True)
    hour = timezone.now() + dt.timedelta(days=1)
    in_full = publish(IN_FULL, hoa, go_live_at=hour)
    short = publish(BY_FIRST_NAME, hoa, go_live_at=hour)
    mail.outbox.clear()

    with django_capture_on_commit_callbacks(execute=True):
        edit(hoa, consent, for_full_name="")

    waiting = {"approved_go_live_at__isnull": False}
    assert not in_full.revisions.filter(**waiting).exists()
    assert short.revisions.filter(**waiting).exists()
    assert "họ tên đầy đủ" in Takedown.objects.get().reason
    assert mail.outbox[0].subject == f"Đã huỷ hẹn giờ: {in_full.title}"


def test_another_paper_that_holds_keeps_everything_up(client, hoa, publish, edit):
    consent = ConsentFactory(person=hoa, for_full_name=True)
    ConsentFactory(person=hoa, for_portal=False, for_full_name=True)
    story = publish(IN_FULL, hoa)

    # The entry has two papers; the form sends both.
    consent.for_full_name = False
    consent.save()
    enforce([hoa.pk])

    assert client.get(story.url).status_code == 200


def test_what_is_corrected_before_it_counts_or_made_longer_leaves_no_trace(hoa):
    today = timezone.localdate()
    over = ConsentFactory(person=hoa, ends_on=today - dt.timedelta(days=9))
    over.for_portal, over.for_press = False, True
    over.save()
    running = ConsentFactory(person=hoa, ends_on=today + dt.timedelta(days=9))
    running.ends_on = today + dt.timedelta(days=3)
    running.for_press = True
    running.save()
    running.withdrawn_on = today
    running.save()

    assert Consent.objects.count() == 2
