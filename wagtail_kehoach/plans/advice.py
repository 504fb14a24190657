"""What people should look at in a plan before they write on, approve it or number it."""

from __future__ import annotations


class PlanAdviceMixin:
    """Adds to what the guard and the register say of any text; it refuses nothing.

    What is asked stands below the models, so that each method imports it.
    """

    def points_to_check(self):
        """A number that another plan of the year has already; a body that is not ours."""
        from .numbers import number_taken, same_number  # noqa: PLC0415 -- thin method
        from .starting import another_issuer  # noqa: PLC0415 -- thin method

        another = another_issuer(self)
        same = [number_taken(self, other) for other in same_number(self)]
        return [
            *(same or super().points_to_check()),
            *([another] if another else []),
        ]

    def points_to_write(self):
        """A plan of this title that is there already; a block that nobody here signs as."""
        from .same_title import why_twice  # noqa: PLC0415 -- thin method
        from .signatory_name import why_another_head  # noqa: PLC0415 -- thin method
        from .signing import why_nobody_signs  # noqa: PLC0415 -- thin method

        said = [why_twice(self), why_nobody_signs(self) or why_another_head(self)]
        return [*super().points_to_write(), *filter(None, said)]

    def points_to_register(self):
        """A signature block that names somebody else than the head, or who approved."""
        from .signatory_name import (  # noqa: PLC0415 -- thin method
            why_another_than_approved,
        )

        another = why_another_than_approved(self)
        return [*super().points_to_register(), *([another] if another else [])]

    def points_to_sign(self, authority):
        """A signature block with another capacity than the approver's, or another name."""
        from .signatory_name import why_another_approver  # noqa: PLC0415 -- thin method
        from .signing import why_another_signs  # noqa: PLC0415 -- thin method

        said = [why_another_signs(self, authority)]
        said += [why_another_approver(self, authority)]
        return [*super().points_to_sign(authority), *filter(None, said)]
