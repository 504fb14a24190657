"""Deletes no entry on which a refusal rests: the picture would be shown, and nobody asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views import generic

from . import file_sentences, relisting

if TYPE_CHECKING:
    from .picture_models import PictureBasis


class PictureBasisDeleteView(generic.DeleteView):
    """Refused while it says who is or was in the picture or until when, or keeps an original."""

    def dispatch(self, request, *args, **kwargs):
        basis = self.object
        allowed = self.user_has_permission(self.permission_required)
        if allowed and _is_needed(basis):
            messages.error(request, file_sentences.entry_stays())
            return redirect("kehoach_picture_bases:edit", basis.pk)
        return super().dispatch(request, *args, **kwargs)


def _is_needed(basis: PictureBasis) -> bool:
    """Also for who was taken off it: a withdrawal has to find the picture."""
    kept = basis.withheld or basis.keep_until or basis.people.exists()
    return bool(kept) or relisting.is_open(basis)
