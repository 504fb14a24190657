"""What portals may listen to. Sent after the database has committed, never before."""

from django.dispatch import Signal

#: A principal approved a revision and it is public (or will be at its hour).
#: Sender: the class of the object. Arguments: ``instance``, ``approval``.
revision_approved = Signal()

#: A principal returned a revision to its author.
#: Sender: the class of the object. Arguments: ``instance``, ``revision``, ``user``, ``comment``.
revision_returned = Signal()

#: The tasks of a live plan were written to ``PlanTask``.
#: Sender: the class of the page. Arguments: ``page``.
plan_tasks_projected = Signal()

#: A text was published in an emergency; a principal has still to review it.
#: Sender: the class of the object. Arguments: ``instance``, ``emergency`` (the record).
emergency_published = Signal()

#: A principal withdrew what was published in an emergency.
#: Sender: the class of the object. Arguments: ``instance``, ``withdrawal`` (the record).
emergency_withdrawn = Signal()
