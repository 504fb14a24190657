"""What portals may listen to. Sent after the database has committed, if nothing else is said."""

from django.dispatch import Signal

#: A principal approved a revision and it is public (or will be at its hour).
#: Sender: the class of the object. Arguments: ``instance``, ``approval``.
revision_approved = Signal()

#: A principal returned a revision to its author.
#: Sender: the class of the object. Arguments: ``instance``, ``revision``, ``user``, ``comment``.
revision_returned = Signal()

#: A scheduled revision was refused at its hour; its schedule is cancelled.
#: Sender: the class of the object. Arguments: ``instance``, ``revision``, ``reason``.
schedule_refused = Signal()

#: The tasks of a live plan were written to ``PlanTask``.
#: Sender: the class of the page. Arguments: ``page``.
plan_tasks_projected = Signal()

#: What rested on ended consents was taken down. Sent when all of it is done, within the
#: transaction if there is one. Sender: None. Arguments: ``people`` (their keys, or ``None``).
consents_enforced = Signal()

#: A post is being taken down because of a consent. Receivers answer with the places outside
#: of the portal that show it too, a line each, for the message; sent before the commit.
#: Sender: the class of the page. Arguments: ``page``, ``reason``.
post_taken_down = Signal()

#: A keeper asks what the portal holds about somebody in the registry. Receivers answer with
#: a list of ``(kind, text, address)``, with ``True`` as a fourth where it was found by the
#: name alone and a namesake may be meant. Sender: the class. Arguments: ``person``.
person_asked_about = Signal()

#: A text was published in an emergency; a principal has still to review it.
#: Sender: the class of the object. Arguments: ``instance``, ``emergency`` (the record).
emergency_published = Signal()

#: A principal withdrew what was published in an emergency.
#: Sender: the class of the object. Arguments: ``instance``, ``withdrawal`` (the record).
emergency_withdrawn = Signal()
