"""What wagtail-localize's editor does with guarded texts."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.auth import require_admin_access
from wagtail_localize.models import Translation

from ..approval import decisions
from ..approval.guard import ApprovalGuardMixin
from ..exceptions import ApprovalRefused
from ..languages import points
from ..languages.mixins import LanguageMixin
from ..languages.panels import SCREEN
from . import seen, submitting
from .views import SegmentsView, upload_from_editor


@hooks.register("before_edit_page", order=-10)
@hooks.register("before_edit_snippet", order=-10)
def publishing_a_translation_is_approving(request, obj):
    """The button *Publish* of a translation: a principal approves what he has read there.

    Anybody else leaves a draft and is told why. Comes before wagtail-localize's own hook.
    """
    obj = getattr(obj, "specific", obj)
    translation = isinstance(obj, ApprovalGuardMixin) and _synced(obj)
    if not translation:
        return None
    if request.method == "GET":
        seen.remember(request, translation)
    if request.POST.get("action") != "publish":
        return None
    try:
        translation.save_target(user=request.user, publish=False)
        # After the draft was made: what came in between may stand in it.
        if unread := seen.why_unread(request, translation):
            raise ApprovalRefused(unread)
        obj.refresh_from_db()
        revision = obj.get_latest_revision()
        decisions.approve_directly(obj, revision, user=request.user)
        revision.publish(user=request.user)
    except ApprovalRefused as refusal:
        messages.error(request, refusal.reason)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(
            request, _("“%(title)s” is approved and published.") % {"title": obj}
        )
    return redirect(request.path)


@hooks.register("before_edit_page", order=-9)
def lead_on_to_submission(request, page):
    """wagtail-localize's editor has no button that submits; ours is one click away.

    Its button *Publish* is an approval, so what a principal should look at is said here.
    """
    page = getattr(page, "specific", page)
    if request.method != "GET" or not isinstance(page, LanguageMixin):
        return
    if row := _synced(page):
        for said in points.of_translation(submitting.as_passages(row)):
            messages.warning(request, said)
        url = reverse(SCREEN, args=(page.pk,))
        messages.info(
            request,
            _(
                "What is typed here is kept passage by passage. Submit it when it is done."
            ),
            buttons=[messages.button(url, _("Check and submit"))],
        )


@hooks.register("construct_reports_menu")
def tell_the_two_lists_apart(request, menu_items):
    """Ours has every translation of our pages; the report only what goes by passages."""
    report = reverse("wagtail_localize:translations_report")
    for item in menu_items:
        if item.url == report:
            item.label = _("Translations by passages")


@hooks.register("register_admin_urls", order=-1)
def register_urls():
    """In the place of other screens, at the same addresses: the one without passages, and
    what wagtail-localize does with a file."""
    view = require_admin_access(SegmentsView.as_view())
    return [
        path("kehoach/translation/<int:pk>/", view, name=SCREEN),
        path(
            "localize/translate/<int:translation_id>/pofile/upload/",
            require_admin_access(upload_from_editor),
        ),
    ]


@hooks.register("construct_page_action_menu")
def no_public_text_is_replaced_unread(menu_items, request, context):
    """Turning a translation back into an alias would put another text before the public."""
    if isinstance(context.get("page"), ApprovalGuardMixin):
        menu_items[:] = [
            item for item in menu_items if item.name != "localize-convert-to-alias"
        ]


def _synced(obj) -> Translation | None:
    """The translation that wagtail-localize keeps in step with its source, if any."""
    if not hasattr(obj, "translation_key"):
        return None
    return Translation.objects.filter(
        source__object_id=obj.translation_key,
        target_locale_id=obj.locale_id,
        enabled=True,
    ).first()
