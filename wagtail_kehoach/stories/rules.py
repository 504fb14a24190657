"""What to look at in a story before it goes on. Refuses nothing; writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from .models import StoryPageMixin


def commendation_points(story: StoryPageMixin) -> list[str]:
    """What does not fit together in the commendation of ``story``."""
    if not story.commendation_title:
        return []
    points = []
    if not (story.commendation_number and story.commendation_date):
        points.append(
            _("The commendation has no decision number or no date of the decision.")
        )
    title, day = story.recognition, story.commendation_date
    if title and day and not title.exists_on(day):
        points.append(
            _("“%(title)s” was not a title of commendation on %(day)s.")
            % {"title": title.name, "day": date_format(day, "d/m/Y")}
        )
    if title and not title.fits(story.subject_kind):
        points.append(
            _("“%(title)s” is for %(whom)s.")
            % {"title": title.name, "whom": title.get_for_whom_display()}
        )
    return points
