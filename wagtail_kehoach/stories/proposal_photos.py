"""Photos that came with a proposed story: private until a writer takes them into it."""

from __future__ import annotations

import base64
from functools import partial

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..consent import camera
from ..consent.storage import private_name, private_storage
from ..names import stands_in
from ..signals import person_asked_about
from .campaigns import StoryProposal

#: As large as the thumb that is to hit the box beside it.
PREVIEW = 240


class ProposedPhoto(models.Model):
    """A photo that somebody without an account sent, as the camera code made it ready.

    It lies where the scans of consents lie, has no address, and is no image of Wagtail:
    no chooser, search, API, rendition or usage view knows it.
    """

    wagtail_reference_index_ignore = True

    proposal = models.ForeignKey(
        StoryProposal, on_delete=models.CASCADE, related_name="photos"
    )
    file = models.FileField(upload_to=private_name, storage=private_storage)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("proposed photo")
        verbose_name_plural = _("proposed photos")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def preview(self) -> str:
        """The photo itself, small, for a page that may load nothing; empty if it is gone."""
        try:
            with self.file.storage.open(self.file.name) as stored:
                data = base64.b64encode(camera.small(stored, PREVIEW)).decode()
        except OSError:
            return ""
        return f"data:image/jpeg;base64,{data}"


def connect() -> None:
    """Delete files of rows that went; say whom photos show. Called once, when ready."""
    post_delete.connect(
        _delete_file, sender=ProposedPhoto, dispatch_uid="kehoach.proposed_photo"
    )
    person_asked_about.connect(_named_in, dispatch_uid="kehoach.proposed_photo_names")


def _named_in(sender, person, **kwargs):
    """Proposals whose photos were said to show the person."""
    return [
        (
            _("photos of a proposal"),
            str(proposal),
            reverse("kehoach_proposals:detail", args=(proposal.pk,)),
            True,
        )
        for proposal in StoryProposal.objects.filter(
            who_is_shown__contains=person.full_name
        )
        if stands_in(person.full_name, proposal.who_is_shown)
    ]


def _delete_file(sender, instance, **kwargs) -> None:
    storage, name = instance.file.storage, instance.file.name
    transaction.on_commit(partial(storage.delete, name))
