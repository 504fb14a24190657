"""How the roads through translations are walked.

wagtail-localize publishes after the commit, so each walk lets that happen.
"""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction

from tests.factories.users import UserFactory
from tests.factories.workflows import submit_for_approval
from wagtail_kehoach.approval import decisions, defaults

from .. import roads
from .scene import browser_of
from .stage import fresh, grant_on, in_english, name
from .walks import walks

TYPED = roads.UNAPPROVED


def english():
    return Locale.objects.get_or_create(language_code="en")[0]


def english_section(scene):
    """The section of ``scene.obj`` in English, where our people may work."""
    section = scene.obj.get_parent().specific.copy_for_translation(
        english(), copy_parents=True, alias=True
    )
    grant_on(section)
    defaults.put_under_workflow(defaults.ensure_workflow()[0], [section], [])
    return section


def let_translate(*people):
    right = Permission.objects.get(codename="submit_translation")
    for person in people:
        person.user_permissions.add(right)


def made(scene):
    """The English of ``scene.obj``, fresh."""
    english_one = scene.obj.get_translation(english())
    return english_one.specific if scene.is_page else english_one


def submit(scene, client, obj=None, **data):
    """Send wagtail-localize's form for a translation into English."""
    obj = obj or scene.obj
    if scene.is_page:
        url = reverse("wagtail_localize:submit_page_translation", args=(obj.pk,))
    else:
        url = reverse(
            "wagtail_localize:submit_snippet_translation",
            args=("notices", "notice", obj.pk),
        )
    data = {"locales": [english().pk], "include_subtree": ""} | data
    return committed(lambda: client.post(url, data))


def committed(act):
    """Do it, with what follows the commit."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return act()


def start(scene, mode="synced", user=None):
    """Prepare English and submit ``scene.obj``; watch its translation."""
    model = type(scene.obj)
    scene.monkeypatch.setattr(model, "localize_default_translation_mode", mode, False)
    if scene.is_page:
        english_section(scene)
    let_translate(*filter(None, scene.people.values()))
    scene.people = fresh(scene.people)
    client = browser_of(user) if user else scene.editor_client
    answer = submit(scene, client)
    scene.watch_translation_of = scene.obj
    return answer


def translation(scene):
    """wagtail-localize's own row for the English of what the walk began with."""
    from wagtail_localize.models import Translation

    return Translation.objects.get(source__object_id=scene.obj.translation_key)


def watch(scene, *, approved=False):
    """From now on the English is what must not change; public, if ``approved``."""
    page = made(scene)
    if approved:
        page = scene.stage.approve(name(in_english(page), "English"))
    scene.watch(type(page).objects.get(pk=page.pk))


def type_strings(scene, client):
    """Type ``TYPED`` for every string, as the translation's editor does."""
    from wagtail_localize.models import StringSegment

    row = translation(scene)
    for segment in StringSegment.objects.filter(source=row.source):
        url = reverse(
            "wagtail_localize:edit_string_translation", args=(row.pk, segment.pk)
        )
        client.put(url, f"value={TYPED}", "application/x-www-form-urlencoded")
    from wagtail_localize.models import StringTranslation

    assert StringTranslation.objects.filter(data=TYPED).exists()


def sync(scene, client, **data):
    """Send *Sync translated pages*."""
    url = reverse(
        "wagtail_localize:update_translations", args=(translation(scene).source_id,)
    )
    return committed(lambda: client.post(url, data))


PUBLISH = {"publish_translations": "on"}


def submit_as_walker(scene, mode):
    if scene.user is None:
        english_section(scene)
        return submit(scene, scene.client)
    answer = start(scene, mode, user=scene.user)
    watch(scene)
    assert not scene.obj.live
    return answer


@walks("L01", "L20", "K7.submit")
def submit_a_public_text(scene):
    return submit_as_walker(scene, "synced")


@walks("L01.simple")
def submit_as_ordinary_drafts(scene):
    return submit_as_walker(scene, "simple")


@walks("L01b")
def submit_without_live_status(scene):
    scene.settings.WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
    return submit_as_walker(scene, "synced")


@walks("L01c")
def submit_without_rights_on_pages(scene):
    stranger = UserFactory()
    right = Permission.objects.get(codename="access_admin")
    stranger.user_permissions.add(right)
    let_translate(stranger)
    english_section(scene)
    submit(scene, browser_of(stranger))
    watch(scene)
    assert not scene.obj.live


@walks("L02", "L21", "K7.sync")
def type_sync_and_publish(scene):
    start(scene)
    type_strings(scene, scene.editor_client)
    watch(scene, approved=True)
    answer = sync(scene, scene.client, **PUBLISH)
    if scene.user is not None:
        assert str(scene.obj.get_latest_revision_as_object()) == "English"
        assert TYPED in str(scene.now().get_latest_revision_as_object())
    return answer


@walks("L03", "L03b", "L03c", "K7b")
def publish_in_the_editor(scene):
    start(scene)
    type_strings(scene, scene.editor_client)
    watch(scene)
    scene.client.get(roads.edit_url(scene.obj))
    answer = committed(
        lambda: scene.client.post(roads.edit_url(scene.obj), {"action": "publish"})
    )
    assert scene.now().get_latest_revision_as_object().title == TYPED
    return answer


@walks("L03d")
def publish_what_somebody_writes_meanwhile(scene):
    start(scene)
    watch(scene)
    scene.client.get(roads.edit_url(scene.obj))
    type_strings(scene, scene.editor_client)
    return committed(
        lambda: scene.client.post(roads.edit_url(scene.obj), {"action": "publish"})
    )


@walks("L04", "L22")
def rebuild_as_a_draft(scene):
    start(scene)
    type_strings(scene, scene.editor_client)
    watch(scene, approved=True)
    committed(lambda: translation(scene).save_target(publish=False))
    assert TYPED in str(scene.now().get_latest_revision_as_object())
    assert scene.now().has_unpublished_changes


def submit_subtree(scene):
    section = scene.obj.get_parent()
    return submit(scene, scene.client, section, include_subtree="on")


@walks("L04x", "K7.subtree")
def submit_a_section(scene):
    english_section(scene)
    let_translate(scene.user)
    submit_subtree(scene)
    assert not made(scene).live
    assert Page.find_problems() == ([], [], [], [], [])


@walks("L04b")
def submit_a_subtree_again(scene):
    from wagtail_localize.operations import translate_page_subtree

    start(scene)
    type_strings(scene, scene.editor_client)
    section = scene.obj.get_parent()
    scene.now().unpublish()
    watch(scene, approved=True)
    committed(lambda: translate_page_subtree(section.pk, [english()], None, scene.user))


@walks("L05")
def let_the_machine_translate(scene):
    start(scene)
    row = translation(scene)
    watch(scene, approved=True)
    url = reverse("wagtail_localize:machine_translate", args=(row.pk,))
    return committed(lambda: scene.client.post(url))


@walks("L05b")
def sync_with_the_machine(scene):
    start(scene)
    watch(scene, approved=True)
    return sync(scene, scene.client, use_machine_translation="on", **PUBLISH)


@walks("L05.po")
def upload_strings(scene):
    start(scene)
    row = translation(scene)
    po = row.export_po()
    for entry in po:
        entry.msgstr = TYPED
    file = SimpleUploadedFile("en.po", str(po).encode())
    url = reverse("wagtail_localize:upload_pofile", args=(row.pk,))
    watch(scene, approved=True)
    scene.client.post(url, {"file": file, "next": "/admin/"})
    return sync(scene, scene.client, **PUBLISH)


@walks("L06")
def the_source_is_approved_anew(scene):
    start(scene)
    source = scene.obj
    watch(scene, approved=True)
    committed(
        lambda: scene.stage.approve(name(type(source).objects.get(pk=source.pk), "Mới"))
    )
    scene.before += 1


def make_an_alias(scene, *, public):
    start(scene)
    watch(scene, approved=public)
    url = reverse("wagtail_localize:convert_to_alias", args=(scene.obj.pk,))
    answer = committed(lambda: scene.client.post(url))
    assert scene.now().alias_of_id is None
    return answer


@walks("L07")
def make_an_alias_of_a_draft(scene):
    return make_an_alias(scene, public=False)


@walks("L07b")
def make_an_alias_of_a_public_translation(scene):
    return make_an_alias(scene, public=True)


def of_the_portal(scene):
    """From now on its page type is one of the portal that shows aliases in any language."""
    scene.monkeypatch.setattr(type(scene.obj), "each_language_apart", False)


def sync_the_tree(scene):
    from wagtail_localize.synctree import synchronize_tree

    synchronize_tree(Locale.objects.get(language_code="vi"), english())
    assert Page.find_problems() == ([], [], [], [], [])
    return made(scene)


@walks("L08", "L08.foreign")
def tree_sync_makes_a_draft(scene):
    scene.watch(sync_the_tree(scene))
    assert scene.obj.alias_of_id
    assert not scene.obj.live


@walks("L08b")
def a_later_draft_and_the_alias(scene):
    of_the_portal(scene)
    alias = sync_the_tree(scene)
    assert alias.live
    roads.add_draft(scene.now(), by=scene.people["editor"])
    roads.assert_unchanged(alias, live=True)
    scene.stage.approve(name(scene.now(), "Lời mới"))
    assert made(scene).title == "Lời mới"


@walks("L09")
def submit_in_translation_mode(scene):
    start(scene)
    watch(scene)
    url = roads.edit_url(scene.obj)
    return scene.client.post(url, {"action-submit": "x", "title": TYPED})


@walks("L09.stop")
def stop_and_publish(scene):
    start(scene)
    row = translation(scene)
    watch(scene)
    scene.client.post(reverse("wagtail_localize:stop_translation", args=(row.pk,)))
    in_english(scene.now()).save_revision()
    return roads.publish_from_form(scene.client, scene.now())


@walks("L13")
def stop_restart_and_publish(scene):
    start(scene)
    row = translation(scene)
    watch(scene, approved=True)
    scene.client.post(reverse("wagtail_localize:stop_translation", args=(row.pk,)))
    scene.client.post(roads.edit_url(scene.obj), {"localize-restart-translation": "on"})
    row.refresh_from_db()
    assert row.enabled
    type_strings(scene, scene.client)
    return committed(
        lambda: scene.client.post(roads.edit_url(scene.obj), {"action": "publish"})
    )


@walks("L10")
def sync_during_review(scene):
    start(scene)
    watch(scene)
    submission = submit_for_approval(in_english(scene.now()), by=scene.people["editor"])
    scene.watch(scene.now())
    type_strings(scene, scene.editor_client)
    sync(scene, scene.editor_client, **PUBLISH)
    decisions.approve(submission, user=scene.user)


@walks("L11")
def translate_a_public_alias(scene):
    of_the_portal(scene)
    alias = sync_the_tree(scene)
    grant_on(alias.get_parent())
    let_translate(scene.people["editor"])
    submit(scene, scene.editor_client)
    page = made(scene)
    assert page.alias_of_id is None
    scene.watch(page)
    assert page.live
    assert page.title == scene.obj.title
    type_strings(scene, scene.editor_client)
    sync(scene, scene.editor_client, **PUBLISH)


@walks("L12")
def sync_and_privacy(scene):
    start(scene)
    watch(scene, approved=True)
    PageViewRestriction.objects.create(page=scene.obj, restriction_type="login")
    sync(scene, scene.client)
    sync(scene, scene.client, **PUBLISH)
    assert PageViewRestriction.objects.filter(page=scene.obj.pk).exists()
    PageViewRestriction.objects.all().delete()


@walks("L23", "ST5")
def copy_a_snippet(scene):
    copy = scene.obj.copy_for_translation(english())
    committed(copy.save)
    scene.watch(type(copy).objects.get(pk=copy.pk))
    assert not scene.obj.live


@walks("ST1")
def alias_of_a_foreign_item(scene):
    alias = scene.obj.copy_for_translation(english(), copy_parents=True, alias=True)
    scene.watch(type(alias).objects.get(pk=alias.pk))
    assert not scene.obj.live
    source = type(alias).objects.get(pk=alias.alias_of_id)
    scene.stage.approve(name(source, "Lời mới"))
    scene.before += 1


@walks("ST2")
def alias_of_an_approved_page(scene):
    of_the_portal(scene)
    alias = scene.obj.copy_for_translation(english(), copy_parents=True, alias=True)
    roads.assert_unchanged(type(alias).objects.get(pk=alias.pk), live=True)


@walks("ST3")
def aliases_of_a_section(scene):
    of_the_portal(scene)
    from wagtail.actions.copy_for_translation import CopyPageForTranslationAction

    CopyPageForTranslationAction(
        scene.obj.get_parent(), english(), copy_parents=True, alias=True,
        include_subtree=True,
    ).execute(skip_permission_checks=True)  # fmt: skip
    roads.assert_unchanged(made(scene), live=True)
    assert str(made(scene)) == str(scene.obj)


@walks("ST4")
def copy_into_another_language(scene):
    copy = scene.obj.copy_for_translation(english(), copy_parents=True)
    scene.watch(type(copy).objects.get(pk=copy.pk))
    assert not scene.obj.live
