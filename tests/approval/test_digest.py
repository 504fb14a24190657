"""The digest speaks of what is read, and of nothing else."""

import pytest
from wagtail.models import Revision

from tests.factories.pages import PlanPageFactory, StoryPageFactory, section
from tests.factories.spokespersons import SpokespersonFactory
from wagtail_kehoach.approval import digest
from wagtail_kehoach.models import Mandate, Spokesperson, Theme


def test_is_the_same_for_the_row_and_for_its_revision(site):
    theme = Theme.objects.create(name="Nước", slug="nuoc")
    plan = PlanPageFactory(
        body=[section("I", "MỤC ĐÍCH", "<p>Để biết.</p>"), section("II", "YÊU CẦU")]
    )
    plan.themes = [theme]
    plan.save()
    person = SpokespersonFactory(
        mandates=[Mandate(scope="Hai"), Mandate(scope="Một", starts_on="2026-01-01")]
    )

    for obj in (plan, person):
        revision = obj.save_revision()
        row = type(obj).objects.get(pk=obj.pk)
        stored = Revision.objects.get(pk=revision.pk)
        assert digest.text_digest(row) == digest.text_digest(stored.as_object())


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "Khác"), ("slug", "khac"), ("lead", "Khác"), ("go_live_at", None)],
)
def test_changes_with_the_text(name, value, site):
    import datetime as dt

    story = StoryPageFactory(go_live_at=dt.datetime(2030, 1, 1, tzinfo=dt.UTC))
    before = digest.text_digest(story)

    setattr(story, name, value)

    assert digest.text_digest(story) != before


@pytest.mark.parametrize("name", ["draft_title", "locked", "live", "expired"])
def test_stays_when_only_bookkeeping_changes(name, site):
    story = StoryPageFactory()
    before = digest.text_digest(story)

    setattr(story, name, "x" if name == "draft_title" else True)

    assert digest.text_digest(story) == before


def test_does_not_depend_on_ids_of_blocks(site):
    plan = PlanPageFactory()
    raw = list(plan.body.raw_data)
    before = digest.text_digest(plan)

    plan.body = [{k: v for k, v in block.items() if k != "id"} for block in raw]

    assert digest.text_digest(plan) == before


def test_depends_on_the_order_of_blocks(site):
    one, two = section("I", "MỘT"), section("II", "HAI")

    first = digest.visible_text(PlanPageFactory(body=[one, two]))
    second = digest.visible_text(PlanPageFactory(body=[two, one]))

    assert first["body"] != second["body"]


def test_does_not_depend_on_the_form_of_letters(site):
    import unicodedata

    story = StoryPageFactory(lead="Điển hình tiên tiến")
    before = digest.text_digest(story)

    story.lead = unicodedata.normalize("NFD", story.lead)

    assert digest.text_digest(story) == before


def test_depends_on_the_children(site):
    person = SpokespersonFactory()
    before = digest.text_digest(person)
    person.mandates = [Mandate(scope="Khác")]

    assert digest.text_digest(person) != before
    assert digest.text_digest(Spokesperson.objects.get(pk=person.pk)) == before


def test_a_text_without_files_is_seen_as_it_is_stored(site):
    revision = StoryPageFactory().save_revision()

    assert digest.seen_digest(revision) == digest.stored_digest(revision)


def test_the_digest_of_words_leaves_out_the_keys_of_paragraphs(site):
    texts = [
        '<p data-block-key="6pxo0">Để biết.</p>',
        '<p data-block-key="6d64p">Để biết.</p>',
        '<p data-block-key="6d64p">Để làm.</p>',
    ]

    same, twin, other = (
        digest.words_digest(
            StoryPageFactory.build(title="A", slug="a", body=[("paragraph", text)])
        )
        for text in texts
    )

    assert same == twin
    assert same != other
