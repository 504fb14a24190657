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
#: Syllables without accents that are no words of English or of its neighbours, nor known
#: there as *pho* and *banh* are. In names they begin with a capital.
SYLLABLES = LINKING - {"tai", "tren", "va"} | frozenset(
    [
        "biet", "buoi", "cach", "cay", "chia", "chieu", "choi", "chuc", "chung", "chuong",
        "chuyen", "danh", "dep", "deu", "dinh", "doan", "duoi", "duong", "duyet", "giao",
        "gioi", "giu", "giup", "gui", "hoach", "hoc", "hoi", "huong", "huu", "ket", "khac",
        "khach", "khai", "khen", "khi", "khoe", "khong", "kiem", "lien", "lop", "luon",
        "luu", "mung", "muoi", "nay", "ngay", "nghe", "nghi", "nghia", "ngoan", "nguoi",
        "nha", "nhac", "nhan", "nhat", "nhiem", "nhieu", "nho", "nua", "nuoc", "phai",
        "phuc", "quyet", "sach", "sinh", "suc", "tham", "thang", "thay", "theo", "thich",
        "thieu", "thong", "thoi", "thuc", "thuoc", "thuong", "tieng", "trao", "truoc",
        "truong", "truyen", "tuoi", "tuyen", "tuong", "vao", "viec", "viet", "vua", "vui",
        "vuon", "xanh", "xem", "xep", "xin", "xuan", "xuat", "yeu",
    ]
)  # fmt: skip
#: Words of sentences, never of names.
SAYING = frozenset(
    [
        "là", "được", "bị", "đã", "đang", "sẽ", "với", "trong", "những", "khi", "để", "nếu",
        "nhưng", "này", "đó", "nhau", "rất", "cũng", "thì", "mà",
        "biết", "chưa", "chúc", "cùng", "dặn", "đến", "đều", "đón", "gặp", "hãy", "hẹn",
        "kể", "lắm", "nhé", "nhiều", "nhớ", "quá", "rồi", "tặng", "thăm", "thật", "vẫn", "vì",
    ]
)  # fmt: skip
#: Small words of English and French that no Vietnamese sentence with its accents has.
ELSEWHERE = frozenset(
    [
        "a", "at", "by", "he", "in", "it", "me", "my", "on", "that", "the", "them", "then",
        "these", "to", "à", "au", "de", "en", "et", "la", "le", "ne", "un",
    ]
)  # fmt: skip
#: With what the names of bodies and of sights begin, most of which is written small.
BODIES = frozenset(
    [
        "truong trung", "truong tieu", "truong mam", "truong mau", "truong cao", "truong dai",
        "trung tam", "uy ban", "nha van", "nha thieu", "nha bao", "cung thieu", "hoi khuyen",
        "hoi huu", "hoi lien", "hoi cuu", "hoi chu", "hoi dong", "lien hiep", "lien doan",
        "cong ty", "cau lac", "dai su", "tong lanh", "so giao", "so ngoai", "so van",
        "phong giao", "phong van", "bo giao", "bo ngoai", "bo van", "doan thanh", "doi thieu",
        "ban chi", "ban dai", "thu vien", "bao tang", "hoc vien", "vien nghien", "khu di",
        "khu du", "vuon quoc", "ngan hang",
    ]
)  # fmt: skip
