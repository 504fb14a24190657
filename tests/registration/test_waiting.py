"""What waits for a number."""

from django.utils import timezone
from wagtail.models import Locale

from tests.factories.emergencies import name_for_emergencies, published_in_emergency
from tests.factories.pages import PlanPageFactory
from wagtail_kehoach.approval import decisions, emergencies
from wagtail_kehoach.registration import entering
from wagtail_kehoach.registration.documents import waiting_documents


def titles():
    return [page.title for page in waiting_documents()]


def test_an_approved_plan_waits_until_it_is_registered(plan, clerk):
    assert titles() == [plan.title]

    entering.register(plan, user=clerk, date=timezone.localdate())

    assert titles() == []


def test_what_no_principal_has_confirmed_does_not_wait(editor, principal):
    name_for_emergencies(editor)
    emergency = published_in_emergency(PlanPageFactory(title="Nghỉ bão"), by=editor)

    assert titles() == []

    [revision] = PlanPageFactory._meta.model.objects.get(
        title="Nghỉ bão"
    ).revisions.all()
    token = decisions.seen_token(revision)
    emergencies.confirm(emergency, user=principal, token=token)

    assert titles() == ["Nghỉ bão"]


def test_the_translation_of_a_registered_plan_does_not_wait(plan, clerk, publish):
    entering.register(plan, user=clerk, date=timezone.localdate())

    english, _made = Locale.objects.get_or_create(language_code="en")
    publish(
        title="Communication plan",
        translation_key=plan.translation_key,
        locale=english,
    )

    assert titles() == []
