"""Who writes: schools, offices, departments, communes, Party cells, unions, all invented."""

from __future__ import annotations

import random
from dataclasses import dataclass, field


@dataclass
class Body:
    """An issuing body as its documents print it."""

    parent: list[str]
    name: list[str]
    spoken: str
    symbol: str
    place: str
    position: str
    deputy: str
    actors: list[str]
    superior: str
    collective: bool = False
    state: bool = True
    recipients: list[str] = field(default_factory=list)

    @property
    def issuer(self) -> str:
        """The name on one line."""
        return " ".join(self.name)

    @property
    def issuer_parent(self) -> str | None:
        """The superior body on one line."""
        return " ".join(self.parent) or None


_SCHOOL_ACTORS = [
    "Hiệu trưởng", "Phó Hiệu trưởng", "Ban Giám hiệu", "Tổ trưởng chuyên môn",
    "Các tổ chuyên môn", "Giáo viên chủ nhiệm", "Tổ Văn phòng", "Công đoàn",
    "Đoàn Thanh niên", "Tổng phụ trách Đội", "Nhân viên y tế", "Nhân viên thư viện",
    "Bộ phận kế toán", "Ban đại diện cha mẹ học sinh", "Ban biên tập trang thông tin điện tử",
    "Đối với giáo viên bộ môn", "Chi đoàn giáo viên", "Bộ phận công nghệ thông tin",
]  # fmt: skip
_OFFICE_ACTORS = [
    "Văn phòng", "Các phòng chuyên môn", "Thanh tra", "Phòng Kế hoạch - Tài chính",
    "Các đơn vị trực thuộc", "Hiệu trưởng các trường trực thuộc", "Công đoàn ngành",
    "Phòng Giáo dục Trung học", "Các trường mầm non, tiểu học, trung học cơ sở",
    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
]  # fmt: skip
_WARD_ACTORS = [
    "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND phường", "Công an phường",
    "Các trường học trên địa bàn", "Đề nghị Ủy ban MTTQ Việt Nam phường",
    "Trung tâm Cung ứng dịch vụ sự nghiệp công", "Các ban, ngành, đoàn thể",
]  # fmt: skip
_SCHOOL_TO = [
    "UBND phường (để báo cáo)", "Phòng VH-XH (b/c)", "Các tổ chuyên môn (t/h)",
    "Ban đại diện CMHS (p/h)", "Trang TTĐT của trường", "Chi bộ (để b/c)",
    "CĐ, Đoàn TN, Đội TNTP (phối hợp)", "Như trên", "Các bộ phận, đoàn thể (để thực hiện)",
]  # fmt: skip
_OFFICE_TO = [
    "UBND tỉnh (để b/c)", "Giám đốc, các PGĐ Sở", "Các phòng thuộc Sở",
    "Các đơn vị trực thuộc Sở (để thực hiện)", "Cổng TTĐT Sở", "Báo, Đài tỉnh (đưa tin)",
    "Thường trực HĐND xã", "Các trường MN, TH, THCS",
]  # fmt: skip

BODIES = [
    Body(["UBND PHƯỜNG AN LẠC TÂY"], ["TRƯỜNG TIỂU HỌC CẨM BÌNH"], "Trường Tiểu học Cẩm Bình",
         "KH-THCB", "An Lạc Tây", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", _SCHOOL_ACTORS,
         "UBND phường An Lạc Tây", recipients=_SCHOOL_TO),
    Body(["ỦY BAN NHÂN DÂN", "XÃ ĐỒI THÔNG"], ["TRƯỜNG MẦM NON HOA ĐÀO"], "Trường Mầm non Hoa Đào",
         "KH-MNHĐ", "Đồi Thông", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", _SCHOOL_ACTORS,
         "UBND xã Đồi Thông", recipients=_SCHOOL_TO),
    Body(["SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH VÂN SƠN"], ["TRƯỜNG TRUNG HỌC PHỔ THÔNG", "NGUYỄN VĂN THẬT"],
         "Trường THPT Nguyễn Văn Thật", "KH-THPTNVT", "Vân Sơn", "HIỆU TRƯỞNG",
         "PHÓ HIỆU TRƯỞNG", _SCHOOL_ACTORS, "Sở Giáo dục và Đào tạo tỉnh Vân Sơn",
         recipients=_SCHOOL_TO),
    Body(["PHÒNG GD&ĐT HUYỆN THANH KHÊ"], ["TRƯỜNG THCS SÔNG TRẦM"], "Trường THCS Sông Trầm",
         "KH-THCSST", "Thanh Khê", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", _SCHOOL_ACTORS,
         "Phòng Giáo dục và Đào tạo huyện Thanh Khê", recipients=_SCHOOL_TO),
    Body(["UBND HUYỆN MỸ LÂM"], ["PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"],
         "Phòng Giáo dục và Đào tạo huyện Mỹ Lâm", "KH-PGDĐT", "Mỹ Lâm", "TRƯỞNG PHÒNG",
         "PHÓ TRƯỞNG PHÒNG", _OFFICE_ACTORS, "Sở Giáo dục và Đào tạo", recipients=_OFFICE_TO),
    Body(["UBND TỈNH VÂN SƠN"], ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], "Sở Giáo dục và Đào tạo",
         "KH-SGDĐT", "Vân Sơn", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", _OFFICE_ACTORS,
         "UBND tỉnh Vân Sơn", recipients=_OFFICE_TO),
    Body([], ["ỦY BAN NHÂN DÂN", "PHƯỜNG CẦU GỖ"], "Ủy ban nhân dân phường Cầu Gỗ", "KH-UBND",
         "Cầu Gỗ", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", _WARD_ACTORS, "UBND thành phố",
         collective=True, recipients=_OFFICE_TO),
    Body(["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], ["TRUNG TÂM GDNN - GDTX", "SỐ 2 VÂN SƠN"],
         "Trung tâm GDNN - GDTX số 2 Vân Sơn", "KH-TTGDNN-GDTX", "Vân Sơn", "GIÁM ĐỐC",
         "PHÓ GIÁM ĐỐC", _OFFICE_ACTORS, "Sở Giáo dục và Đào tạo", recipients=_OFFICE_TO),
    Body(["BỘ GIÁO DỤC VÀ ĐÀO TẠO"], ["TRƯỜNG CAO ĐẲNG SƯ PHẠM", "MIỀN ĐỒI"],
         "Trường Cao đẳng Sư phạm Miền Đồi", "KH-CĐSPMĐ", "Miền Đồi", "HIỆU TRƯỞNG",
         "PHÓ HIỆU TRƯỞNG", _OFFICE_ACTORS, "Bộ Giáo dục và Đào tạo", recipients=_OFFICE_TO),
    Body(["LĐLĐ HUYỆN MỸ LÂM"], ["CÔNG ĐOÀN TRƯỜNG THCS BẾN SỎI"], "Công đoàn Trường THCS Bến Sỏi",
         "KH-CĐTHCSBS", "Mỹ Lâm", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", _SCHOOL_ACTORS,
         "Liên đoàn Lao động huyện Mỹ Lâm", collective=True, recipients=_SCHOOL_TO),
]  # fmt: skip

_FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Đặng",
    "Bùi",
    "Vi",
    "Lò",
    "Thạch",
    "H’",
    "Đinh",
]
_MIDDLE = ["Thị", "Văn", "Thị Thu", "Minh", "Đức", "Ngọc", "Hữu"]
_GIVEN = ["Hạnh", "Bình", "Thảo", "Dũng", "Nga", "Khoa", "Ánh", "Phượng", "Đào", "Yến"]


def person(rng: random.Random) -> str:
    """Return an invented name."""
    family = rng.choice(_FAMILY[:-2]) if rng.random() < 0.95 else "Đinh"
    return f"{family} {rng.choice(_MIDDLE)} {rng.choice(_GIVEN)}"
