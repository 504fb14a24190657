"""What a new plan starts with: the school's own details, so that nobody types them."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site
from wagtail.signals import init_new_page

from ..organisation.bodies import is_same_body
from ..organisation.models import SchoolSettings
from ..organisation.queries import school_year_on
from .models import PlanPageMixin


def connect() -> None:
    """Follow the making of pages in the admin; called once, when the app is ready."""
    init_new_page.connect(_new_page, dispatch_uid="kehoach.new_plan")


def _new_page(sender, page, parent, **kwargs) -> None:
    if isinstance(page, PlanPageMixin):
        fill_from_school(page, parent)
        fill_from_school_year(page)


def fill_from_school(page: PlanPageMixin, parent) -> None:
    """Take from the school's details what ``page`` does not say yet."""
    school = school_of(parent)
    if school is None:
        return
    _fill_header(page, school)
    if not page.authority:
        page.signatory_position = page.signatory_position or school.head_title
        page.signatory_name = page.signatory_name or school.head_name


def fill_gaps_in_header(page: PlanPageMixin, parent) -> None:
    """As ``fill_from_school`` for what was read from a file, which somebody signed.

    A document of another body stays as it is.
    """
    school = school_of(parent)
    if school is None:
        return
    if page.issuing_body and not is_same_body(page.issuing_body, school.issuing_body):
        return
    _fill_header(page, school)


def another_issuer(page: PlanPageMixin) -> str | None:
    """What is said of a plan that is not the school's own, or ``None``."""
    school = school_of(page)
    if school is None or not (school.issuing_body and page.issuing_body):
        return None
    if is_same_body(school.issuing_body, page.issuing_body):
        return None
    return _(
        "The issuing body is “%(body)s”, and not “%(school)s”. Check whether this plan "
        "belongs on this portal."
    ) % {"body": page.issuing_body, "school": school.issuing_body}


def school_of(parent) -> SchoolSettings | None:
    """The details of the school on whose site ``parent`` lies."""
    site = parent.get_site() or Site.objects.filter(is_default_site=True).first()
    return SchoolSettings.for_site(site) if site else None


def _fill_header(page: PlanPageMixin, school: SchoolSettings) -> None:
    page.superior_body = page.superior_body or school.superior_body
    page.issuing_body = page.issuing_body or school.issuing_body
    page.place = page.place or school.place
    page.symbol = page.symbol or school.plan_symbol


def fill_from_school_year(page: PlanPageMixin) -> None:
    """A plan is usually made for the school year that runs."""
    year = school_year_on(timezone.localdate())
    if year and page.starts_on is None:
        page.starts_on, page.ends_on = year.starts_on, year.ends_on
        page.period_text = f"năm học {year.name}"
