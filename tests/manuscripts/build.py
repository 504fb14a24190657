"""Stories as teachers write them in Word, built where they are needed."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from PIL import Image

from tests.decree30.build import docx_of

TITLE = "Cô Lan và lớp học bên suối"
LEAD = "Mười năm qua, tối nào nhà cô Lan cũng sáng đèn đón người lớn đến học chữ."
FIRST = (
    "Con đường vào bản dài mười hai cây số, mùa mưa phải đi bộ. Cô Nguyễn Thị Lan đi con "
    "đường ấy từ ngày mới ra trường."
)
SECOND = "Bà Tư, học viên lớn tuổi nhất lớp, nay đã đọc được tên mình trên căn cước."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@cache
def picture(
    colour="seagreen", *, size=(800, 600), kind="JPEG", place: bool = False
) -> bytes:
    """A picture as bytes; ``place`` writes into it where it was taken."""
    image = Image.new("RGB", size, colour)
    exif = Image.Exif()
    if place:
        exif[0x8825] = {1: "N", 2: (10.0, 20.0, 30.0), 3: "E", 4: (105.0, 1.0, 2.0)}
    stored = io.BytesIO()
    image.save(stored, kind, **({"exif": exif} if place else {}))
    return stored.getvalue()


class Story:
    """A Word file that is being written; every method adds one paragraph."""

    def __init__(self) -> None:
        self.word = docx.Document()

    def says(self, text: str, *, bold=False, italic=False, aligned="", style=None):
        paragraph = self.word.add_paragraph(style=style)
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        if aligned:
            paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, aligned.upper())
        return paragraph

    def title(self, text: str = TITLE):
        return self.says(text, bold=True, aligned="center")

    def shows(self, data: bytes, description: str = "", *, width=10):
        shape = self.word.add_picture(io.BytesIO(data), width=Cm(width))
        if description:
            shape._inline.docPr.set("descr", description)
        return shape

    def file(self) -> bytes:
        return docx_of(self.word)


def story() -> Story:
    """A story with everything that is usual: two photos, a heading, who wrote it."""
    made = Story()
    made.title()
    made.says(LEAD, bold=True)
    made.says(FIRST)
    made.shows(picture(place=True), "Cô Lan bên bảng đen, cạnh ngọn đèn dầu")
    made.says("Ảnh 1. Cô Lan trong giờ học tối", italic=True, aligned="center")
    made.says("Người học lớn tuổi nhất", bold=True)
    made.says(SECOND)
    made.shows(picture("navy"))
    made.says("Bà Tư đọc chữ", style="Caption")
    made.says("Người viết: Tổ Ngữ văn", italic=True, aligned="right")
    return made


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The file with parts put in or replaced; ``__`` in a name stands for a slash."""
    changed = {name.replace("__", "/"): part for name, part in parts.items()}
    stored = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            new.writestr(name, part, zipfile.ZIP_DEFLATED)
    return stored.getvalue()
