"""Texts, and what a reader expects queries to find among them, best first."""

from __future__ import annotations

import datetime as dt
from unicodedata import normalize

#: The day of every story that ``POSTED`` says nothing of.
DAY = dt.date(2026, 9, 1)
TEXTS = {
    "Có đủ": "Hình ảnh của một bài diễn thuyết.",
    "Cụm không dấu": "Một vụ điện hình học.",
    "Đủ dấu": "Hình ảnh và kinh điển.",
    "Cụm từ": "Gương điển hình. Số 260/KH-GDĐT.",
    "Điển hình": "Một buổi giao lưu văn hóa.",
    "Lào": "ຍິນດີຕ້ອນຮັບນັກຮຽນລາວ.",
    "Trung Quốc": "欢迎中国学生来访。",
    "Cam-pu-chia": "សូមស្វាគមន៍សិស្សខ្មែរ។",
    "Em Mơ và con đê": "Mỗi sáng em Mơ dắt em nhỏ qua đê tới lớp.",
    "Thư viện mở cửa": "Thủ thư cho mượn sách từ ngày 05/11/2026.",
    # As a Mac stores it.
    normalize("NFD", "Quỹ áo ấm"): normalize("NFD", "Gửi áo ấm lên Nghệ An."),
    "Lớp học STEM": "Giáo viên khoa học tự nhiên cùng các em làm máy lọc nước.",
    "Ngày hội sách": "Khai mạc ngày 20 tháng 11 năm 2026 tại sân trường.",
    "Họp phụ huynh đầu năm": "Giáo viên chủ nhiệm lớp 6A gặp phụ huynh học sinh sau học kỳ I, "
    "7 giờ 00, hỏi 02438261234.",
    "Tuyển sinh vào lớp 6": "Nhà trường nhận hồ sơ trực tuyến từ ngày 15/6.",
    "Thi học sinh giỏi": "Đội tuyển trung học phổ thông đạt ba giải nhì.",
    "Lịch nghỉ Tết": "Cả trường nghỉ Tết Nguyên đán từ 23 tháng Chạp.",
    "Cán bộ y tế": "Cô y tá trực tại phòng y tế, ghi ý kiến của phụ huynh.",
    "Visitors from Laos": "They planted trees on 5 December 2026.",
}
POSTED = {"Lịch nghỉ Tết": dt.date(2026, 2, 9)}
#: The first days of the school years of stories, by their titles: no text says them.
YEARS = {
    "Ngày hội sách": dt.date(2026, 9, 5),
    "Lịch nghỉ Tết": dt.date(2025, 9, 5),
}
#: The decisions of stories, by their titles.
DECIDED = {
    "Thi học sinh giỏi": {
        "commendation_number": "58/QĐ-THCSBM",
        "commendation_date": dt.date(2026, 11, 18),
    }
}
#: Number, symbol, title and day of plans.
PLANS = [
    ("12", "KH-THCSBM", "Truyền thông phòng, chống đuối nước", None),
    (
        "260",
        "KH-GDĐT",
        "Kế hoạch truyền thông năm học 2026-2027",
        dt.date(2026, 9, 10),
    ),
]
#: What else plans print, by their titles.
PRINTED = {
    "Truyền thông phòng, chống đuối nước": {
        "legal_bases": [
            (
                "basis",
                {"text": "Căn cứ văn bản số 185/KH-SGDĐT ngày 12 tháng 8 năm 2026"},
            )
        ],
        "recipients": [("recipient", "Ban đại diện cha mẹ học sinh")],
    }
}

PLAN = "Kế hoạch truyền thông năm học 2026-2027"
OF_YEAR = [PLAN, "Truyền thông phòng, chống đuối nước", "Ngày hội sách"]
FOLDED = ["Điển hình", "Cụm từ", "Cụm không dấu", "Đủ dấu", "Có đủ"]
#: Asked of ``StoryPage.objects.search()``, as portals do.
ASKED_OF_STORIES = {
    "điển hình": ["Điển hình", "Cụm từ", "Đủ dấu", "Cụm không dấu", "Có đủ"],
    "dien hinh": FOLDED,
    "đien hinh": FOLDED,
    "260/kh-gddt": ["Cụm từ"],
    "KH-GDĐT": ["Cụm từ"],
    "văn hoá": ["Điển hình"],
    "ນັກຮຽນ": ["Lào"],
    "ຮຽນນັກ": [],
    "中国学生": ["Trung Quốc"],
    "生": ["Trung Quốc"],
    "国中": [],
    "សិស្ស": ["Cam-pu-chia"],
    "la to de": [],
    "xyzkhongco": [],
}
#: Asked of the public search page; what it finds is approved and live.
ASKED_OF_EVERYBODY = {
    "em mo con de": ["Em Mơ và con đê"],
    "thư viện": ["Thư viện mở cửa"],
    "THU VIEN": ["Thư viện mở cửa"],
    "thu vie": ["Thư viện mở cửa"],
    "ao am": ["Quỹ áo ấm"],
    "áo ấm": ["Quỹ áo ấm"],
    normalize("NFD", "áo ấm"): ["Quỹ áo ấm"],
    "nghe an": ["Quỹ áo ấm"],
    "05/11/2026": ["Thư viện mở cửa"],
    "11/05/2026": [],
    "ngày 05 tháng 11 năm 2026": ["Thư viện mở cửa"],
    "5.11.2026": ["Thư viện mở cửa"],
    "20-11-2026": ["Ngày hội sách"],
    "20/11": ["Ngày hội sách"],
    "ngay 20 thang 11": ["Ngày hội sách"],
    '"ngày 20/11/2026"': ["Ngày hội sách"],
    # As printed above them: no text says it.
    "10/09/2026": [PLAN],
    "ngày 10 tháng 9 năm 2026": [PLAN],
    "9.2.2026": ["Lịch nghỉ Tết"],
    "tháng 2/2026": ["Lịch nghỉ Tết"],
    "lớp 9": [],
    '"máy lọc nước"': ["Lớp học STEM"],
    '"lọc máy nước"': [],
    "KHTN": ["Lớp học STEM"],
    "phong chong duoi nuoc": ["Truyền thông phòng, chống đuối nước"],
    "phòng chống đuối nước": ["Truyền thông phòng, chống đuối nước"],
    "12/KH-THCSBM": ["Truyền thông phòng, chống đuối nước"],
    # What is printed around the text, as it is printed.
    "185/KH-SGDĐT": ["Truyền thông phòng, chống đuối nước"],
    "KH-SGDĐT": ["Truyền thông phòng, chống đuối nước"],
    '"văn bản số 185/KH-SGDĐT"': ["Truyền thông phòng, chống đuối nước"],
    "ban đại diện cha mẹ": ["Truyền thông phòng, chống đuối nước"],
    "Quyết định số 58/QĐ-THCSBM, 18/11/2026": ["Thi học sinh giỏi"],
    "quyet dinh so 58": ["Thi học sinh giỏi"],
    "quyết định 58": ["Thi học sinh giỏi"],
    "số 58": ["Thi học sinh giỏi"],
    "Số: 260/KH-GDĐT": [PLAN, "Cụm từ"],
    "7h00": ["Họp phụ huynh đầu năm"],
    "024 3826 1234": ["Họp phụ huynh đầu năm"],
    # The list of stories has it in its name.
    "điển hình": [
        "Điển hình",
        "Gương điển hình tiên tiến",
        *FOLDED[1:2],
        "Đủ dấu",
        "Cụm không dấu",
        "Có đủ",
    ],
    # As teachers, parents and journalists type.
    "hki": ["Họp phụ huynh đầu năm"],
    "hoc ki 1": ["Họp phụ huynh đầu năm"],
    "gvcn lop 6a": ["Họp phụ huynh đầu năm"],
    "phhs": ["Họp phụ huynh đầu năm"],
    "hop phu huynh": ["Họp phụ huynh đầu năm"],
    "họp phu huynh đâu năm": ["Họp phụ huynh đầu năm"],
    "THPT": ["Thi học sinh giỏi"],
    "hsg": ["Thi học sinh giỏi"],
    "thi hs gioi": ["Thi học sinh giỏi"],
    "ke hoach 260": [PLAN],
    "260/KH": [PLAN, "Cụm từ"],
    "kh 260": [PLAN, "Cụm từ"],
    # The list of plans is called so.
    "kế ho": [PLAN, "Kế hoạch truyền thông"],
    "kee hoachj truyeenf thoong": [PLAN, "Kế hoạch truyền thông"],
    # What says it, then what belongs to it.
    "năm học 2026 – 2027": OF_YEAR,
    "Năm học 2026-2027": OF_YEAR,
    "nam hoc 2026/2027": OF_YEAR,
    "nh 2026-27": OF_YEAR,
    "2026-2027": OF_YEAR,
    "2026 - 2027": OF_YEAR,
    "school year 2026-2027": OF_YEAR,
    '"năm học 2026-2027"': [PLAN],
    "ngày hội năm học 2026-2027": ["Ngày hội sách"],
    "năm học 2025-2026": ["Lịch nghỉ Tết"],
    "năm học 2031-2032": [],
    # One vowel, however it is written.
    "y te": ["Cán bộ y tế"],
    "i te": ["Cán bộ y tế"],
    "i tế": ["Cán bộ y tế"],
    "í kiến": ["Cán bộ y tế"],
    # As English pages print days.
    "5 December 2026": ["Visitors from Laos"],
    "December 5, 2026": ["Visitors from Laos"],
    "05/12/2026": ["Visitors from Laos"],
    "10 September 2026": [PLAN],
    "February 2026": ["Lịch nghỉ Tết"],
    "tuyển sinh lop 6": ["Tuyển sinh vào lớp 6"],
    "15-6": ["Tuyển sinh vào lớp 6"],
    "lich nghi tet": ["Lịch nghỉ Tết"],
    "nghỉ tết nguyên dan": ["Lịch nghỉ Tết"],
    '"nghỉ tết"': ["Lịch nghỉ Tết"],
    "nghir teets": ["Lịch nghỉ Tết"],
    # A word without its tone: pages with other tones are not meant.
    "nghi têt": ["Lịch nghỉ Tết"],
    # No text says it; what is of that kind.
    "dien hinh em mo": ["Em Mơ và con đê"],
    "+-*~<>()@": [],
}
#: What the public page offers first where it finds nothing.
OFFERED = {
    "thu vein": "thư viện",
    "duoi nuoz": "đuối nước",
    "tuyen snh": "tuyển sinh",
    "tuyển sinh lớp6": "tuyển sinh lớp 6",
    "250/KH-GDĐT": "260/KH-GDĐT",
}
#: The numbers of other documents that it offers where none is near.
OF_THE_KIND = {
    "77/KH-XYZ": ["12/KH-THCSBM", "185/KH-SGDĐT", "260/KH-GDĐT"],
    "999/CV-XYZ": [],
}
