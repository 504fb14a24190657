"""The e-mail that sets a new password, as the school writes: text and HTML, with its name.

A portal that wants it names the form in ``WAGTAILADMIN_USER_PASSWORD_RESET_FORM``.
"""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.admin.forms.auth import PasswordResetForm as WagtailForm
from wagtail.users.models import UserProfile

from .approval.mailing import deliver

logger = logging.getLogger("wagtail_kehoach.password_reset")
TEMPLATE = "wagtail_kehoach/email/password_reset"


class PasswordResetForm(WagtailForm):
    """Wagtail's form with an e-mail of ours, in the language of whoever reads it."""

    def send_mail(
        self,
        subject_template_name: str,
        email_template_name: str,
        context: dict[str, Any],
        from_email: str | None,
        to_email: str,
        html_email_template_name: str | None = None,
    ) -> None:
        """Log what cannot be sent, as Django does: nobody learns who has an account."""
        user = context["user"]
        try:
            with override(UserProfile.get_for_user(user).get_preferred_language()):
                deliver(TEMPLATE, {**context, **_facts(context)}, to_email)
        except Exception:
            logger.exception("The e-mail for a new password of %s failed.", user.pk)


def _facts(context: dict[str, Any]) -> dict[str, Any]:
    asked_at = f"{context['protocol']}://{context['domain']}"
    path = reverse(
        "wagtailadmin_password_reset_confirm", args=(context["uid"], context["token"])
    )
    lasts = dt.timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    return {
        "link": (getattr(settings, "WAGTAILADMIN_BASE_URL", "") or asked_at) + path,
        "expires_at": timezone.now() + lasts,
        "username": context["user"].get_username(),
    }
