"""Nothing is missing, and the first label stays usable under any base page."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

import wagtail_kehoach

MIGRATIONS = sorted(
    (Path(wagtail_kehoach.__file__).parent / "migrations").glob("0*.py")
)


@pytest.mark.parametrize(
    "label", ["wagtail_kehoach", "wagtail_kehoach_pages", "portal"]
)
def test_no_migration_is_missing(db, label):
    call_command("makemigrations", label, check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.name)
def test_the_first_label_names_no_base_page(path):
    allowed = 'getattr(settings, "WAGTAIL_PAGE_MODEL", "wagtailcore.Page")'
    code = path.read_text(encoding="utf-8").replace(allowed, "")

    assert re.findall(r"wagtailcore\.page['\"]", code, re.IGNORECASE) == []
    assert "page_ptr" not in code


def test_the_first_label_has_no_pages():
    models = apps.get_app_config("wagtail_kehoach").get_models()

    assert [model.__name__ for model in models if issubclass(model, Page)] == []


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.name)
def test_migrations_load_on_the_oldest_wagtail(path):
    newest = re.findall(r"\('wagtailcore', '(\d+)_", path.read_text(encoding="utf-8"))

    assert all(int(number) <= 97 for number in newest)
