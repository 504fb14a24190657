"""A principal whose signing authority ended decides nothing: no return, no takedown."""

import pytest
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.factories.pages import StoryPageFactory
from tests.factories.spokespersons import SpokespersonFactory
from tests.factories.workflows import approved, submit_for_approval
from wagtail_kehoach.approval import decisions, links
from wagtail_kehoach.approval.defaults import grant_on_models
from wagtail_kehoach.exceptions import ApprovalRefused
from wagtail_kehoach.models import SchoolSettings, SigningAuthority, Spokesperson

from . import roads

ENDED = "Thẩm quyền ký của thầy/cô với loại nội dung này đã hết hoặc chưa có hiệu lực."
NOT_COVERED = "Thẩm quyền ký của thầy/cô không gồm loại nội dung này."


@pytest.fixture
def public(editor, principal):
    """A story that the head approved."""
    return approved(StoryPageFactory(), by=editor, principal=principal)


@pytest.fixture
def of_plans(other_principal):
    """A deputy who signs plans and nothing else."""
    SigningAuthority.objects.create(user=other_principal, field="plans")
    return other_principal


def reasons(response):
    return [str(message).strip() for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize(
    ("who", "reason"), [("deputy", ENDED), ("of_plans", NOT_COVERED)]
)
def test_returning_is_refused(who, reason, request, editor):
    submission = submit_for_approval(StoryPageFactory(), by=editor)

    with pytest.raises(ApprovalRefused) as refusal:
        decisions.send_back(
            submission, user=request.getfixturevalue(who), comment="Sửa lại."
        )

    assert refusal.value.reason == reason
    submission.refresh_from_db()
    assert submission.status == submission.STATUS_IN_PROGRESS


def test_the_review_says_so_and_offers_no_button(client, deputy, editor):
    submission = submit_for_approval(StoryPageFactory(), by=editor)
    client.force_login(deputy)
    url = reverse("wagtail_kehoach_approval:review", args=(submission.pk,))

    html = client.get(url).content.decode()
    after = client.post(url, {"decision": "return", "comment": "Sửa lại."}, follow=True)

    assert html.count('value="return" disabled') == 1
    assert ENDED in reasons(after)


def test_returning_by_an_older_link_is_refused(client, of_plans, editor):
    SigningAuthority.objects.filter(user=of_plans).update(field="")
    submission = submit_for_approval(StoryPageFactory(), by=editor)
    url = f"/duyet/{links.issue(submission, of_plans)}/"
    SigningAuthority.objects.filter(user=of_plans).update(ends_on="2020-01-01")

    response = client.post(url, {"decision": "return", "comment": "Sửa lại."})

    assert response.status_code == 409
    assert ENDED in response.content.decode()
    assert 'value="return" disabled' in response.content.decode()


def unpublish(client, page):
    url = reverse("wagtailadmin_pages:unpublish", args=(page.pk,))
    return client.post(url, follow=True)


def unpublish_in_bulk(client, page):
    url = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "unpublish"))
    return client.post(f"{url}?id={page.pk}", {"include_descendants": ""})


def unpublish_by_api(client, page):
    return roads._admin_api(client, page, "unpublish")


def delete(client, page):
    url = reverse("wagtailadmin_pages:delete", args=(page.pk,))
    return client.post(url, {"next": ""})


TAKEDOWNS = [unpublish, unpublish_in_bulk, unpublish_by_api, delete]


@pytest.mark.parametrize("road", TAKEDOWNS)
@pytest.mark.parametrize("who", ["deputy", "of_plans"])
def test_taking_down_a_page_is_refused(road, who, request, client, public):
    client.force_login(request.getfixturevalue(who))

    road(client, public)

    public.refresh_from_db()
    assert public.live


@pytest.mark.parametrize("road", TAKEDOWNS)
def test_taking_down_what_one_signs_for(road, client, other_principal, public):
    SigningAuthority.objects.create(user=other_principal, field="stories")
    client.force_login(other_principal)

    road(client, public)

    assert not type(public).objects.filter(pk=public.pk, live=True).exists()


def test_after_the_refusal_the_home_page_says_why(client, deputy, of_plans, public):
    client.force_login(deputy)
    assert (
        "Thẩm quyền ký của thầy/cô hôm nay không có hiệu lực"
        in unpublish(client, public).content.decode()
    )

    client.force_login(of_plans)
    html = unpublish(client, public).content.decode()
    assert "Hôm nay thầy/cô được ký: kế hoạch." in html


def test_the_head_reads_nothing_of_it(client, principal):
    client.force_login(principal)

    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "kehoach-standing" not in html


def test_an_administrator_takes_down_whatever_he_signs(client, deputy, public):
    type(deputy).objects.filter(pk=deputy.pk).update(is_superuser=True)
    client.force_login(deputy)

    unpublish(client, public)

    public.refresh_from_db()
    assert not public.live


@pytest.mark.parametrize("action", ["unpublish", "delete"])
def test_taking_down_a_spokesperson_is_refused(
    action, client, deputy, editor, principal
):
    grant_on_models(Group.objects.get(name="Ban Giám hiệu"), [Spokesperson], ["delete"])
    person = approved(SpokespersonFactory(), by=editor, principal=principal)
    client.force_login(deputy)
    url = reverse(person.snippet_viewset.get_url_name(action), args=(person.pk,))

    response = client.post(url)

    assert reasons(response) == [ENDED]
    assert Spokesperson.objects.get(pk=person.pk).live


def test_an_account_that_was_just_closed_decides_nothing(editor, principal):
    submission = submit_for_approval(StoryPageFactory(), by=editor)
    type(principal).objects.filter(pk=principal.pk).update(is_active=False)

    with pytest.raises(ApprovalRefused, match="Ban Giám hiệu"):
        decisions.approve(submission, user=principal)


@pytest.mark.parametrize(
    "screen",
    [
        "kehoach_signing_authorities:index",
        "kehoach_signing_authorities:add",
        "wagtail_kehoach_approval:record",
    ],
)
def test_screens_call_the_head_by_the_title_of_the_school(
    client, superuser, principal, site, screen
):
    SchoolSettings.objects.update_or_create(
        site=site, defaults={"name": "Trung tâm GDTX", "head_title": "GIÁM ĐỐC"}
    )
    SigningAuthority.objects.create(user=principal, capacity="head")
    client.force_login(superuser)

    html = client.get(reverse(screen)).content.decode()

    assert "Giám đốc" in html
    assert "người đứng đầu" not in html
