"""How the roads through code, data and aliases are walked."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core import serializers
from django.core.management import call_command
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Locale, Page, Revision

from wagtail_kehoach.models import Approval, Mandate
from wagtail_kehoach.pages.models import StoryIndexPage, StoryPage

from .. import roads, test_roads_code as code
from .stage import name
from .walks import walks


@walks("C01", "N05")
def publish_a_new_version(scene):
    code.publish_a_new_revision(scene.obj)


@walks("C02")
def put_live(scene):
    code.put_live(scene.now())


@walks("C02b")
def put_live_only(scene):
    code.put_live_only(scene.now())


@walks("C03")
def add_a_live_page(scene):
    said = scene.obj.get_latest_revision_as_object()
    fields = {f.name: getattr(said, f.name) for f in type(said)._meta.local_fields[1:]}
    page = type(said)(title=roads.UNAPPROVED, slug="moi", live=True, **fields)
    page.locale = scene.obj.locale
    scene.obj.get_parent().add_child(instance=page)
    scene.watch(type(page).objects.get(pk=page.pk))
    assert not scene.obj.live


@walks("C04", "C11")
def update_live(scene):
    type(scene.obj).objects.filter(pk=scene.obj.pk).update(live=True)


@walks("C05")
def put_a_plain_page_live(scene):
    code.save_as_plain_page(scene.obj)


@walks("C06", "N07")
def change_a_public_row(scene):
    name(scene.now(), roads.UNAPPROVED).save()


@walks("C06b")
def change_one_field_of_a_public_row(scene):
    field = "title" if scene.is_page else "name"
    name(scene.now(), roads.UNAPPROVED).save(update_fields=[field])


@walks("C06c")
def add_a_child(scene):
    person = scene.now()
    person.mandates.add(Mandate(role="regular", scope=roads.UNAPPROVED))
    person.save()


@walks("C06d")
def write_a_child_past_its_parent(scene):
    Mandate.objects.create(spokesperson=scene.obj, scope=roads.UNAPPROVED)


@walks("C07")
def publish_content_changed_in_memory(scene):
    revision = scene.obj.live_revision
    field = "title" if scene.is_page else "name"
    revision.content[field] = roads.UNAPPROVED
    revision.publish()


@walks("C07.withdrawn", "C07.named", "C07.swapped")
def put_up_again_by_the_action(scene):
    revision = scene.obj.get_latest_revision()
    PublishPageRevisionAction(revision).execute(skip_permission_checks=True)


@walks("C08", "C11b")
def load_a_fixture(scene):
    obj = name(scene.now(), roads.UNAPPROVED)
    obj.live = True
    rows = [obj.page_ptr, obj] if scene.is_page else [obj]
    for row in rows:
        row.live = True
        if scene.is_page:
            row.title = roads.UNAPPROVED
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.json"
        file.write_text(serializers.serialize("json", rows))
        call_command("loaddata", str(file), verbosity=0)
    assert scene.now().live


@walks("C13")
def purge_revisions(scene):
    revision = scene.obj.live_revision_id
    for _each in range(2):
        scene.now().save_revision(user=scene.people["editor"])
    for old in scene.obj.revisions.exclude(pk=scene.now().latest_revision_id):
        # As the command does, each in a transaction of its own.
        with contextlib.suppress(ProtectedError), transaction.atomic():
            old.delete()
    assert Revision.objects.filter(pk=revision).exists()
    assert Approval.objects.of(scene.obj).filter(revision_id=revision).exists()


@walks("LEGIT.memory")
def the_approver_s_account_goes(scene):
    record = Approval.objects.of(scene.obj).get()
    said = record.approver_name
    get_user_model().objects.filter(pk=record.approver_id).delete()
    record.refresh_from_db()
    assert record.approver is None
    assert record.approver_name == said
    assert scene.now().live


@walks("A01", "LEGIT.alias")
def alias_of_a_public_page(scene):
    alias = scene.obj.create_alias(update_slug="bi-danh")
    assert type(alias).objects.get(pk=alias.pk).live
    assert str(alias) == str(scene.obj)
    roads.convert_to_page(scene.editor_client, alias)
    page = type(alias).objects.get(pk=alias.pk)
    assert page.live
    assert page.alias_of_id is None
    roads.assert_unchanged(page, live=True)


@walks("A01b")
def alias_of_a_draft(scene):
    scene.watch(scene.obj.create_alias(update_slug="bi-danh"))


@walks("A01c")
def alias_of_a_draft_marked_live(scene):
    draft = scene.now()
    draft.live = True
    alias = draft.create_alias(update_slug="bi-danh")
    scene.watch(type(alias).objects.get(pk=alias.pk))
    assert not scene.obj.live


@walks("A02")
def update_aliases_from_memory(scene):
    alias = scene.obj.create_alias(update_slug="bi-danh")
    scene.watch(type(alias).objects.get(pk=alias.pk))
    name(
        type(alias).objects.get(pk=alias.alias_of_id), roads.UNAPPROVED
    ).update_aliases()


def english():
    return Locale.objects.get_or_create(language_code="en")[0]


@walks("A03")
def copy_for_translation(scene):
    copy = scene.obj.copy_for_translation(english(), copy_parents=True)
    scene.watch(type(copy).objects.get(pk=copy.pk))
    assert not scene.obj.live


@walks("LEGIT.alias-locale")
def an_alias_in_another_language(scene):
    # As a page type of a portal that shows aliases in any language.
    scene.monkeypatch.setattr(type(scene.obj), "each_language_apart", False)
    alias = scene.obj.copy_for_translation(english(), copy_parents=True, alias=True)
    assert type(alias).objects.get(pk=alias.pk).live
    scene.stage.approve(name(scene.now(), "Lời mới"))
    assert type(alias).objects.get(pk=alias.pk).title == "Lời mới"
    assert Page.find_problems() == ([], [], [], [], [])


@walks("LEGIT.housework")
def housework(scene):
    page = roads.add_draft(scene.now(), by=scene.user)
    page.locked, page.locked_by = True, scene.user
    page.save()
    page.locked = False
    page.save()
    index = StoryIndexPage.objects.get()
    index.add_child(
        instance=StoryPage(title="Con", slug="con", subject="Ai", lead="Gì")
    )
    roads.assert_unchanged(scene.obj, live=True)


@walks("LEGIT.again")
def put_up_again(scene):
    scene.now().unpublish()
    answer = roads.publish_in_bulk(scene.client, scene.obj)
    assert scene.now().live
    assert str(scene.now()) == str(scene.obj)
    return answer
