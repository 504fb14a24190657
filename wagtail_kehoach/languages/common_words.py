"""Words that stand in the texts of schools and in no name, as ``folding.fold`` writes them.

Two syllables each, since one alone is a word of other languages too. Neither stands in
the name of a person, a place or a body that a foreign text would leave in Vietnamese.
"""

COMPOUNDS = frozenset(
    [
        "hoc sinh", "giao vien", "nha truong", "phu huynh", "thay co", "cac em", "cac ban",
        "giao luu", "gap go", "tham gia", "trao doi", "chia se", "to chuc", "hoat dong",
        "chuong trinh", "ke hoach", "thong bao", "ket qua", "cong tac", "nhiem vu",
        "nam hoc", "hoc ky", "khai giang", "be giang", "tong ket", "so ket", "le hoi",
        "cuoc thi", "hoi thi", "buoi le", "ngay hoi", "chao mung", "chuc mung", "ky niem",
        "huu nghi", "tinh ban", "hai nuoc", "nuoc ban", "doan ket", "truyen thong",
        "van nghe", "the thao", "bong da", "tham quan", "trong cay", "tang qua",
        "hoc tap", "ren luyen", "tuyen duong", "khen thuong", "dien hinh", "tien tien",
        "thanh tich", "xuat sac", "tuyen sinh", "an toan", "phong chong", "san truong",
    ]
)  # fmt: skip
#: Small words without accents that English and French do not have.
LINKING = frozenset(
    ["cac", "cua", "cung", "duoc", "nhau", "nhung", "trong", "tren", "voi", "va", "tai"]
)
