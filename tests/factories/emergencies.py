"""People who are named for emergencies, and what they publish."""

from wagtail_kehoach.approval import emergencies
from wagtail_kehoach.models import SigningAuthority

REASON = "Bão số 9: học sinh nghỉ học từ sáng mai."


def name_for_emergencies(user, **said):
    """Record the decision that lets ``user`` publish in an emergency."""
    return SigningAuthority.objects.create(user=user, capacity="emergency", **said)


def published_in_emergency(obj, *, by, writer=None):
    """Save ``obj`` and publish it as ``by`` does in an emergency. Return the record."""
    revision = obj.save_revision(user=writer or by)
    return emergencies.publish(
        obj, revision, user=by, reason=REASON, ticked=obj.approval_checks()
    )
