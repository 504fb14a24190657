"""How the roads through settings, privacy and accounts are walked."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction, Site

from tests.factories.users import UserFactory
from wagtail_kehoach.conf import kehoach_settings
from wagtail_kehoach.models import SchoolSettings
from wagtail_kehoach.pages.models import StoryIndexPage

from .. import roads
from .answers import ALLOWED, OPEN
from .stage import grant_on
from .walks import walks


@walks("T01")
def change_the_school_s_details(scene):
    site = Site.objects.get()
    url = reverse(
        "wagtailsettings:edit", args=("wagtail_kehoach", "schoolsettings", site.pk)
    )
    answer = scene.client.get(url)
    form = getattr(answer, "context", None) and answer.context.get("form")
    data = {f.html_name: roads._sent(f.value()) for f in form} if form else {}
    field = SchoolSettings._meta.get_field("name").name
    answer = scene.client.post(url, data | {field: roads.UNAPPROVED})
    changed = SchoolSettings.objects.filter(**{field: roads.UNAPPROVED}).exists()
    assert changed is scene.expects(OPEN)
    return answer


@walks("T02")
def add_a_redirect(scene):
    data = {
        "old_path": "/bai/",
        "is_permanent": "on",
        "redirect_link": "https://a.example/",
    }
    answer = scene.client.post(reverse("wagtailredirects:add"), data)
    assert Redirect.objects.exists() is scene.expects(OPEN)
    return answer


@walks("T05")
def join_the_principals(scene):
    other = UserFactory()
    url = reverse("wagtailusers_users:edit", args=(other.pk,))
    group = Group.objects.get(name=kehoach_settings.PRINCIPALS_GROUP)
    data = {
        "username": other.username, "email": other.email, "first_name": "A",
        "last_name": "B", "is_active": "on", "groups": [group.pk],
        "password1": "", "password2": "",
    }  # fmt: skip
    answer = scene.client.post(url, data)
    assert other.groups.filter(pk=group.pk).exists() is scene.expects(OPEN)
    return answer


@walks("T06")
def point_the_site_elsewhere(scene):
    site = Site.objects.get()
    data = {
        "hostname": site.hostname, "port": site.port, "site_name": "Khác",
        "root_page": scene.obj.get_parent().pk, "is_default_site": "on",
    }  # fmt: skip
    answer = scene.client.post(reverse("wagtailsites:edit", args=(site.pk,)), data)
    changed = Site.objects.get().root_page_id != site.root_page_id
    assert changed is scene.expects(OPEN)
    return answer


@walks("T03b")
def lift_the_privacy_of_a_section(scene):
    section = scene.obj.get_parent()
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    url = reverse("wagtailadmin_pages:set_privacy", args=(section.pk,))
    answer = scene.client.post(url, {"restriction_type": "none"})
    assert PageViewRestriction.objects.exists() is not scene.expects(ALLOWED)
    PageViewRestriction.objects.all().delete()
    return answer


def public_section(scene):
    page = StoryIndexPage(title="Công khai", slug="cong-khai", live=False)
    Site.objects.get().root_page.add_child(instance=page)
    grant_on(page)
    PageViewRestriction.objects.create(
        page=scene.obj.get_parent(), restriction_type="login"
    )
    return page


@walks("T03c")
def move_out_of_a_private_section(scene):
    section = public_section(scene)
    url = reverse("wagtailadmin_pages:move_confirm", args=(scene.obj.pk, section.pk))
    answer = scene.client.post(url)
    moved = scene.now().get_parent().pk == section.pk
    assert moved is scene.expects(ALLOWED)
    PageViewRestriction.objects.all().delete()
    return answer


@walks("T03d")
def copy_out_of_a_private_section(scene):
    section = public_section(scene)
    data = {
        "new_title": str(scene.obj), "new_slug": "ban-sao",
        "new_parent_page": str(section.pk), "publish_copies": "on",
    }  # fmt: skip
    answer = scene.client.post(
        reverse("wagtailadmin_pages:copy", args=(scene.obj.pk,)), data
    )
    assert not type(scene.obj).objects.get(slug="ban-sao").live
    PageViewRestriction.objects.all().delete()
    return answer


@walks("T07")
def read_drafts(scene):
    answers = [
        scene.client.get(url)
        for url in (
            reverse("wagtailadmin_pages:view_draft", args=(scene.obj.pk,)),
            reverse(
                "wagtailadmin_pages:revisions_view",
                args=(scene.obj.pk, scene.obj.latest_revision_id),
            ),
            reverse("wagtail_kehoach_approval:text", args=(scene.submission.pk,)),
            reverse("wagtail_kehoach_approval:review", args=(scene.submission.pk,)),
        )
    ]
    assert not any(roads.UNAPPROVED in a.content.decode() for a in answers)
    return answers
