"""The record of approvals in the admin: who may read it, what it shows and exports."""

import datetime as dt
from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission

from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import Approval, SigningAuthority
from wagtail_kehoach.pages.models import StoryIndexPage


@pytest.fixture
def url():
    return reverse("wagtail_kehoach_approval:record")


@pytest.fixture
def read(client, url):
    """The screen as ``user`` sees it, with these filters."""

    def as_user(user, **filters):
        client.force_login(user)
        return client.get(url, filters)

    return as_user


def titles(response):
    return [row.title for row in response.context["object_list"]]


def ours(*objects):
    return {obj.title if hasattr(obj, "title") else str(obj) for obj in objects}


@pytest.mark.parametrize("role", ["principal", "superuser", "deputy"])
def test_is_open_to_those_who_answer_for_it(role, as_role, url):
    assert as_role(role).get(url).status_code == 200


@pytest.mark.parametrize("role", ["editor", "former principal"])
@pytest.mark.parametrize("name", ["record", "record_results"])
def test_is_refused_to_others_with_a_reason(role, name, as_role):
    response = as_role(role).get(
        reverse(f"wagtail_kehoach_approval:{name}"), follow=True
    )

    assert response.redirect_chain == [(reverse("wagtailadmin_home"), 302)]
    assert [m.level_tag for m in response.context["messages"]] == ["error"]


@pytest.mark.parametrize("export", ["csv", "xlsx"])
def test_the_export_is_refused_to_an_editor(export, read, editor):
    assert read(editor, export=export).status_code == 302


def test_a_visitor_has_to_log_in(client, url, site):
    assert reverse("wagtailadmin_login") in client.get(url).url


@pytest.mark.parametrize(
    ("role", "shown"), [("principal", True), ("superuser", True), ("editor", False)]
)
def test_the_menu_names_it_to_those_who_may_read_it(role, shown, as_role, url):
    home = as_role(role).get(reverse("wagtailadmin_home")).content.decode()

    assert (url in home) is shown


def test_shows_the_facts_with_a_link(read, editor, principal):
    story = approved(StoryPageFactory(title="Cô Lan"), by=editor, principal=principal)

    page = read(principal)

    html = page.content.decode()
    assert "Cô Lan" in html
    assert principal.get_full_name() in html
    assert reverse("wagtailadmin_pages:edit", args=[story.pk]) in html
    assert page.context["object_list"][0].type_name == "Điển hình tiên tiến"


def test_links_snippets(read, editor, principal):
    person = approved(SpokespersonFactory(), by=editor, principal=principal)

    row = read(principal).context["object_list"][0]

    assert row.edit_url == reverse(
        person.snippet_viewset.get_url_name("edit"), args=[person.pk]
    )


def test_what_is_gone_stays_without_a_link(read, editor, principal):
    story = approved(StoryPageFactory(title="Sẽ xoá"), by=editor, principal=principal)
    person = approved(SpokespersonFactory(name="Cô Ba"), by=editor, principal=principal)
    story.delete()
    person.delete()

    rows = read(principal).context["object_list"][:2]

    assert [(row.title, row.edit_url) for row in rows] == [
        ("Cô Ba", None),
        ("Sẽ xoá", None),
    ]
    assert rows[1].type_name == "trang không còn nữa"


def test_leaves_out_sections_that_are_closed_to_the_reader(
    read, editor, principal, superuser
):
    plan = approved(PlanPageFactory(), by=editor, principal=principal)
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    group = Group.objects.get(name=kehoach_settings.PRINCIPALS_GROUP)
    rights = GroupPagePermission.objects.filter(group=group)
    rights.exclude(page=StoryIndexPage.objects.get()).delete()

    seen = set(titles(read(principal)))

    assert story.title in seen
    assert plan.title not in seen
    assert ours(plan, story) <= set(titles(read(superuser)))


def test_does_not_link_what_the_reader_may_not_edit(read, editor, principal):
    approved(StoryPageFactory(), by=editor, principal=principal)
    group = Group.objects.get(name=kehoach_settings.PRINCIPALS_GROUP)
    GroupPagePermission.objects.filter(
        group=group, permission__codename="change_page"
    ).delete()

    assert read(principal).context["object_list"][0].edit_url is None


def test_filters_by_approver(read, editor, principal, other_principal):
    mine = approved(StoryPageFactory(), by=editor, principal=principal)
    approved(StoryPageFactory(), by=editor, principal=other_principal)

    page = read(principal, approver_name=principal.get_full_name())

    assert titles(page) == [mine.title]


def test_still_names_an_approver_whose_account_is_gone(
    read, editor, principal, other_principal
):
    story = approved(StoryPageFactory(), by=editor, principal=other_principal)
    name = other_principal.get_full_name()
    other_principal.delete()

    assert titles(read(principal, approver_name=name)) == [story.title]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_filters_by_capacity_in_every_language(
    language, read, settings, editor, principal, other_principal
):
    SigningAuthority.objects.create(user=other_principal, capacity="KT.")
    by_head = approved(StoryPageFactory(), by=editor, principal=principal)
    by_deputy = approved(StoryPageFactory(), by=editor, principal=other_principal)
    settings.LANGUAGE_CODE = language

    assert titles(read(principal, capacity="KT.")) == [by_deputy.title]
    assert titles(read(principal, capacity="head")) == [by_head.title]
    assert titles(read(principal, capacity="TUQ.")) == []


def test_filters_by_kind(read, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)

    assert titles(read(principal, kind="workflow")) == [story.title]
    assert story.title not in titles(read(principal, kind="setup"))


def test_filters_by_type_of_text(read, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    plan = approved(PlanPageFactory(), by=editor, principal=principal)
    person = approved(SpokespersonFactory(), by=editor, principal=principal)

    def of(content_type):
        return titles(read(principal, type_id=content_type.pk))

    assert of(story.content_type) == [story.title]
    assert of(plan.content_type) == [plan.title]
    assert of(person.get_base_content_type()) == [str(person)]


def test_filters_by_period(read, editor, principal):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    today = timezone.localdate()
    tomorrow = today + dt.timedelta(days=1)

    assert story.title in titles(read(principal, approved_at_from=today))
    assert story.title in titles(read(principal, approved_at_to=today))
    assert titles(read(principal, approved_at_from=tomorrow)) == []


def test_exports_csv_under_an_ascii_name(read, editor, principal):
    story = approved(StoryPageFactory(title="Cô Lan"), by=editor, principal=principal)

    response = read(principal, export="csv", type_id=story.content_type.pk)

    name = response["Content-Disposition"]
    assert name.isascii()
    assert name.endswith('.csv"')
    heading, row = response.getvalue().decode("utf-8-sig").splitlines()
    assert heading.startswith("Số,")
    assert "Cô Lan,Điển hình tiên tiến" in row
    assert Approval.objects.of(story).get().chain in row


def test_exports_a_workbook(read, editor, principal):
    story = approved(StoryPageFactory(title="=1+1"), by=editor, principal=principal)

    response = read(principal, export="xlsx", type_id=story.content_type.pk)

    assert response["Content-Disposition"].isascii()
    sheet = load_workbook(BytesIO(response.getvalue())).active
    [heading, row] = sheet.iter_rows()
    assert [cell.value for cell in heading][1:4] == [
        "Duyệt lúc",
        "Tiêu đề",
        "Loại nội dung",
    ]
    assert row[2].value == "=1+1"


def test_exports_say_the_time_that_the_screen_says(
    read, editor, principal, monkeypatch
):
    early = dt.datetime(2026, 11, 25, 18, 30, tzinfo=dt.UTC)
    with monkeypatch.context() as clock:
        clock.setattr(timezone, "now", lambda: early)
        approved(StoryPageFactory(), by=editor, principal=principal)

    table = read(principal, export="csv").getvalue().decode()
    workbook = read(principal, export="xlsx").getvalue()

    assert "01:30 26/11/2026" in read(principal).content.decode()
    assert ",26/11/2026 01:30," in table
    rows = list(load_workbook(BytesIO(workbook)).active.values)
    assert dt.datetime(2026, 11, 26, 1, 30) in [row[1] for row in rows]


def test_says_that_the_record_is_whole(read, editor, principal):
    approved(StoryPageFactory(), by=editor, principal=principal)

    html = read(principal).content.decode()

    assert f"{Approval.objects.count()} hồ sơ duyệt" in html
    assert Approval.objects.first().chain in html


def test_says_that_a_row_was_altered(read, editor, principal, without_triggers):
    approved(StoryPageFactory(title="Bị sửa"), by=editor, principal=principal)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtail_kehoach_approval SET comment = 'khác' WHERE title = 'Bị sửa'"
        )

    html = read(principal).content.decode()

    assert "Hồ sơ duyệt đã bị can thiệp" in html
    assert "“Bị sửa (" in html


def test_says_that_the_last_rows_are_missing(read, editor, principal, without_triggers):
    approved(StoryPageFactory(title="Bị xoá"), by=editor, principal=principal)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM wagtail_kehoach_approval WHERE title = 'Bị xoá'")

    assert "hồ sơ cuối cùng" in read(principal).content.decode()


@pytest.mark.parametrize("role", ["principal", "superuser"])
def test_costs_the_same_at_any_size(role, people, editor, principal, read):
    def statements():
        counts = []
        for export in ("", "csv", "xlsx"):
            with CaptureQueriesContext(connection) as queries:
                read(people[role], export=export).getvalue()
            counts.append(len(queries))
        return counts

    for factory in (StoryPageFactory, PlanPageFactory, SpokespersonFactory):
        approved(factory(), by=editor, principal=principal)
    statements()
    few = statements()
    for factory in (StoryPageFactory, PlanPageFactory, SpokespersonFactory):
        for _time in range(4):
            approved(factory(), by=editor, principal=principal)

    assert statements() == few
