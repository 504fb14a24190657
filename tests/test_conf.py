import pytest

from wagtail_kehoach.conf import KeHoachSettings, kehoach_settings

KEYS = [name for name in vars(KeHoachSettings) if name.isupper()]


@pytest.mark.parametrize("key", KEYS)
def test_a_key_has_a_default_and_says_what_it_does(key):
    assert getattr(kehoach_settings, key) is not None
    assert vars(KeHoachSettings)[key].__doc__


@pytest.mark.parametrize("key", KEYS)
def test_a_key_is_read_anew_on_every_access(settings, key):
    settings.WAGTAIL_KEHOACH = {key: "một"}
    assert getattr(kehoach_settings, key) == "một"

    settings.WAGTAIL_KEHOACH = {key: "hai"}
    assert getattr(kehoach_settings, key) == "hai"


def test_the_groups_have_the_names_that_others_rely_on():
    assert kehoach_settings.EDITORS_GROUP == "Biên tập viên"
    assert kehoach_settings.PRINCIPALS_GROUP == "Ban Giám hiệu"


def test_an_index_shows_as_many_entries_as_the_portal_wants(settings):
    assert kehoach_settings.ITEMS_PER_PAGE == 20

    settings.WAGTAIL_KEHOACH = {"FOUR_EYES": False}
    assert kehoach_settings.ITEMS_PER_PAGE == 20
