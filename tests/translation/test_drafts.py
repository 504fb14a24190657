"""The wrapper around wagtail-localize, where a portal has it."""

import pytest
from django.apps import apps

pytestmark = pytest.mark.skipif(
    not apps.is_installed("wagtail_localize"),
    reason="wagtail-localize is not installed: run with --ds=tests.settings_localize.",
)


def warnings(version, monkeypatch):
    """What the system check says of this version."""
    import wagtail_localize

    from wagtail_kehoach.translation.drafts import check_localize_version

    monkeypatch.setattr(wagtail_localize, "__version__", version)
    return [warning.id for warning in check_localize_version(None)]


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("1.14.5", []),
        ("1.14.9", []),
        ("1.15", ["wagtail_kehoach.W020"]),
        ("1.140.0", ["wagtail_kehoach.W020"]),
        ("2.0.1", ["wagtail_kehoach.W020"]),
    ],
)
def test_a_version_that_was_not_tried_is_named(version, said, monkeypatch):
    assert warnings(version, monkeypatch) == said


def test_pages_that_are_not_guarded_are_translated_as_before(site, superuser):
    from django.test import TestCase
    from wagtail.models import Locale
    from wagtail_localize.operations import translate_object

    from tests.portal.models import OrdinaryPage

    english = Locale.objects.create(language_code="en")
    site.root_page.copy_for_translation(english)
    page = site.root_page.add_child(instance=OrdinaryPage(title="Trang", slug="trang"))

    with TestCase.captureOnCommitCallbacks(execute=True):
        translate_object(page, [english], user=superuser)

    assert page.get_translation(english).live


def test_the_form_does_not_offer_to_become_an_alias(editor, principal, client):
    from django.test import TestCase
    from django.urls import reverse
    from wagtail.models import Locale
    from wagtail_localize.operations import translate_object

    from tests.approval import roads
    from tests.factories.pages import StoryPageFactory
    from tests.factories.workflows import approved
    from wagtail_kehoach.approval.defaults import grant_on_pages

    story = approved(StoryPageFactory(), by=editor, principal=principal)
    english = Locale.objects.create(language_code="en")
    section = story.get_parent().copy_for_translation(english, copy_parents=True)
    grant_on_pages(*[g.groups.get() for g in (editor, principal)], [section])
    with TestCase.captureOnCommitCallbacks(execute=True):
        translate_object(story, [english], user=editor)
    client.force_login(type(editor).objects.get(pk=editor.pk))

    translation = story.get_translation(english).specific
    form = client.get(roads.edit_url(translation)).content.decode()

    assert 'name="action-submit"' in form
    assert "localize-convert-to-alias" not in form
    assert (
        reverse("wagtail_localize:convert_to_alias", args=(translation.pk,)) not in form
    )
