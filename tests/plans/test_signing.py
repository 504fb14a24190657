"""What the review and the form say of a signature block that names somebody else."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.approval import roads
from tests.factories.forms import plan_form
from tests.factories.pages import PlanPageFactory
from tests.factories.users import UserFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import SchoolSettings, SigningAuthority
from wagtail_kehoach.plans.signing import why_nobody_signs

HEAD_SIGNS = {
    "signatory_position": "HIỆU TRƯỞNG",
    "signatory_name": "Nguyễn Văn Thành",
}
DEPUTY_SIGNS = {
    "authority": "KT. HIỆU TRƯỞNG",
    "signatory_position": "PHÓ HIỆU TRƯỞNG",
    "signatory_name": "Trần Thị Mai",
}
NOTHING = {"signatory_position": "", "signatory_name": ""}


@pytest.fixture
def review(client, editor, principal):
    """The review of a plan with this block, before one who signs in this capacity."""

    def review(block, capacity):
        if capacity:
            SigningAuthority.objects.create(
                user=principal, capacity=capacity, decision_number="05/QĐ-THCSBM"
            )
        submission = submit_for_approval(PlanPageFactory(**block), by=editor)
        client.force_login(principal)
        url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))
        return client.get(url).content.decode()

    return review


@pytest.mark.parametrize(
    ("block", "capacity"),
    [(HEAD_SIGNS, "KT."), (DEPUTY_SIGNS, "head"), (DEPUTY_SIGNS, "")],
)
def test_another_capacity_is_pointed_out(block, capacity, review):
    html = review(block, capacity)

    assert f"Khối chữ ký ghi “{', '.join(block.values())}”" in html


@pytest.mark.parametrize(
    ("block", "capacity"),
    [(HEAD_SIGNS, "head"), (HEAD_SIGNS, ""), (DEPUTY_SIGNS, "KT."), (NOTHING, "KT.")],
)
def test_the_same_capacity_is_not(block, capacity, review):
    assert "Khối chữ ký ghi “" not in review(block, capacity)


@pytest.fixture
def said_to_writer(client, editor):
    """What the editor reads after saving a plan with this block."""

    def said(block):
        plan = PlanPageFactory()
        client.force_login(editor)
        where = reverse("wagtailadmin_pages:edit", args=[plan.pk])
        response = client.post(where, plan_form(slug=plan.slug, **block), follow=True)
        return " ".join(str(message) for message in response.context["messages"])

    return said


def sign_as(user, capacity, **said):
    SigningAuthority.objects.create(
        user=user, capacity=capacity, decision_number="05/QĐ-THCSBM", **said
    )


@pytest.mark.parametrize("name", ["Lê Thị Nhung", "ThS. LÊ THỊ NHUNG"])
def test_the_writer_reads_nothing_where_the_deputy_signs(
    name, said_to_writer, principal, other_principal
):
    sign_as(other_principal, "KT.", field="plans")

    said = said_to_writer(DEPUTY_SIGNS | {"signatory_name": name})

    assert "Đã cập nhật trang" in said
    assert "Khối chữ ký ghi" not in said


@pytest.mark.parametrize(
    ("capacity", "more"),
    [
        ("head", {}),
        ("KT.", {"field": "stories"}),
        ("KT.", {"ends_on": dt.date(2020, 1, 1)}),
        ("KT.", {}),
    ],
)
def test_the_writer_reads_that_nobody_signs_so(
    capacity, more, said_to_writer, principal, other_principal
):
    sign_as(principal, "head")
    sign_as(other_principal, capacity, **more)

    said = said_to_writer(DEPUTY_SIGNS)

    assert f"Khối chữ ký ghi “{', '.join(DEPUTY_SIGNS.values())}”" in said
    assert principal.get_full_name() in said


def test_the_writer_reads_nothing_where_the_head_signs(said_to_writer, principal):
    assert "Khối chữ ký ghi" not in said_to_writer(HEAD_SIGNS)


def test_a_portal_without_principals_says_nothing(site):
    assert why_nobody_signs(PlanPageFactory(**DEPUTY_SIGNS)) is None


def test_a_deputy_reads_what_he_decides_as(review):
    html = " ".join(review(DEPUTY_SIGNS, "KT.").split())

    assert "Thầy/cô quyết định với tư cách: KT. (cấp phó ký thay)." in html
    assert "Quyết định 05/QĐ-THCSBM." in html


ANOTHER_HEAD = (
    "Khối chữ ký ghi tên “Nguyễn Văn Thành”. "
    "Hiệu trưởng của trường là “Lê Thị Nhung”. Hãy xem lại họ tên người ký."
)


@pytest.fixture
def head(site):
    """Name the head of the school in its details."""

    def head(name):
        school = SchoolSettings.for_site(site)
        school.head_name, school.issuing_body = name, "TRƯỜNG THCS BÌNH MINH"
        school.save()

    return head


def test_the_writer_reads_that_another_heads_the_school(head, said_to_writer):
    head("Lê Thị Nhung")

    assert ANOTHER_HEAD in said_to_writer(HEAD_SIGNS)


@pytest.mark.parametrize("name", ["", "Nguyễn Văn Thành", "TS. NGUYỄN VĂN THÀNH"])
def test_the_writer_reads_nothing_where_the_head_is_named(name, head, said_to_writer):
    head(name)

    assert "Khối chữ ký ghi" not in said_to_writer(HEAD_SIGNS)


def test_whoever_approves_reads_that_another_heads_the_school(head, review):
    head("Lê Thị Nhung")

    assert ANOTHER_HEAD in review(HEAD_SIGNS, "")


def test_a_deputy_who_approves_reads_that_the_block_names_another(review, principal):
    html = review(DEPUTY_SIGNS, "KT.")

    approver = principal.get_full_name()
    assert f"ghi tên “Trần Thị Mai”. Người duyệt là “{approver}”." in html


def test_a_deputy_who_signs_himself_reads_nothing(review, principal):
    named = {**DEPUTY_SIGNS, "signatory_name": principal.get_full_name()}

    assert "Khối chữ ký ghi tên" not in review(named, "KT.")


@pytest.fixture
def register_screen(client, editor, principal):
    """The screen that gives an approved plan with this block its number."""

    def screen(block):
        plan = approved(PlanPageFactory(**block), by=editor, principal=principal)
        clerk = UserFactory(username="vanthu")
        clerk.groups.add(Group.objects.get(name=kehoach_settings.CLERKS_GROUP))
        client.force_login(clerk)
        url = reverse("wagtail_kehoach_register:register", args=[plan.pk])
        return client.get(url).content.decode()

    return screen


def test_the_clerk_reads_that_another_heads_the_school(head, register_screen):
    head("Lê Thị Nhung")

    assert ANOTHER_HEAD in register_screen(HEAD_SIGNS)


def test_the_clerk_reads_that_another_approved(head, register_screen, principal):
    head("Lê Thị Nhung")

    html = register_screen({**HEAD_SIGNS, "signatory_name": "Lê Thị Nhung"})

    approver = principal.get_full_name()
    assert f"ghi tên “Lê Thị Nhung”. Người duyệt là “{approver}”." in html


def test_the_clerk_reads_nothing_where_who_approved_signs(register_screen, principal):
    named = {**HEAD_SIGNS, "signatory_name": principal.get_full_name()}

    assert "Khối chữ ký ghi tên" not in register_screen(named)


def test_the_clerk_reads_that_a_deputy_signs_what_the_head_approved(
    register_screen, principal
):
    html = " ".join(register_screen(DEPUTY_SIGNS).split())

    block, approver = ", ".join(DEPUTY_SIGNS.values()), principal.get_full_name()
    assert f"Khối chữ ký ghi “{block}”, còn {approver} đã duyệt" in html


def test_whoever_publishes_at_once_reads_what_those_who_approve_read(client, principal):
    sign_as(principal, "head")
    plan = PlanPageFactory(**DEPUTY_SIGNS)
    plan.save_revision(user=principal)
    client.force_login(principal)

    roads.publish_from_form(client, plan)

    said = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "thầy/cô quyết định với tư cách" in said
    assert "trước khi trình" not in said


@pytest.mark.parametrize(("reader", "told"), [("principal", True), ("editor", False)])
def test_whoever_may_publish_at_once_reads_it_before(
    client, editor, principal, reader, told
):
    sign_as(principal, "head")
    plan = PlanPageFactory(**DEPUTY_SIGNS)
    plan.save_revision(user=editor)
    client.force_login({"principal": principal, "editor": editor}[reader])

    form = client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk]))

    assert ("thầy/cô quyết định với tư cách" in form.content.decode()) is told


def test_nothing_is_said_above_a_text_that_was_approved(client, editor, principal):
    sign_as(principal, "head")
    plan = approved(PlanPageFactory(**DEPUTY_SIGNS), by=editor, principal=principal)
    client.force_login(principal)

    form = client.get(reverse("wagtailadmin_pages:edit", args=[plan.pk]))

    assert "thầy/cô quyết định với tư cách" not in form.content.decode()
