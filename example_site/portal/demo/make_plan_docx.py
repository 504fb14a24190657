"""Write the demo school's communication plan as a Word file.

The school, its people and the plans of its superiors are invented. Run this after a
change to the text or to the writer, from the root of the repository:

    python -m example_site.portal.demo.make_plan_docx

It writes ``ke-hoach-truyen-thong-2026-2027.docx`` beside itself, or the file named as
argument. The same text gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

from wagtail_kehoach.decree30.layout import outline_label
from wagtail_kehoach.decree30.parts import (
    Basis,
    Block,
    Document,
    Heading,
    Paragraph,
    Period,
    Recipient,
    Signatory,
    Table,
)
from wagtail_kehoach.decree30.writer import write

PLAN_FILE = Path(__file__).with_name("ke-hoach-truyen-thong-2026-2027.docx")
TASK_FILE = Path(__file__).with_name("word_plan.json")

BASES = [
    Basis(
        "Căn cứ Thông tư số 09/2024/TT-BGDĐT ngày 03 tháng 6 năm 2024 của Bộ trưởng Bộ "
        "Giáo dục và Đào tạo quy định về công khai trong hoạt động của các cơ sở giáo "
        "dục thuộc hệ thống giáo dục quốc dân"
    ),
    Basis(
        "Căn cứ Kế hoạch số 185/KH-SGDĐT ngày 20 tháng 8 năm 2026 của Sở Giáo dục và "
        "Đào tạo tỉnh Đồng Tháp về truyền thông giáo dục và đào tạo năm học 2026-2027"
    ),
    Basis(
        "Căn cứ Kế hoạch số 96/KH-UBND ngày 28 tháng 8 năm 2026 của Uỷ ban nhân dân xã "
        "Tân Phú Trung về thông tin, truyền thông trên địa bàn xã năm học 2026-2027"
    ),
    Basis(
        "Căn cứ Kế hoạch số 08/KH-THCSBM ngày 04 tháng 9 năm 2026 của Trường THCS Bình "
        "Minh về thực hiện nhiệm vụ năm học 2026-2027"
    ),
]

LEAD_IN = (
    "Trường THCS Bình Minh ban hành Kế hoạch Truyền thông về giáo dục và đào tạo năm học "
    "2026-2027 với các nội dung sau:"
)

PURPOSES = [
    "Thông tin kịp thời, chính xác, đầy đủ về chủ trương đổi mới giáo dục và về các hoạt "
    "động của nhà trường; tạo sự hiểu biết, đồng thuận và phối hợp của cha mẹ học sinh, "
    "chính quyền và Nhân dân trên địa bàn xã Tân Phú Trung.",
    "Phát hiện, giới thiệu và nhân rộng những tấm gương tập thể, cá nhân tiêu biểu trong "
    "dạy, học, xây dựng trường học an toàn, hạnh phúc.",
    "Lắng nghe, tiếp nhận và trả lời ý kiến góp ý của học sinh, cha mẹ học sinh và cộng "
    "đồng; chủ động cung cấp thông tin khi có vấn đề được dư luận quan tâm.",
]
DEMANDS = [
    "Mọi tin, bài đăng trên cổng thông tin điện tử và các kênh chính thức của nhà trường "
    "phải được Hiệu trưởng hoặc người được Hiệu trưởng phân công duyệt trước khi đăng.",
    "Nội dung truyền thông bám sát nhiệm vụ năm học, có trọng tâm theo từng tháng; ngôn "
    "ngữ trong sáng, dễ hiểu, phù hợp với học sinh và cha mẹ học sinh.",
    "Bảo vệ bí mật nhà nước, dữ liệu cá nhân và hình ảnh của học sinh; chỉ đăng tên, hình "
    "ảnh của học sinh khi đã có sự đồng ý theo quy định.",
    "Mỗi nhiệm vụ có một đơn vị chủ trì, có thời hạn và kết quả cụ thể để kiểm tra, đánh "
    "giá thi đua cuối năm học.",
]

THEMES = {
    "Đổi mới dạy và học": [
        "Giới thiệu giờ dạy hay, dự án học tập, hoạt động giáo dục STEM, kết quả thực "
        "hiện Chương trình giáo dục phổ thông 2018 ở từng môn học.",
        "Thông tin về kiểm tra, đánh giá theo hướng phát triển phẩm chất, năng lực; "
        "kinh nghiệm ôn tập, tự học.",
    ],
    "Trường học an toàn, hạnh phúc": [
        "Tuyên truyền phòng, chống bạo lực học đường, đuối nước, tai nạn giao thông và "
        "dịch bệnh theo mùa.",
        "Giới thiệu hoạt động tư vấn tâm lý, câu lạc bộ, bữa sáng lành mạnh và nếp sống "
        "văn hoá trong nhà trường.",
    ],
    "Gương người tốt, việc tốt": [
        "Viết về thầy cô tận tuỵ, học sinh vượt khó, nhặt được của rơi trả lại người "
        "mất, tập thể lớp có sáng kiến hữu ích.",
        "Lựa chọn câu chuyện tiêu biểu gửi Uỷ ban nhân dân xã và Sở Giáo dục và Đào tạo "
        "để giới thiệu rộng rãi.",
    ],
    "Chuyển đổi số trong nhà trường": [
        "Hướng dẫn sử dụng học bạ số, sổ liên lạc điện tử, kho học liệu số và nộp hồ sơ "
        "trực tuyến.",
        "Giáo dục kỹ năng số, an toàn trên không gian mạng, sử dụng trí tuệ nhân tạo có "
        "trách nhiệm.",
    ],
    "Hợp tác và thông tin đối ngoại": [
        "Giới thiệu hoạt động giao lưu với trường bạn ở các nước ASEAN, Nhật Bản, Hàn "
        "Quốc; quảng bá sen, xoài, làng nghề và con người Đồng Tháp.",
        "Đăng tin song ngữ Việt - Anh về các hoạt động đối ngoại, bảo đảm đúng quy định "
        "về thông tin đối ngoại.",
    ],
    "Tuyển sinh và hướng nghiệp": [
        "Cung cấp thông tin tuyển sinh vào lớp 6 và lớp 10; giúp học sinh lớp 9 lựa chọn "
        "hướng đi phù hợp sau trung học cơ sở.",
    ],
}

CHANNELS = [
    "Cổng thông tin điện tử của nhà trường là kênh chính thức; trang mạng xã hội và nhóm "
    "liên lạc của lớp chỉ dẫn lại nội dung đã đăng trên cổng.",
    "Bảng tin, phát thanh măng non, sinh hoạt dưới cờ, cuộc họp cha mẹ học sinh và các "
    "buổi sinh hoạt chuyên môn.",
    "Phối hợp với Trung tâm Văn hoá - Thể thao xã, hệ thống truyền thanh xã và cơ quan báo "
    "chí khi được cung cấp thông tin đúng thẩm quyền.",
]

TASK_HEAD = [
    *("STT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Kết quả")
]
PARENTS = "Ban đại diện cha mẹ học sinh"
EDITORS = "Ban biên tập cổng thông tin"
TASKS = json.loads(TASK_FILE.read_text(encoding="utf-8"))["tasks"]
COLUMNS = ("text", "lead", "supporting", "due_text", "result")

REPORTS = [
    "Báo cáo học kỳ I của các đơn vị gửi Tổ Văn phòng trước ngày 08/01/2027.",
    "Báo cáo học kỳ I của nhà trường gửi Uỷ ban nhân dân xã Tân Phú Trung và Sở Giáo dục "
    "và Đào tạo trước ngày 20/01/2027.",
    "Báo cáo năm học của các đơn vị gửi Tổ Văn phòng trước ngày 20/5/2027.",
    "Báo cáo năm học của nhà trường gửi Uỷ ban nhân dân xã Tân Phú Trung và Sở Giáo dục "
    "và Đào tạo trước ngày 31/5/2027.",
    "Báo cáo đột xuất: khi có sự việc được dư luận quan tâm, đơn vị liên quan báo cáo ngay "
    "Hiệu trưởng trong ngày để kịp thời cung cấp thông tin chính thức.",
]

DUTIES = {
    "Ban Giám hiệu": [
        "Hiệu trưởng chỉ đạo chung, duyệt tin, bài và là người phát ngôn của nhà trường; "
        "ban hành quy chế hoạt động của Ban biên tập cổng thông tin.",
        "Phó Hiệu trưởng Lê Thị Hồng Nhung phụ trách công tác truyền thông, theo dõi tiến "
        "độ thực hiện Kế hoạch và duyệt tin, bài khi được Hiệu trưởng phân công.",
    ],
    EDITORS: [
        "Xây dựng lịch đăng tin, bài hằng tháng; biên tập, trình duyệt và đăng trên cổng "
        "thông tin điện tử.",
        "Tiếp nhận ý kiến góp ý của bạn đọc, chuyển đơn vị liên quan và đăng nội dung trả "
        "lời đã được duyệt.",
    ],
    "Các tổ chuyên môn, Tổ Văn phòng, Thư viện, Y tế học đường": [
        "Thực hiện nhiệm vụ được phân công đúng thời hạn; mỗi tổ gửi Ban biên tập ít nhất "
        "01 tin, bài mỗi tháng.",
    ],
    "Công đoàn, Đoàn trường, Liên đội": [
        "Phát hiện gương người tốt, việc tốt; vận động đoàn viên, đội viên tham gia viết "
        "bài, xây dựng môi trường mạng văn minh.",
    ],
    PARENTS: [
        "Phối hợp tuyên truyền Kế hoạch đến từng gia đình, phản ánh ý kiến của cha mẹ học "
        "sinh với nhà trường.",
    ],
}

CLOSING = (
    "Trên đây là Kế hoạch Truyền thông về giáo dục và đào tạo năm học 2026-2027 của "
    "Trường THCS Bình Minh, đề nghị các đơn vị, cá nhân nghiêm túc thực hiện. Trong quá "
    "trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Tổ Văn phòng để "
    "tổng hợp, báo cáo Hiệu trưởng xem xét, điều chỉnh"
)

RECIPIENTS = [
    "UBND xã Tân Phú Trung (để b/c)",
    "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp (để b/c)",
    "Ban Giám hiệu (để chỉ đạo)",
    "Các tổ chuyên môn, Tổ Văn phòng (để t/h)",
    "Các đoàn thể trong nhà trường (để t/h)",
    "Ban đại diện cha mẹ học sinh (để p/h)",
    "Cổng thông tin điện tử của trường",
    "Lưu: VT",
]


def plan() -> Document:
    """Return the plan as parts of a document."""
    return Document(
        kind="kế hoạch",
        issuer_parent="UBND xã Tân Phú Trung",
        issuer="Trường THCS Bình Minh",
        number="12",
        symbol="KH-THCSBM",
        place="Tân Phú Trung",
        date=dt.date(2026, 9, 10),
        title="Truyền thông về giáo dục và đào tạo năm học 2026-2027",
        period=Period("nam_hoc", 2026, 2027, "năm học 2026-2027"),
        bases=BASES,
        lead_in=[LEAD_IN],
        body=_body(),
        recipients=[Recipient(text) for text in RECIPIENTS],
        signatory=Signatory(position="HIỆU TRƯỞNG", name="Nguyễn Văn Thành"),
    )


def _body() -> list[Block]:
    return [
        Heading("I", "MỤC ĐÍCH, YÊU CẦU", 1),
        *_numbered({"Mục đích": PURPOSES, "Yêu cầu": DEMANDS}),
        Heading("II", "NỘI DUNG TRUYỀN THÔNG", 1),
        *_numbered(THEMES),
        Heading("III", "HÌNH THỨC TRUYỀN THÔNG VÀ PHÂN CÔNG NHIỆM VỤ", 1),
        Heading("1", "Hình thức truyền thông", 2),
        *_points(CHANNELS),
        Heading("2", "Phân công nhiệm vụ", 2),
        Table([TASK_HEAD, *_task_rows()], header_rows=1),
        Heading("IV", "CHẾ ĐỘ THÔNG TIN, BÁO CÁO", 1),
        *(
            Paragraph(text, f"{number}.", 1)
            for number, text in enumerate(REPORTS, start=1)
        ),
        Heading("V", "TỔ CHỨC THỰC HIỆN", 1),
        *_numbered(DUTIES),
        Paragraph(CLOSING),
    ]


def _numbered(parts: dict[str, list[str]]) -> list[Block]:
    """Return numbered headings with their texts as dashes below."""
    blocks: list[Block] = []
    for number, (title, texts) in enumerate(parts.items(), start=1):
        blocks.append(Heading(outline_label(2, number), title, 2))
        blocks.extend(Paragraph(text, "-", 1) for text in texts)
    return blocks


def _points(texts: list[str]) -> list[Block]:
    return [
        Paragraph(text, f"{outline_label(3, number)})", 1)
        for number, text in enumerate(texts, start=1)
    ]


def _task_rows() -> list[list[str]]:
    return [
        [str(number), *(task[column] for column in COLUMNS)]
        for number, task in enumerate(TASKS, start=1)
    ]


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else PLAN_FILE
    target.write_bytes(write(plan(), draft=False))
    print(target)
