"""Deletes no entry on which a refusal rests: the picture would be shown, and nobody asked."""

from __future__ import annotations

from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.views import generic

from . import sentences


class PictureBasisDeleteView(generic.DeleteView):
    """Refused while it says who is in the picture or until when, or keeps an original."""

    def dispatch(self, request, *args, **kwargs):
        basis = self.object
        allowed = self.user_has_permission(self.permission_required)
        if allowed and (basis.withheld or basis.keep_until or basis.people.exists()):
            messages.error(request, sentences.entry_stays())
            return redirect("kehoach_picture_bases:edit", basis.pk)
        return super().dispatch(request, *args, **kwargs)
