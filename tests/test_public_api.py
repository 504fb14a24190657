"""The names that portals import."""

from importlib import import_module

import pytest

NAMES = {
    "wagtail_kehoach.models": [
        "PlanPageMixin", "PlanIndexPageMixin", "StoryPageMixin", "StoryIndexPageMixin",
        "HonourRollPageMixin", "RecognitionTitle",
        "ForeignInfoPageMixin", "ForeignInfoIndexPageMixin", "PlanTask", "Theme",
        "Spokesperson", "Mandate", "PrincipalApprovalTask", "SigningAuthority",
        "Approval", "ApprovalGuardMixin",
    ],
    "wagtail_kehoach.pages.models": [
        "PlanPage", "PlanIndexPage", "StoryPage", "StoryIndexPage", "ForeignInfoPage",
        "ForeignInfoIndexPage", "SpokespersonIndexPage", "HonourRollPage",
    ],
    "wagtail_kehoach.signals": [
        "revision_approved", "revision_returned", "plan_tasks_projected",
    ],
    "wagtail_kehoach.api.v2": [
        "PublicFilesMixin", "PublicImagesAPIViewSet", "PublicDocumentsAPIViewSet",
    ],
    "wagtail_kehoach.exceptions": ["ApprovalRefused", "ImportRefused"],
    "wagtail_kehoach.spokespersons.blocks": ["PressContactBlock"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("module", "name"), [(m, name) for m, names in NAMES.items() for name in names]
)
def test_a_promised_name_is_there(module, name):
    assert hasattr(import_module(module), name)


def test_what_the_index_of_models_lists_is_there():
    models = import_module("wagtail_kehoach.models")

    assert [name for name in models.__all__ if not hasattr(models, name)] == []
    assert set(NAMES["wagtail_kehoach.models"]) <= set(models.__all__)


def test_the_addresses_can_be_included():
    assert import_module("wagtail_kehoach.urls").app_name == "wagtail_kehoach"
