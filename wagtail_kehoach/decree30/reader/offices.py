"""The words with which the name of somebody who acts begins: bodies, offices, persons."""

from __future__ import annotations

#: The State, the Party and what belongs to them.
_OF_THE_STATE = (
    "UBND", "[ỦU][ỷy] ban", "Sở", "Phòng", "Trung tâm", "Công an", "Trạm", "Thanh tra", "Viện",
    "Đồn", "Hải đội", "Dân quân", "Bưu điện", "Đảng [ủu][ỷy]", "Chi [ủu][ỷy]", "Chi bộ",
    "Thôn", "Ấp", "Khu phố", "Khóm", "Buôn", "Cấp [ủu][ỷy]", "Đảng viên",
)  # fmt: skip
#: The Front, the unions and associations.
_UNIONS = (
    "Mặt trận", "MTTQ", "UBMTTQ", "Hội", "Chi hội", "Liên đoàn", "Công đoàn", "CĐCS", "Đoàn",
    "Chi đoàn", "Liên chi đoàn", "Đội", "Liên đội", "Chi đội", "Sao nhi đồng", "BCH",
)  # fmt: skip
#: Who works with a school from outside.
_OUTSIDE = (
    "Báo", "Đài", "Công ty", "Doanh nghiệp", "Hợp tác xã", "HTX", "Cộng tác viên",
    "Phụ huynh", "Cha mẹ", "CMHS",
)  # fmt: skip
#: The school and its parts.
_PARTS_OF_SCHOOL = (
    "Nhà trường", "Trường", "Cơ sở", "Đơn vị", "Ban", "Tiểu ban", "BGH", "BTC", "BCĐ", "Hội đồng",
    "HĐSP", "Tổ", "Bộ phận", "Bộ môn", "Khoa", "Khối", "Lớp", "Nhóm", "CLB", "Câu lạc bộ",
    "Văn phòng", "Văn thư", "Thư viện", "Y tế", "Bếp",
)  # fmt: skip
#: Who leads.
_LEADERS = (
    "Hiệu trưởng", "Hiệu phó", "Phó [Hh]iệu trưởng", "Giám đốc", "Phó [Gg]iám đốc", "Lãnh đạo",
    "Thủ trưởng", "Trưởng", "Phụ trách", "Bí thư",
    "Phó (?:[Bb]í thư|[Bb]an|[Tt]rưởng|[Pp]hòng|[Tt]ổ|[Nn]hóm|[Đđ]oàn|[Cc]hủ)", "[ỦU][ỷy] viên",
    "Khu trưởng",
    "Chủ (?:tịch|nhiệm|trường|nhóm|cơ sở|bến|hộ)", "Người (?:phụ trách|đứng đầu|phát ngôn)",
    "Thường (?:trực|vụ)",
)  # fmt: skip
#: Who works or learns there, by office or by name.
_PERSONS = (
    "Cán bộ", "CBQL", "CBGVNV", "Công chức", "Viên chức", "Chuyên viên", "Nhân viên", "Thành viên",
    "Giáo viên", "GV", "GVCN", "GVBM", "Giảng viên", "Trợ lý", "Cố vấn", "Tổng phụ trách", "TPT",
    "Kế toán", "Thủ quỹ", "Thủ thư", "Thư k[ýí]", "Bảo vệ", "Quản trị", "Toàn thể",
    "Học sinh", "Sinh viên", "Học viên",
    "Đồng chí", "Đ/c", "Ông", "Bà", "Thầy", "Cô", "Chú", "(?:Anh|Chị)",
)  # fmt: skip
#: What must not follow, or the word begins something else: "Phòng chống", "Sở hữu".
_UNLESS = {
    "Phòng": r"\s*,|\s+(?:chống|ngừa|bệnh)",
    "Sở": r"\s+hữu",
    "Trường": r"\s+học\s+(?:an\s+toàn|thân\s+thiện|hạnh\s+phúc|xanh|số)",
    "Ban": r"\s+hành",
    "Hội": r"\s+(?:nghị|thi|thảo|nhập|diễn|khỏe|khoẻ|trường|trại)",
    "Đoàn": r"\s+kết",
    "Tổ": r"\s+chức",
    "Cơ sở": r"\s+(?:vật chất|dữ liệu)",
    "Chú": r"\s+(?:ý|trọng)",
    "Công an": r"\s+toàn",
    "Thanh tra": r"\s+việc",
    "Khoa": r"\s+học",
    "Lớp": r"\s+(?:học|dành|tập huấn|bồi dưỡng)",
    "Khối": r"\s+lượng",
    "Báo": r"\s+(?:cáo|đảm|chí)",
    "Viện": r"\s+trợ",
    "Bếp": r"\s+ăn",
    "Phụ trách": r"\s*,|\s+(?:chung|các|việc|toàn|nội dung|hoạt động|công tác)",
}
#: What must follow: "Thường trực Hội", "Anh Nam"; "thường trực" alone is an adjective.
_ONLY_BEFORE = {
    "Thường (?:trực|vụ)": r"\s+(?-i:[A-ZĐ])|\s+[Hh]ội",
    "(?:Anh|Chị)": r"\s+(?-i:[A-ZĐÁÀẢẠÂĂÔÊƯƠÝ])",
}

#: Offices that one person holds.
LEADING = (*_LEADERS, "Tổng phụ trách", "TPT", "Kế toán", "Văn thư", "Thư k[ýí]", "Tổ trưởng",
           "Tổ phó")  # fmt: skip


def _with_neighbours(word: str) -> str:
    if word in _UNLESS:
        return f"{word}(?!{_UNLESS[word]})"
    return f"{word}(?={_ONLY_BEFORE[word]})" if word in _ONLY_BEFORE else word


_TELLING = (
    *_OF_THE_STATE,
    *_UNIONS,
    *_OUTSIDE,
    *_PARTS_OF_SCHOOL,
    *_LEADERS,
    *_PERSONS,
)
#: A pattern of all of them, for texts whatever their case.
WHO = rf"(?:{'|'.join(map(_with_neighbours, _TELLING))})"
