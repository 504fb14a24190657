"""Screens on signing authority and on the record of approvals."""

from __future__ import annotations

from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from ..organisation.queries import in_register_order
from .authorities import SigningAuthority
from .forms import SigningAuthorityForm


class IndexView(generic.IndexView):
    def get_base_queryset(self):
        rows = super().get_base_queryset().select_related("user")
        return in_register_order(rows, SigningAuthority.holder)


class SigningAuthorityViewSet(ModelViewSet):
    """Who may approve for the head, in which field, from when until when."""

    name = "kehoach_signing_authorities"
    model = SigningAuthority
    icon = "key"
    menu_name = "kehoach-signing-authorities"
    menu_hook = "register_kehoach_menu_item"
    menu_order = 830
    add_to_admin_menu = True
    index_view_class = IndexView
    list_display = ["holder", "capacity", "field", "starts_on", "ends_on"]
    list_filter = ["capacity", "field"]
    edit_handler = ObjectList(
        [
            FieldPanel("user"),
            FieldRowPanel(["capacity", "field"]),
            FieldRowPanel(["decision_number", "decision_date"]),
            FieldRowPanel(["starts_on", "ends_on"]),
        ],
        base_form_class=SigningAuthorityForm,
    )
