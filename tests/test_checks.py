from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command

from wagtail_kehoach.checks import (
    SITE_CACHE,
    UNTIL_MIDNIGHT,
    check_dates,
    check_files_of_pictures,
    check_form_fields,
    check_language,
    check_midnight,
    check_private_store,
    check_search_backend,
    check_setting_keys,
    check_site_settings,
    check_time_zone,
)


def test_an_ordinary_portal_passes():
    call_command("check", fail_level="WARNING")


def test_a_misspelt_key_is_an_error(settings):
    settings.WAGTAIL_KEHOACH = {"ITEMS_PER_PAGES": 5, "FOUR_EYES": True}

    [error] = check_setting_keys(None)

    assert error.id == "wagtail_kehoach.E001"
    assert "ITEMS_PER_PAGES" in error.msg
    assert "ITEMS_PER_PAGE" in error.hint
    assert error in run_checks()


def test_known_keys_are_no_error(settings):
    settings.WAGTAIL_KEHOACH = {"EDITORS_GROUP": "Biên tập", "IMPORT_MAX_MB": 5}

    assert check_setting_keys(None) == []


def test_a_portal_without_the_settings_app_is_warned(monkeypatch):
    assert check_site_settings(None) == []

    others = [a for a in settings.INSTALLED_APPS if a != "wagtail.contrib.settings"]
    # Not through pytest-django's fixture, which would load all apps again.
    monkeypatch.setattr(settings, "INSTALLED_APPS", others)
    [warning] = check_site_settings(None)

    assert warning.id == "wagtail_kehoach.W001"
    assert "wagtail.contrib.settings" in warning.hint


def test_a_portal_without_time_zones_is_refused(monkeypatch):
    assert check_time_zone(None) == []

    monkeypatch.setattr(settings, "USE_TZ", False)
    [error] = check_time_zone(None)

    assert error.id == "wagtail_kehoach.E002"
    assert "USE_TZ = True" in error.hint


def test_a_portal_in_another_language_is_warned(monkeypatch):
    assert check_language(None) == []

    monkeypatch.setattr(settings, "LANGUAGE_CODE", "en-us")
    assert check_language(None) == []  # the visitor's language is asked

    monkeypatch.setattr(settings, "MIDDLEWARE", [])
    [warning] = check_language(None)
    assert warning.id == "wagtail_kehoach.W002"
    assert "'en-us'" in warning.msg


def test_a_portal_that_searches_with_accents_only_is_told(monkeypatch):
    assert check_search_backend(None) == []

    monkeypatch.setattr(settings, "WAGTAILSEARCH_BACKENDS", {}, raising=False)
    [info] = check_search_backend(None)
    assert info.id == "wagtail_kehoach.I001"
    assert "wagtail_kehoach.search.backend" in info.hint


def test_a_portal_whose_forms_are_too_short_for_a_large_plan_is_warned(settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
    [warning] = check_form_fields(None)
    assert warning.id == "wagtail_kehoach.W005"
    assert "10_000" in warning.hint

    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = None
    assert check_form_fields(None) == []


def test_a_portal_that_would_read_days_as_months_is_warned(settings):
    assert check_dates(None) == []

    settings.FORMAT_MODULE_PATH = None
    settings.DATE_INPUT_FORMATS = ["%Y-%m-%d", "%m/%d/%Y"]
    [warning] = check_dates(None)
    assert warning.id == "wagtail_kehoach.W003"
    assert "05/11/2026" in warning.msg

    settings.LANGUAGE_CODE = "en"
    assert check_dates(None) == []


def test_a_portal_with_a_cache_is_warned_of_midnight(settings):
    assert check_midnight(None) == []

    settings.WAGTAILFRONTENDCACHE = {"default": {"BACKEND": "…"}}
    assert check_midnight(None)[0].id == "wagtail_kehoach.W004"
    settings.MIDDLEWARE = [UNTIL_MIDNIGHT, *settings.MIDDLEWARE]
    assert check_midnight(None) == []
    settings.MIDDLEWARE = [UNTIL_MIDNIGHT, SITE_CACHE]
    assert check_midnight(None)[0].id == "wagtail_kehoach.W004"
    settings.MIDDLEWARE = [SITE_CACHE, UNTIL_MIDNIGHT]
    assert check_midnight(None) == []


def named_private(settings, location):
    store = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": location},
    }
    settings.STORAGES = {**settings.STORAGES, "kehoach_private": store}


def test_a_private_store_within_reach_of_the_web_server_is_an_error(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    assert check_private_store(None) == []

    named_private(settings, tmp_path / "media" / "private")
    [error] = check_private_store(None)

    assert error.id == "wagtail_kehoach.E003"
    assert "kehoach_private" in error.hint
    assert error in run_checks()

    named_private(settings, tmp_path / "elsewhere")
    assert check_private_store(None) == []


def test_the_folder_of_static_files_is_within_reach_too(settings, tmp_path):
    settings.MEDIA_ROOT, settings.STATIC_ROOT = tmp_path / "www/media", tmp_path / "www"

    [error] = check_private_store(None)

    assert error.id == "wagtail_kehoach.E003"


def test_whoever_deploys_hears_that_the_web_server_knows_no_consents(settings):
    [info] = check_files_of_pictures(None)

    assert info.id == "wagtail_kehoach.I002"
    assert "0 0 * * *" in info.hint
    assert info not in run_checks()
    assert info in run_checks(include_deployment_checks=True)

    memory = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": memory}
    assert check_files_of_pictures(None) == []
