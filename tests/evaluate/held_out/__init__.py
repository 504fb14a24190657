"""Documents of our own that the reader was not written against, in many layouts.

Their words are ours, their forms those of Decree 30/2020/NĐ-CP and of what offices print
beside it. The same seed gives the same documents.
"""

from __future__ import annotations

import random

from ..samples import Sample
from . import as_text, as_word, in_old_fonts
from .plans import letter, news, other, plan

_KINDS = [plan, plan, plan, plan, plan, other, letter, news]
_LAYOUTS = {
    "text-recognised": (as_text.recognised, "txt"),
    "text-wrapped": (as_text.wrapped, "txt"),
    "text-marked-up": (as_text.marked_up, "md"),
    "word-tables": (as_word.with_tables, "docx"),
    "word-tabs": (as_word.with_tabs, "docx"),
    "word-spaces": (as_word.with_spaces, "docx"),
    "word-numbered": (as_word.numbered, "docx"),
    "word-tcvn3": (in_old_fonts.tcvn3, "docx"),
    "word-vni": (in_old_fonts.vni, "docx"),
}


def held_out(seed: int, count: int) -> list[Sample]:
    """Return ``count`` documents, each set in one of the layouts."""
    rng = random.Random(seed)
    layouts = list(_LAYOUTS.items())
    samples = []
    for place in range(count):
        page = rng.choice(_KINDS)(rng)
        layout, (set_in, suffix) = layouts[place % len(layouts)]
        name = f"{place:03}-{layout}.{suffix}"
        samples.append(Sample(name, set_in(page), page.expected, layout))
    return samples
