"""Work with its particulars below it: "Chủ trì: …", "Phối hợp: …", "Thời gian: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..parts import Block, Heading, Paragraph, Period, Task
from .actors import is_actor, is_name, subject_of
from .cell_times import moments_in_cell
from .moments import moment_in
from .parties import helpers_in
from .tables import names_in
from .wording import fold, tidy, unpunctuated

_LABELS = (
    ("supporting", r"(?:don vi |bo phan |co quan )?phoi hop(?: thuc hien)?"),
    (
        "responsible",
        r"(?:(?:don vi|bo phan|co quan|nguoi|ca nhan|giao vien) )?"
        r"(?:chu tri|thuc hien|phu trach|dau moi|chiu trach nhiem(?: chinh)?|dam nhiem)"
        r"|phan cong|trach nhiem",
    ),
    (
        "time",
        r"(?:thoi gian|thoi diem|thoi han|tien do|han|han chot)"
        r"(?: thuc hien| hoan thanh)?|hoan thanh",
    ),
    ("result", r"(?:ket qua|san pham)(?: du kien| dau ra| can dat)?"),
    (
        "about",
        r"dia diem|kinh phi|doi tuong(?: tham gia)?|hinh thuc|thanh phan|chu de|khau hieu"
        r"|thong diep",
    ),
)
_PATTERNS = [(name, re.compile(rf"(?:{label})$")) for name, label in _LABELS]
_PART = re.compile(
    r"(?:^|(?<=[.;])\s+)(?=[^\W\d_a-z][^.;:]{2,40}:\s)|(?<=;)\s+(?=phối hợp[^.;:]{0,12}:\s)"
)
#: How sure such a task is: somebody wrote down what belongs to it, one by one.
SURE = 0.9
_MOST_WORDS = 20
#: What the work of the heading above consists in: it is no work by itself.
_CONTENT = re.compile(r"nội dung\s*:\s*", re.IGNORECASE)


@dataclass
class Labelled:
    """A piece of work above and what is said of it below."""

    #: Which blocks say it: the work first, then its particulars.
    blocks: list[int]
    said: dict[str, str] = field(default_factory=dict)
    work: str = ""

    def task(self, period: Period | None) -> Task:
        """What it asks for, of whom, until when."""
        time = self.said.get("time", "")
        moment = moments_in_cell(time, period) or moment_in(time, period)
        who = self.said.get("responsible")
        lead = _without_acts(who)
        helpers = names_in(self.said.get("supporting", ""))
        return Task(
            text=unpunctuated(self.work),
            responsible=lead,
            deadline=moment.date if moment else None,
            deadline_text=moment.text if moment else None,
            supporting=[*helpers, *helpers_in(who or "", lead)],
            expected_result=self.said.get("result"),
            confidence=SURE,
            block=self.blocks[0],
        )


def labelled_work(blocks: list[Block]) -> list[Labelled]:
    """Find work whose particulars follow it, each after its label.

    The work is the paragraph above, or the heading where that is all there is. Only where
    it is said who leads, and something else besides, or where the labels have lines of
    their own.
    """
    found: list[Labelled] = []
    current: Labelled | None = None
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (whole := _in_one(place, block.text)):
            found.append(whole)
            current = None
            continue
        said = _particulars(block.text) if isinstance(block, Paragraph) else {}
        if not said:
            current = None
            continue
        if current is None:
            current = _begun(blocks, place)
            if current is None:
                continue
            found.append(current)
        current.blocks.append(place)
        current.said = {**said, **current.said}
    return [work for work in found if _names_somebody(work.said.get("responsible"))]


def _without_acts(who: str | None) -> str | None:
    """The name alone of "Thư viện chủ trì, phối hợp với …"."""
    return who if who is None or is_name(who) else subject_of(who) or who


def _names_somebody(who: str | None) -> bool:
    return who is not None and len(who.split()) <= (_MOST_WORDS if is_actor(who) else 8)


def _begun(blocks: list[Block], place: int) -> Labelled | None:
    """The work that the particulars from ``place`` on belong to."""
    above = blocks[place - 1] if place else None
    if isinstance(above, Heading):
        return Labelled([place - 1], work=above.title)
    if not isinstance(above, Paragraph):
        return None
    heading = blocks[place - 2] if place > 1 else None
    content = _CONTENT.match(above.text)
    if isinstance(heading, Heading) and (content or not above.marker):
        said = above.text[content.end() :] if content else above.text
        return Labelled([place - 1], work=f"{heading.title}: {said}")
    return Labelled([place - 1], work=above.text)


def _in_one(place: int, text: str) -> Labelled | None:
    """Work with its particulars behind it: "Tổ chức … . Đơn vị chủ trì: … ."."""
    if ":" not in text:
        return None
    work, *rest = [*filter(None, map(tidy, _PART.split(text)))] or [""]
    if not rest or label_of(work.partition(":")[0]):
        return None
    said = _particulars(" ".join(rest))
    return Labelled([place], said, work) if "responsible" in said else None


def _particulars(text: str) -> dict[str, str]:
    """The labels of a paragraph with what stands after them; none where it says more."""
    said: dict[str, str] = {}
    if ":" not in text:
        return said
    for part in filter(None, map(tidy, _PART.split(text))):
        label, colon, value = part.partition(":")
        name = label_of(label) if colon else None
        if name is None or not unpunctuated(value):
            return {}
        said.setdefault(name, unpunctuated(value))
    return said


def label_of(label: str) -> str | None:
    """Which particular a label names."""
    folded = fold(label)
    return next((name for name, known in _PATTERNS if known.match(folded)), None)
