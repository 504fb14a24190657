"""Who is shown or named."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext, gettext_lazy as _
from modelcluster.models import ClusterableModel

from ..names import LONGEST_KEY, register_key


class PersonQuerySet(models.QuerySet):
    def told_apart(self) -> PersonQuerySet:
        """Each says whether another entry has its name and class level."""
        same = Person.objects.filter(
            sorted_as=models.OuterRef("sorted_as"),
            class_level=models.OuterRef("class_level"),
        )
        others = same.exclude(pk=models.OuterRef("pk"))
        return self.annotate(has_namesake=models.Exists(others))


class Person(ClusterableModel):
    """Somebody whom posts or pictures show or name. Private: never public, never searched.

    No revisions are kept: they would be copies of personal data that outlive its deletion.
    """

    full_name = models.CharField(verbose_name=_("full name"), max_length=150)
    class_level = models.CharField(
        verbose_name=_("class level"),
        max_length=50,
        blank=True,
        help_text=_("For pupils, for example “khối 8”."),
    )
    child = models.BooleanField(
        verbose_name=_("child"),
        default=True,
        help_text=_("Decides where the date of birth is not known."),
    )
    born_on = models.DateField(verbose_name=_("date of birth"), null=True, blank=True)
    representative = models.CharField(
        verbose_name=_("legal representative"), max_length=150, blank=True
    )
    representative_contact = models.CharField(
        verbose_name=_("contact of the representative"), max_length=150, blank=True
    )
    sorted_as = models.CharField(
        max_length=LONGEST_KEY, blank=True, default="", editable=False, db_index=True
    )

    objects = PersonQuerySet.as_manager()
    #: Whether the name and the class level are not enough; known after ``told_apart``.
    has_namesake = False

    class Meta:
        verbose_name = _("person shown or named")
        verbose_name_plural = _("people shown or named")
        ordering = ["sorted_as", "pk"]

    def __str__(self):
        return (
            f"{self.full_name} ({self.class_level})"
            if self.class_level
            else self.full_name
        )

    def save(self, *args, update_fields=None, **kwargs):
        self.sorted_as = register_key(self.full_name)
        if update_fields is not None:
            update_fields = {*update_fields, "sorted_as"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def label(self) -> str:
        """Name and class level; of namesakes the number of the entry, and nothing private."""
        return self.numbered() if self.has_namesake else str(self)

    def numbered(self) -> str:
        """As namesakes are told apart in lists, reasons and records."""
        said = {"person": str(self), "number": self.pk}
        return gettext("%(person)s, entry no. %(number)s") % said

    def listed_name(self) -> str:
        """The name in lists, which go by it as a class register does."""
        return self.full_name

    listed_name.short_description = _("full name")
    listed_name.admin_order_field = "sorted_as"
