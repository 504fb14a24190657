"""The clerk's screens: who opens them, what they do, what forged requests are told."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from tests.factories.pages import PlanPageFactory, StoryPageFactory
from tests.factories.registration import (
    PDF,
    kept_elsewhere,
    registered,
    signed_file,
    yesterday,
)
from tests.factories.users import UserFactory
from tests.factories.workflows import approved
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.exceptions import RegistrationRefused
from wagtail_kehoach.models import (
    DateCorrection,
    RegisterEntry,
    RegisterNotice,
    SchoolSettings,
    SigningAuthority,
)
from wagtail_kehoach.pages.models import PlanPage
from wagtail_kehoach.registration import notices, originals, rules

NOTICE = {"document": "31/CV-THCSBM", "text": "Sửa Điều 3 thành Điều 2."}


@pytest.fixture
def entry(plan, clerk, private_folder):
    """A registered plan with its signed file."""
    return originals.attach(registered(plan, by=clerk), signed_file(), user=clerk)


def address(name, *args):
    return reverse(f"wagtail_kehoach_register:{name}", args=args)


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def form(**more):
    """What the form of a registration sends, untouched."""
    today = timezone.localdate().isoformat()
    return {"number": "1", "proposed": "1", "date": today, **more}


# Who opens what


SCREENS = {
    "the list": lambda entry, waiting: address("index"),
    "its results": lambda entry, waiting: address("index_results"),
    "an export": lambda entry, waiting: address("index") + "?export=csv",
    "an entry": lambda entry, waiting: address("entry", entry.pk),
    "the signed file": lambda entry, waiting: address("file", entry.pk),
    "the form": lambda entry, waiting: address("register", waiting.pk),
    "kept elsewhere": lambda entry, waiting: address("elsewhere"),
    "a correction": lambda entry, waiting: address("correction", entry.pk),
    "a recall": lambda entry, waiting: address("recall", entry.pk),
}


@pytest.mark.parametrize("role", ["clerk", "principal", "superuser"])
def test_open_to_those_who_keep_the_register(role, as_role, entry, publish):
    waiting = publish()
    client = as_role(role)

    for screen, where in SCREENS.items():
        assert client.get(where(entry, waiting)).status_code == 200, screen


def test_closed_to_visitors(as_role, entry, publish):
    waiting = publish()
    client = as_role("visitor")

    for screen, where in SCREENS.items():
        response = client.get(where(entry, waiting))
        assert reverse("wagtailadmin_login") in response.url, screen


def test_closed_to_editors(as_role, entry, publish):
    waiting = publish()
    client = as_role("editor")

    for screen, where in SCREENS.items():
        refused = client.get(where(entry, waiting), follow=True)
        assert refused.redirect_chain == [(reverse("wagtailadmin_home"), 302)], screen
        assert [m.level_tag for m in refused.context["messages"]] == ["error"], screen


@pytest.mark.parametrize(
    ("role", "shown"),
    [("clerk", True), ("principal", True), ("superuser", True), ("editor", False)],
)
def test_the_menu_names_it_to_those_who_read_it(role, shown, as_role, site):
    home = as_role(role).get(reverse("wagtailadmin_home")).content.decode()

    assert (address("index") in home) is shown


def test_a_reader_who_may_not_write_is_told(client, entry, plan):
    """Somebody to whom a portal gives the right to look, and no more."""
    reader = UserFactory(username="thanhtra")
    group = Group.objects.create(name="Thanh tra")
    clerks = Group.objects.get(name=kehoach_settings.CLERKS_GROUP)
    rights = clerks.permissions.exclude(codename="add_registerentry")
    group.permissions.set(rights)
    reader.groups.add(group)
    client.force_login(reader)

    assert client.get(address("index")).status_code == 200
    response = client.post(address("register", plan.pk), form(), follow=True)

    assert "Chỉ văn thư và Ban Giám hiệu" in said(response)
    assert RegisterEntry.objects.count() == 1


# Registering


def test_the_form_proposes_the_next_number_and_today(as_role, plan, clerk):
    kept_elsewhere(1, 7, by=clerk)

    shown = as_role("clerk").get(address("register", plan.pk)).context["form"]

    assert shown["number"].value() == 8
    assert shown["date"].value() == timezone.localdate()


@pytest.mark.parametrize("role", ["clerk", "principal"])
def test_a_plan_gets_number_and_file(role, as_role, plan, private_folder):
    response = as_role(role).post(
        address("register", plan.pk), form(file=signed_file()), follow=True
    )

    entry = RegisterEntry.objects.get(page=plan)
    assert "đã vào sổ, số 01/KH-THCSBM" in said(response)
    assert entry.file.read() == PDF
    assert entry.released_at is None


def test_an_editor_who_forges_the_form_gets_no_number(as_role, plan):
    as_role("editor").post(address("register", plan.pk), form())

    assert not RegisterEntry.objects.exists()


POSTS = {
    "registering": lambda e, p: (address("register", p.pk), form()),
    "kept elsewhere": lambda e, p: (
        address("elsewhere"),
        {"body": p.issuing_body, "kind": "KH", "first": "5", "title": "x"}
        | {"date": yesterday().isoformat()},
    ),
    "a date": lambda e, p: (
        address("date", e.pk),
        {"date": yesterday().isoformat(), "reason": "x"},
    ),
    **{
        kind: lambda e, p, kind=kind: (
            address(kind, e.pk),
            {**NOTICE, "issued_on": timezone.localdate().isoformat()},
        )
        for kind in ("correction", "recall")
    },
    **{
        action: lambda e, p, action=action: (
            address("entry", e.pk),
            {"action": action, "sha256": e.file_sha256, "file": signed_file()}
            | {"notice": e.notices.get().pk},
        )
        for action in ("attach", "release", "take_back", "confirm", "discard")
    },
}


def test_forged_requests_of_editors_and_readers_change_nothing(
    client, editor, clerk, entry, publish
):
    written = RegisterNotice(kind="recall", issued_on=timezone.localdate(), **NOTICE)
    notices.write(entry, written, user=clerk)
    reader = UserFactory(username="thanhtra")
    right = Permission.objects.get(codename="view_registerentry")
    admin = Permission.objects.get(codename="access_admin")
    reader.user_permissions.add(right, admin)
    waiting = publish()

    def facts():
        rows = RegisterEntry.objects, RegisterNotice.objects, DateCorrection.objects
        return [list(found.order_by("pk").values()) for found in rows]

    before = facts()
    for user in (None, editor, reader):
        if user:
            client.force_login(user)
        for what, request in POSTS.items():
            where, data = request(entry, waiting)
            assert client.post(where, data).status_code == 302, what
            assert facts() == before, what


def test_the_second_clerk_gets_the_next_number_and_is_told(
    as_role, plan, publish, clerk
):
    registered(publish(), by=clerk)

    response = as_role("clerk").post(address("register", plan.pk), form(), follow=True)

    assert RegisterEntry.objects.get(page=plan).number == 2
    assert "Hãy ghi số 02/KH-THCSBM" in said(response)


def test_a_signed_file_bears_its_number_so_no_other_one_will_do(
    as_role, plan, publish, clerk, private_folder
):
    registered(publish(title="Kế hoạch kia"), by=clerk)

    response = as_role("clerk").post(
        address("register", plan.pk), form(file=signed_file())
    )

    html = response.content.decode()
    assert response.status_code == 409
    assert "Số 01/KH-THCSBM đã cấp cho “Kế hoạch kia”. Số tiếp theo là 2." in html
    assert not RegisterEntry.objects.filter(page=plan).exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"<html>", "dạng tệp PDF"), (PDF + b" " * 1024 * 1024, "lớn hơn 1 MB")],
)
def test_a_file_that_is_no_small_pdf_takes_no_number(
    as_role, plan, content, words, settings
):
    settings.WAGTAIL_KEHOACH = {"SIGNED_FILE_MAX_MB": 1}

    response = as_role("clerk").post(
        address("register", plan.pk), form(file=signed_file(content))
    )

    assert words in response.content.decode()
    assert not RegisterEntry.objects.exists()


def test_a_text_that_another_one_followed_gets_no_number_from_an_old_form(
    as_role, plan, editor, principal, private_folder
):
    clerk, where = as_role("clerk"), address("register", plan.pk)
    opened = clerk.get(where).context["form"]["revision"].value()
    plan.title = "Một kế hoạch khác hẳn"
    approved(plan, by=editor, principal=principal)

    response = clerk.post(where, form(file=signed_file(), revision=opened))

    assert "Trang đã thay đổi từ lúc thầy/cô mở" in response.content.decode()
    assert not RegisterEntry.objects.exists()


def test_after_the_highest_number_there_is_a_next_one(as_role, plan, clerk):
    kept_elsewhere(rules.HIGHEST, rules.HIGHEST, by=clerk, far_is_right=True)
    where = address("register", plan.pk)
    shown = as_role("clerk").get(where).context["form"]["number"].value()

    as_role("clerk").post(where, form(number=shown, proposed=shown))

    assert RegisterEntry.objects.get(page=plan).number == rules.HIGHEST + 1


def test_a_number_that_no_register_reaches_is_refused(as_role, publish):
    plan = publish(number="999999")

    response = as_role("clerk").post(address("register", plan.pk), form(), follow=True)

    assert "“999999”" in said(response)
    assert not RegisterEntry.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("number", {"number": "5"}, "sổ sẽ thiếu số 1–4"),
        ("date", {"date": "2999-01-01"}, "không được sau ngày hôm nay"),
    ],
)
def test_a_refusal_stands_at_its_field(name, data, reason, as_role, plan):
    response = as_role("clerk").post(address("register", plan.pk), form(**data))

    shown = response.context["form"]
    assert reason in " ".join(shown.errors[name])
    assert not shown.non_field_errors()
    html = response.content.decode()
    assert f'id="id_{name}_error"' in html
    field = html[html.index(f'name="{name}"') :].partition(">")[0]
    assert f"id_{name}_error" in field.partition("aria-describedby=")[2]


@pytest.mark.parametrize(
    ("screen", "name", "data"),
    [
        ("correction", "issued_on", {**NOTICE, "issued_on": "2999-01-01"}),
        (
            "correction",
            "text",
            {"document": "31/CV", "issued_on": "today", "text": "MẬT\nNội dung"},
        ),
        ("date", "date", {"date": "2999-01-01", "reason": "Gõ nhầm"}),
        ("date", "reason", {"date": "today", "reason": "MẬT"}),
    ],
)
def test_other_forms_show_it_at_the_field_too(screen, name, data, as_role, entry):
    today = timezone.localdate().isoformat()
    data = {key: today if said == "today" else said for key, said in data.items()}

    response = as_role("clerk").post(address(screen, entry.pk), data)

    assert response.status_code == 409
    assert list(response.context["form"].errors) == [name]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("first", {"first": "1470"}),
        ("last", {"last": "1001"}),
        ("date", {"date": "2999-01-01"}),
        ("title", {"title": "Kế hoạch (MẬT)"}),
    ],
)
def test_so_does_the_form_of_what_is_kept_elsewhere(name, data, as_role, site):
    SchoolSettings.objects.update(issuing_body="TRƯỜNG THCS BÌNH MINH")
    said = {"body": "TRƯỜNG THCS BÌNH MINH", "kind": "KH", "first": "1", "title": "KH"}
    said["date"] = yesterday().isoformat()

    response = as_role("clerk").post(address("elsewhere"), said | data)

    assert list(response.context["form"].errors) == [name]


def test_missing_numbers_are_asked_about(as_role, plan):
    where = address("register", plan.pk)
    refused = as_role("clerk").post(where, form(number="5"))
    assert "sổ sẽ thiếu số 1–4" in refused.content.decode()

    as_role("clerk").post(where, form(number="5", others_elsewhere="on"))

    assert RegisterEntry.objects.get(page=plan).number == 5
    assert RegisterEntry.objects.count() == 5


def test_what_the_approved_text_says_cannot_be_forged(as_role, publish):
    plan = publish(number="15", issued_on=yesterday())

    as_role("clerk").post(address("register", plan.pk), form(number="99"))

    entry = RegisterEntry.objects.get(page=plan)
    assert (entry.number, entry.date) == (15, yesterday())


def test_a_date_of_the_text_before_its_approval_is_confirmed(as_role, publish):
    plan = publish(issued_on=yesterday())
    clerk, where = as_role("clerk"), address("register", plan.pk)

    assert "nhưng được duyệt ngày" in clerk.get(where).content.decode()
    assert clerk.post(where, form()).status_code == 409
    clerk.post(where, form(signed_before="on"))

    assert RegisterEntry.objects.get().date == yesterday()


def test_a_date_of_the_text_out_of_order_is_told_at_once(as_role, plan, publish, clerk):
    registered(plan, by=clerk)
    late = publish(issued_on=yesterday())

    shown = as_role("clerk").get(address("register", late.pk))

    shown = shown.context["form"]
    assert "số sau không thể ghi ngày sớm hơn" in shown.fields["date"].help_text
    assert "signed_before" not in shown.fields


def test_a_date_that_is_still_to_come_is_told_once_with_the_way_out(as_role, publish):
    plan = publish(number="8", issued_on=timezone.localdate() + timedelta(days=1))
    clerk, where = as_role("clerk"), address("register", plan.pk)

    for shown in (clerk.get(where), clerk.post(where, form(number="8"))):
        assert shown.content.decode().count("Đến ngày đó hãy vào sổ") == 1


def test_a_date_of_the_text_that_fits_asks_nothing(as_role, publish):
    plan = publish(issued_on=timezone.localdate())

    shown = as_role("clerk").get(address("register", plan.pk)).context["form"]

    assert "signed_before" not in shown.fields


def test_what_it_replaces_is_chosen(as_role, plan, publish, clerk):
    old, new = registered(plan, by=clerk), publish()

    as_role("clerk").post(
        address("register", new.pk), form(number="2", proposed="2", replaces=old.pk)
    )

    old.refresh_from_db()
    assert old.replaced_by.page_id == new.pk


def test_a_document_of_another_body_cannot_be_chosen(as_role, plan, publish, clerk):
    other = registered(publish(issuing_body="CÔNG ĐOÀN"), by=clerk)

    response = as_role("clerk").post(
        address("register", plan.pk), form(replaces=other.pk)
    )

    assert response.context["form"].errors["replaces"]


def test_what_cannot_be_registered_is_refused_with_the_reason(
    as_role, entry, editor, principal
):
    story = approved(StoryPageFactory(), by=editor, principal=principal)
    clerk = as_role("clerk")

    assert clerk.get(address("register", story.pk)).status_code == 404
    assert clerk.get(address("register", 0)).status_code == 404
    draft = clerk.post(address("register", PlanPageFactory().pk), form(), follow=True)
    assert "đã được Ban Giám hiệu duyệt" in said(draft)
    again = clerk.post(address("register", entry.page_id), form(), follow=True)
    assert "đã vào sổ" in said(again)
    assert RegisterEntry.objects.count() == 1


def test_numbers_kept_elsewhere_are_entered(as_role, site):
    SchoolSettings.objects.update(issuing_body="TRƯỜNG THCS BÌNH MINH")
    data = {
        "body": "TRƯỜNG THCS BÌNH MINH", "kind": "KH", "first": "1", "last": "14",
        "date": yesterday().isoformat(), "title": "Kế hoạch chuyên môn",
    }  # fmt: skip

    done = as_role("clerk").post(address("elsewhere"), data, follow=True)
    assert "Đã nhập số 1–14." in said(done)
    again = as_role("clerk").post(address("elsewhere"), data)

    assert "đã cấp cho “Kế hoạch chuyên môn”" in again.content.decode()
    assert RegisterEntry.objects.count() == 14


# The entry


def test_a_file_that_came_later(as_role, plan, clerk, private_folder):
    entry = registered(plan, by=clerk)
    where = address("entry", entry.pk)
    bad = {"action": "attach", "file": signed_file(b"<html>")}

    refused = as_role("clerk").post(where, bad, follow=True)
    assert "dạng tệp PDF" in said(refused)
    as_role("clerk").post(where, {"action": "attach", "file": signed_file()})

    entry.refresh_from_db()
    assert entry.file.read() == PDF


@pytest.mark.parametrize("role", ["editor", "clerk", "superuser", "principal"])
def test_a_forged_release_is_refused_with_the_reason(role, as_role, entry, client):
    data = {"action": "release", "sha256": entry.file_sha256}

    response = as_role(role).post(address("entry", entry.pk), data, follow=True)

    entry.refresh_from_db()
    assert bool(entry.released_at) is (role == "principal")
    assert said(response)
    public = client.get(entry.page.url, {"tai-ve": "ban-goc"}).status_code
    assert public == (200 if role == "principal" else 404)


def test_a_deputy_outside_his_field_releases_nothing(client, entry, other_principal):
    SigningAuthority.objects.create(
        user=other_principal, capacity="KT.", field="stories"
    )
    client.force_login(other_principal)
    data = {"action": "release", "sha256": entry.file_sha256}

    response = client.post(address("entry", entry.pk), data, follow=True)

    entry.refresh_from_db()
    assert entry.released_at is None
    assert "không" in said(response)


@pytest.mark.parametrize("kind", ["correction", "recall"])
def test_a_clerk_writes_and_a_principal_confirms(kind, as_role, entry):
    today = timezone.localdate().isoformat()
    where = address("entry", entry.pk)
    written = as_role("clerk").post(
        address(kind, entry.pk), {**NOTICE, "issued_on": today}, follow=True
    )
    assert "Ban Giám hiệu xác nhận" in said(written)
    notice = entry.notices.get()
    confirm = {"action": "confirm", "notice": notice.pk}

    as_role("clerk").post(where, confirm)
    notice.refresh_from_db()
    assert notice.confirmed_at is None
    as_role("principal").post(where, confirm)

    notice.refresh_from_db()
    entry.refresh_from_db()
    assert notice.confirmed_at
    assert entry.is_recalled is (kind == "recall")


def test_what_a_principal_writes_is_public_at_once(as_role, entry):
    today = timezone.localdate().isoformat()

    response = as_role("principal").post(
        address("correction", entry.pk), {**NOTICE, "issued_on": today}, follow=True
    )

    assert entry.notices.get().confirmed_at
    assert "Ban Giám hiệu xác nhận" not in said(response)


def test_one_recall_at_a_time_waits_for_the_principal(as_role, entry):
    today = timezone.localdate().isoformat()
    recall = address("recall", entry.pk)
    as_role("clerk").post(recall, {**NOTICE, "issued_on": today})

    second = as_role("clerk").post(recall, {**NOTICE, "issued_on": today})
    correction = as_role("clerk").post(
        address("correction", entry.pk), {**NOTICE, "issued_on": today}
    )

    assert second.status_code == 409
    assert "đang chờ Ban Giám hiệu" in second.content.decode()
    assert correction.status_code == 302
    assert sorted(n.kind for n in entry.notices.all()) == ["correction", "recall"]


def test_a_number_kept_elsewhere_far_away_is_asked_about(as_role, site):
    form = {
        "body": "TRƯỜNG THCS BÌNH MINH",
        "kind": "KH",
        "first": "1470",
        "date": timezone.localdate().isoformat(),
        "title": "Kế hoạch chuyên môn",
    }
    SchoolSettings.objects.update(issuing_body="TRƯỜNG THCS BÌNH MINH")
    where = address("elsewhere")
    assert "far_is_right" not in as_role("clerk").get(where).content.decode()

    refused = as_role("clerk").post(where, form)

    assert "sổ sẽ thiếu số 1–1469" in refused.content.decode()
    assert not RegisterEntry.objects.exists()
    as_role("clerk").post(where, {**form, "far_is_right": "on"})
    assert RegisterEntry.objects.get().number == 1470


def test_a_notice_is_no_older_than_its_document_and_not_of_tomorrow(as_role, entry):
    where = address("correction", entry.pk)

    early = as_role("clerk").post(
        where, {**NOTICE, "issued_on": yesterday().isoformat()}
    )
    late = as_role("clerk").post(where, {**NOTICE, "issued_on": "2999-01-01"})

    assert "Không thể sớm hơn" in early.content.decode()
    assert "không được sau ngày hôm nay" in late.content.decode()
    assert not entry.notices.exists()


def test_a_notice_with_a_secrecy_mark_is_refused(as_role, entry):
    today = timezone.localdate().isoformat()

    response = as_role("clerk").post(
        address("correction", entry.pk),
        {"document": "31/CV", "issued_on": today, "text": "MẬT\nNội dung"},
    )

    assert response.status_code == 409
    assert not entry.notices.exists()


def test_a_title_with_a_secrecy_mark_is_not_kept(clerk):
    with pytest.raises(RegistrationRefused, match="MẬT"):
        kept_elsewhere(1, 1, by=clerk, title="Kế hoạch (MẬT)")

    assert not RegisterEntry.objects.exists()


def test_a_notice_that_nobody_confirmed_is_dropped(as_role, entry):
    today = timezone.localdate().isoformat()
    as_role("clerk").post(
        address("correction", entry.pk), {**NOTICE, "issued_on": today}
    )
    drop = {"action": "discard", "notice": entry.notices.get().pk}

    as_role("clerk").post(address("entry", entry.pk), drop)

    assert not entry.notices.exists()


@pytest.fixture
def recalled(plan, clerk, principal, private_folder):
    """A document that was recalled before anybody kept its signed file."""
    entry = registered(plan, by=clerk)
    recall = RegisterNotice(
        kind="recall", issued_on=timezone.localdate(), **NOTICE | {"text": "Nhầm."}
    )
    recall = notices.write(entry, recall, user=clerk)
    notices.confirm(recall, user=principal)
    entry.refresh_from_db()
    return entry


def test_a_recalled_document_offers_nothing_more(as_role, recalled):
    html = as_role("clerk").get(address("entry", recalled.pk)).content.decode()

    assert 'value="attach"' not in html
    for name in ("date", "correction", "recall"):
        assert address(name, recalled.pk) not in html
    assert "Văn bản này đã bị thu hồi." in html


@pytest.mark.parametrize("role", ["clerk", "principal", "superuser"])
def test_a_forged_request_on_a_recalled_document_is_refused(role, as_role, recalled):
    before = RegisterEntry.objects.values().get(pk=recalled.pk)
    day = timezone.localdate().isoformat()
    asked = {
        address("entry", recalled.pk): {"action": "attach", "file": signed_file()},
        address("date", recalled.pk): {"date": day, "reason": "Gõ nhầm"},
        address("correction", recalled.pk): {**NOTICE, "issued_on": day},
        address("recall", recalled.pk): {**NOTICE, "issued_on": day},
    }

    for where, data in asked.items():
        response = as_role(role).post(where, data, follow=True)
        assert "đã bị thu hồi" in said(response), where

    assert RegisterEntry.objects.values().get(pk=recalled.pk) == before
    assert recalled.notices.count() == 1
    word = reverse(
        "wagtail_kehoach_register:document_file", args=[recalled.page_id, "docx"]
    )
    assert as_role(role).get(word).status_code == 404


def test_notices_of_other_entries_and_unknown_actions_are_not_found(as_role, entry):
    clerk, where = as_role("clerk"), address("entry", entry.pk)

    for data in ({"action": "x"}, {"action": "confirm", "notice": "x"}, {}):
        assert clerk.post(where, data).status_code == 404
    assert clerk.get(address("entry", 0)).status_code == 404


# The home page


def test_the_clerk_sees_what_waits_for_a_number(as_role, plan, principal, clerk):
    home = reverse("wagtailadmin_home")
    where = address("register", plan.pk)

    assert where in as_role("clerk").get(home).content.decode()
    assert where not in as_role("editor").get(home).content.decode()

    registered(PlanPage.objects.get(pk=plan.pk), by=clerk)

    assert where not in as_role("clerk").get(home).content.decode()


def test_the_principal_sees_what_waits_for_his_release(as_role, entry, principal):
    home, where = reverse("wagtailadmin_home"), address("entry", entry.pk)

    assert where in as_role("principal").get(home).content.decode()
    assert where not in as_role("clerk").get(home).content.decode()

    originals.release(entry, user=principal, sha256=entry.file_sha256)

    assert where not in as_role("principal").get(home).content.decode()


def test_the_history_of_the_page_says_what_was_done(as_role, entry):
    history = reverse("wagtailadmin_pages:history", args=[entry.page_id])

    html = as_role("principal").get(history).content.decode()

    assert "Đã vào sổ" in html
    assert "Đã thêm tệp đã ký" in html


def test_the_history_of_the_site_says_of_what_kind_the_document_is(as_role, entry):
    where = reverse("wagtailadmin_reports:site_history")

    rows = as_role("superuser").get(where).context["object_list"]

    kinds = {str(row.content_type.name) for row in rows if "kehoach" in row.action}
    assert kinds == {"kế hoạch truyền thông"}


def test_the_log_is_filtered_by_the_word_that_its_rows_have(client, superuser, entry):
    client.force_login(superuser)

    page = client.get(reverse("wagtailadmin_reports:site_history")).content.decode()

    assert re.search(r">\s*Vào sổ\s*<", page)
    assert not re.search(r">\s*Sổ\s*<", page)
