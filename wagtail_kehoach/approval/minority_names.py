"""The forms that full names of Vietnam's ethnic minorities have. Pure Python.

The same surname may be that of several peoples; those of the Kinh stand in ``pupils``.
Some names have the family at their end (*H'Hen Niê*), or none at all (*Y Blim*, *A Thút*).
"""

from __future__ import annotations

CAPITAL = "".join(filter(str.isupper, map(chr, range(ord("A"), ord("ỹ")))))
_APOSTROPHE = "['’‘ʼ`´]"
#: *Páo*, *H'Hen*, *Kdăm*.
_WORD = rf"[{CAPITAL}](?:{_APOSTROPHE}[^\W\d_]|[^\W\d_{CAPITAL}])*"

#: Hardly anything but surnames, so that one word more makes a name. Gia Rai, Ê Đê, Cơ Ho,
#: Cơ Tu, Raglai; Mông, Thái, Dao; Khmer.
_SURE = (
    "Ksor|Siu|Kpă|Kpa|Rmah|Rơ Mah|Rơ Châm|Rơ Chăm|Rah Lan|Rơ Lan|Ra Lan|Rcom|Rơ Com|Kpuih|"
    "Puih|Ayun|Ayŭn|Niê|Mlô|Êban|Byă|Kbuôr|Ksơr|Kơ Să|Cil|Lơ Mu|Rơ Ông|"
    "Zơrâm|Zơ Râm|Bhling|Pơloong|Alăng|A Lăng|Arất|Coor|Bnướch|Hốih|"
    "Katơr|Ka Tơr|Chamaléa|Pi Năng|Pinăng|Tà Yên|"
    "Giàng|Sùng|Thào|Lầu|Hờ|Mùa|Hạng|Hảng|Sình|Cháng|Chảo|Vừ|Phàng|Lường|Quàng|Tòng|Lèo|"
    "Điêu|Lù|Phàn|Tẩn|Chìu|Khoàng|Pờ|Moong|Neang|Neáng|Néang"
)
#: Given names and plain words as well (*em Kim Ngân*): two words more make a name. Tày,
#: Nùng, Mường, Thái, Mông, Dao, Khmer, Chăm, Khơ Mú.
_TOO = (
    "Lò|Bế|Ma|Mã|Lục|Lộc|Triệu|Mông|Liễu|Linh|Lăng|Sầm|Vi|Vy|Bàn|Lô|Bạch|Xa|Sa|Cà|Cầm|"
    "Bạc|Đèo|Vì|Kha|Ngân|Mè|Tao|Và|Hầu|Ly|Lỷ|Lỳ|Cứ|Già|Tráng|Thò|Mua|Má|Vàng|Kiên|"
    "Trầm|Liêu|Chau|Từ|Đàng|Thập|Bá|Báo|Hán|Trượng|Lộ|Não|Lữ|Cụt|Xeo|"
    "Mấu|Chang|Sừng|Vù|Diệp"
)
#: Places begin so, too (*Quảng Ngãi*, *Sơn La*): only before what stands in names alone.
_LIKE_PLACES = "Long|Sơn|Kim|Thành|Quảng|Phú|Nay|Cao"
#: Families of the Ê Đê and M'Nông, which stand after the name.
_LAST = (
    "Niê|Mlô|Êban|Ê Ban|Ayun|Ayŭn|Byă|Kbuôr|Ksơr|Krông|Hmok|Hwing|Hwĭng|Ktla|Knul|Ênuôl|"
    "Êñuôl|Buôn Yă|Buôn Krông|Kđoh|Adrơng|Arul|Bkrông|Niê Kdăm|Niê Kđăm|Rcăm|Bdap|Êung|"
    "Kmăn|Kriêng|Tlâo"
)

#: A whole name, wherever it stands.
WHOLE_NAME = (
    rf"(?:(?:{_SURE})(?: {_WORD}){{1,3}}"
    rf"|(?:{_TOO})(?: {_WORD}){{2,3}}"
    rf"|(?:{_LIKE_PLACES}) (?:Thị|Văn|Ngọc|Minh|Y|H{_APOSTROPHE})(?: ?{_WORD}){{1,2}}"
    rf"|[HK]{_APOSTROPHE} ?[^\W\d_]+(?: {_WORD}){{1,3}}"
    rf"|(?:{_WORD} ){{1,3}}(?:{_LAST}))"
)
#: *Y Blim*, *A Thút*: places begin so as well (*A Lưới*, *Y Tý*), so only of one pupil.
AFTER_PUPIL = rf"[AY] {_WORD}(?: {_WORD}){{0,2}}"
