"""What a portal starts with, in one call. Safe to repeat; says what it made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupPagePermission, get_page_models

from .addresses import free_slug
from .approval import decisions, defaults
from .conf import kehoach_settings
from .consent.link_models import ConsentRequest
from .consent.models import Takedown
from .consent.person_models import Person
from .consent.picture_models import PictureBasis
from .consent.register import DataRequest
from .foreign_info.models import ForeignInfoIndexPageMixin
from .languages import rules
from .languages.models import GlossaryTerm
from .organisation.models import Body, SchoolSettings, SchoolYear, Unit
from .organisation.seeds import ensure_school_years
from .plans.models import PlanIndexPageMixin
from .plans.word_template import PlanTemplate
from .registration.models import RegisterEntry
from .sharing.models import SharedPost
from .spokespersons.models import Spokesperson
from .spokespersons.pages import SpokespersonIndexPageMixin
from .stories.campaigns import StoryCampaign, StoryProposal
from .stories.honour_roll import HonourRollPageMixin
from .stories.models import StoryIndexPageMixin
from .stories.recognition import RecognitionTitle
from .stories.seeds import ensure_recognition_titles
from .themes.models import Theme

if TYPE_CHECKING:
    from django.utils.functional import Promise
    from wagtail.models import Page, Site

#: Content of the portal, so Vietnamese whatever the language of whoever runs the command.
INDEX_PAGES = [
    (PlanIndexPageMixin, "Kế hoạch truyền thông", "ke-hoach"),
    (StoryIndexPageMixin, "Gương điển hình tiên tiến", "guong-dien-hinh"),
    (HonourRollPageMixin, "Bảng vàng danh dự", "bang-vang"),
    (ForeignInfoIndexPageMixin, "Thông tin đối ngoại", "thong-tin-doi-ngoai"),
    (SpokespersonIndexPageMixin, "Người phát ngôn", "nguoi-phat-ngon"),
]


@dataclass
class SetupReport:
    """What was made now, what was there before, and what to look after, in words."""

    made: list[str | Promise] = field(default_factory=list)
    found: list[str | Promise] = field(default_factory=list)
    warnings: list[str | Promise] = field(default_factory=list)

    def note(self, what: str | Promise, name: str, *, made: bool) -> None:
        (self.made if made else self.found).append(format_lazy(what, name=name))

    def warn(self, what: str | Promise, name: str = "") -> None:
        self.warnings.append(format_lazy(what, name=name))


@transaction.atomic
def set_up(site: Site) -> SetupReport:
    """Make the groups, the workflow, the index pages and the school years of ``site``."""
    report = SetupReport()
    pages = [p for entry in INDEX_PAGES for p in _index_pages(site, *entry, report)]
    workflow, made = defaults.ensure_workflow()
    report.note(_("workflow “{name}”"), workflow.name, made=made)
    for other in defaults.put_under_workflow(workflow, pages, [Spokesperson]):
        report.warn(
            _(
                "workflow “{name}” has no step for the principal: what is submitted to it "
                "cannot become public"
            ),
            other.name,
        )
    _set_up_groups(pages, report)
    _warn_of_other_sites(site, report)
    _details, made = SchoolSettings.objects.get_or_create(site=site)
    report.note(_("school details of {name}"), site.hostname, made=made)
    for year in ensure_school_years(timezone.localdate()):
        report.note(_("school year {name}"), year.name, made=True)
    if titles := ensure_recognition_titles():
        report.note(_("{name} titles of commendation"), str(len(titles)), made=True)
    return report


def _warn_of_other_sites(site: Site, report: SetupReport) -> None:
    """The groups are those of one school; a second school needs a portal of its own."""
    paths = GroupPagePermission.objects.filter(
        group__name=kehoach_settings.PRINCIPALS_GROUP
    ).values_list("page__path", flat=True)
    translated = site.root_page.get_translations() if rules.is_on() else []
    trees = tuple(root.path for root in (site.root_page, *translated))
    if not all(path.startswith(trees) for path in paths):
        report.warn(
            _("the groups also write and approve on another site of this portal")
        )


def _index_pages(site: Site, mixin, title: str, slug: str, report) -> list[Page]:
    """The index pages of this kind on ``site``; one is made if there is none.

    All of them: below one that was left out, texts would go to nobody who may approve.
    """
    models = [m for m in get_page_models() if issubclass(m, mixin)]
    there = [model.objects.descendant_of(site.root_page) for model in models]
    if found := [page for pages in there for page in pages.order_by("path")]:
        found += _in_other_languages(found)
        for page in found:
            report.note(_("page “{name}”"), page.title, made=False)
        if not any(page.live for page in found):
            report.warn(_("page “{name}” is not public"), found[0].title)
        return found
    if not models or not apps.is_installed("wagtail_kehoach.pages"):
        return []
    root = site.root_page.specific
    slug = free_slug(root, slug, otherwise=slug)
    page = models[0](title=title, slug=slug, show_in_menus=True)
    root.add_child(instance=page)
    decisions.approve_setup(page)
    report.note(_("page “{name}”"), page.title, made=True)
    return [page]


def _in_other_languages(pages: list[Page]) -> list[Page]:
    """The translations of ``pages``, which lie in the trees of their languages."""
    if not rules.is_on():
        return []
    keys = [page.translation_key for page in pages]
    translated = (
        type(pages[0])
        ._meta.get_field("path")
        .model.objects.filter(translation_key__in=keys)
    )
    others = translated.exclude(pk__in=[page.pk for page in pages])
    return [page.specific for page in others.order_by("path")]


def _set_up_groups(pages: list[Page], report: SetupReport) -> None:
    editors, principals, made = defaults.ensure_groups()
    for group in (editors, principals):
        report.note(_("group “{name}”"), group.name, made=group.name in made)
    defaults.grant_on_pages(editors, principals, pages)
    defaults.grant_on_models(editors, [Spokesperson], ["add", "change"])
    defaults.grant_on_models(principals, [Spokesperson], ["add", "change", "publish"])
    registers = [Theme, Unit, Body, SchoolYear, RecognitionTitle, GlossaryTerm]
    defaults.grant_on_models(principals, registers, ["add", "change"])
    for group in (editors, principals):
        defaults.grant_on_models(group, [StoryCampaign], ["add", "change", "view"])
        defaults.grant_on_models(group, [StoryProposal], ["add", "view"])
        defaults.grant_on_models(group, [SharedPost], ["view"])
    defaults.grant_on_models(principals, [SchoolSettings, PlanTemplate], ["change"])
    defaults.grant_on_models(editors, [PictureBasis], ["add", "change", "view"])
    defaults.grant_on_models(principals, [Takedown], ["view"])
    defaults.grant_on_models(principals, [RegisterEntry], ["add", "view"])
    if apps.is_installed("wagtail_localize"):
        for group in (editors, principals):
            defaults.grant_to_translate(group)
    _set_up_keepers(report)
    _set_up_clerks(report)


def _set_up_keepers(report: SetupReport) -> None:
    """The small group that keeps the registry of consents."""
    name = kehoach_settings.CONSENT_GROUP
    keepers, made = Group.objects.get_or_create(name=name)
    report.note(_("group “{name}”"), name, made=made)
    defaults.grant_admin(keepers)
    defaults.grant_on_models(keepers, [Person, PictureBasis], ["add", "change", "view"])
    defaults.grant_on_models(keepers, [ConsentRequest], ["add", "view"])
    defaults.grant_on_models(keepers, [DataRequest], ["add", "change", "view"])
    defaults.grant_on_models(keepers, [Takedown, SharedPost], ["view"])


def _set_up_clerks(report: SetupReport) -> None:
    """The group that keeps the register of documents."""
    name = kehoach_settings.CLERKS_GROUP
    clerks, made = Group.objects.get_or_create(name=name)
    report.note(_("group “{name}”"), name, made=made)
    defaults.grant_admin(clerks)
    defaults.grant_on_models(clerks, [RegisterEntry], ["add", "view"])
