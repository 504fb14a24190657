"""Screens on signing authority and on the record of approvals."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.viewsets.model import ModelViewSet

from .models import SigningAuthority


class SigningAuthorityViewSet(ModelViewSet):
    """Who may approve for the head, in which field, from when until when."""

    name = "kehoach_signing_authorities"
    model = SigningAuthority
    icon = "key"
    menu_label = _("Signing authority")
    menu_hook = "register_kehoach_menu_item"
    menu_order = 830
    add_to_admin_menu = True
    list_display = ["user", "capacity", "field", "starts_on", "ends_on"]
    list_filter = ["capacity", "field"]
    panels = [
        FieldPanel("user"),
        FieldRowPanel(["capacity", "field"]),
        FieldRowPanel(["decision_number", "decision_date"]),
        FieldRowPanel(["starts_on", "ends_on"]),
    ]
