import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.factories.organisation import ThemeFactory
from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.workflows import approved
from wagtail_kehoach.models import PlanTask, Theme


def test_themes_stand_in_the_order_of_the_register(db):
    last = ThemeFactory(name="An toàn trường học", sort_order=2)
    second = ThemeFactory(name="Đổi mới dạy học", sort_order=1)
    first = ThemeFactory(name="Chuyển đổi số", sort_order=1)

    assert list(Theme.objects.all()) == [first, second, last]


@pytest.mark.parametrize("field", ["name", "slug"])
def test_two_themes_cannot_share(db, field):
    theme = ThemeFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        ThemeFactory(**{field: getattr(theme, field)})


def test_a_post_keeps_the_themes_it_was_approved_with(editor, principal):
    theme = ThemeFactory()
    story = StoryPageFactory()
    story.themes = [theme]

    story = approved(story, by=editor, principal=principal)

    assert list(story.themes.all()) == [theme]
    assert list(story.tasks.all()) == []


@pytest.mark.parametrize("factory", [StoryPageFactory, PlanPageFactory])
def test_a_portal_without_themes_says_who_adds_them(client, editor, site, factory):
    Theme.objects.all().delete()
    page = factory()
    client.force_login(editor)
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])
    said = "Chưa có chủ đề nào. Ban Giám hiệu nhập ở Truyền thông › Chủ đề."

    assert said in client.get(form).content.decode()

    ThemeFactory(name="An toàn trường học")
    html = client.get(form).content.decode()
    assert said not in html
    assert "An toàn trường học" in html


def test_a_school_year_that_posts_belong_to_cannot_be_deleted(db):
    story = StoryPageFactory()
    year = story.school_year

    with pytest.raises(IntegrityError), transaction.atomic():
        year.delete()


def test_only_principals_change_themes(client, editor, principal):
    client.force_login(editor)
    assert client.get("/admin/kehoach_themes/").status_code == 302

    client.force_login(principal)
    client.post(
        "/admin/kehoach_themes/new/",
        {
            "name": "Xây dựng trường học hạnh phúc",
            "slug": "hanh-phuc",
            "sort_order": "1",
        },
    )

    assert Theme.objects.get().slug == "hanh-phuc"
    assert not PlanTask.objects.exists()
