"""Documents for the tests of the reader, built where they are needed."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"

PLAN = """\
UBND XÃ SUỐI TRĂNG
TRƯỜNG TIỂU HỌC HOA BAN
Số: 12/KH-THHB
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Suối Trăng, ngày 05 tháng 9 năm 2025

KẾ HOẠCH
Truyền thông của nhà trường năm học 2025-2026

Căn cứ Kế hoạch số 77/KH-UBND ngày 20/8/2025 của UBND xã Suối Trăng về công tác truyền thông;

Trường Tiểu học Hoa Ban xây dựng kế hoạch truyền thông như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Giúp cha mẹ học sinh hiểu việc học của con.

2. Yêu cầu

- Thông tin đúng, đủ và kịp thời.

II. TỔ CHỨC THỰC HIỆN

1. Hiệu trưởng

- Duyệt nội dung trước khi đăng.

2. Tổ Văn phòng

- Đăng lịch tuần lên trang tin trước ngày 15/9.

3. Chế độ báo cáo

- Báo cáo tổng kết gửi về UBND xã trước ngày 25/5/2026.

Trên đây là kế hoạch của nhà trường./.

Nơi nhận:
- UBND xã (để b/c);
- Lưu: VT.

HIỆU TRƯỞNG

Lò Thị Mai
"""


def plan_with(old: str = "", new: str = "") -> bytes:
    """Return the plan as a text file, with one passage replaced."""
    assert old in PLAN
    return PLAN.replace(old, new).encode()


def docx_of(document: docx.document.Document) -> bytes:
    """Return a Word document as bytes."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_plan(*body: str, left: str = "", right: str = "") -> docx.document.Document:
    """Return a plan with the usual header table and the paragraphs of a body."""
    document = docx.Document()
    header = document.add_table(1, 2)
    header.cell(0, 0).text = (
        left or "UBND XÃ SUỐI TRĂNG\nTRƯỜNG TIỂU HỌC HOA BAN\nSố: 12/KH-THHB"
    )
    header.cell(0, 1).text = right or f"{NATION}\nSuối Trăng, ngày 05 tháng 9 năm 2025"
    for text in ("KẾ HOẠCH", "Truyền thông năm học 2025-2026"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True
    document.add_paragraph()
    for text in body:
        document.add_paragraph(text)
    return document


def close(document: docx.document.Document) -> bytes:
    """Add the usual footer table; return the file."""
    footer = document.add_table(1, 2)
    footer.cell(0, 0).text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    footer.cell(0, 1).text = "KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\n(Đã ký)\n\nLò Thị Mai"
    return docx_of(document)


def archive_of(**parts: bytes) -> bytes:
    """Return a Word archive with the given parts; ``document`` is the main one."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")
        for name, data in parts.items():
            archive.writestr(f"word/{name}.xml", data)
    return stream.getvalue()


def pdf_of(*lines: str) -> bytes:
    """Return a PDF of one page that prints lines of plain letters."""
    text = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    return pdf_of_pages(f"BT /F1 12 Tf 72 720 Td {text} ET")


def ruled_page(
    rows: list[list[str]], *, above: str = "", spanned: tuple[int, ...] = ()
) -> str:
    """Return a page with a ruled table; ``spanned`` rows go on in the cell above, on the left.

    A line break in a cell begins a new line of text there.
    """
    width, height, left, top = 120, 40, 60, 700
    sides = [left + width * place for place in range(len(rows[0]) + 1)]
    bottom = top - height * len(rows)
    drawn = [f"{x} {top} m {x} {bottom} l S" for x in sides]
    for place in range(len(rows) + 1):
        begin = sides[1] if place in spanned else left
        y = top - height * place
        drawn.append(f"{begin} {y} {sides[-1] - begin} 0.5 re f")
    texts = [(72, 740, above)] if above else []
    for place, row in enumerate(rows):
        for x, cell in zip(sides, row, strict=False):
            for line, text in enumerate(cell.split("\n")):
                texts.append((x + 4, top - height * place - 14 - 12 * line, text))
    drawn += [f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in texts]
    return "\n".join(drawn)


def pdf_of_pages(*streams: str) -> bytes:
    """Return a PDF with a page for each stream of drawing operators."""
    first = 4
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    for place, stream in enumerate(streams):
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{first + 2 * place + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(data)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
        + b"startxref\n%d\n%%%%EOF" % start
    )
