"""What queries find, best first: ``DATABASE_URL=… python -m tests.evaluate.search``.

Runs on the (empty) database that ``DATABASE_URL`` names and commits, so it also shows
MariaDB, which finds committed rows only. Exits with 1 if a query finds anything else.
"""

from __future__ import annotations

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from wagtail.models import Site  # noqa: E402
from wagtail.search.query import Phrase  # noqa: E402

from tests.factories.pages import StoryPageFactory  # noqa: E402
from wagtail_kehoach.pages.models import StoryPage  # noqa: E402
from wagtail_kehoach.setup import set_up  # noqa: E402

TEXTS = {
    "Có đủ": "Hình ảnh của một bài diễn thuyết.",
    "Cụm không dấu": "Một vụ điện hình học.",
    "Đủ dấu": "Hình ảnh và kinh điển.",
    "Cụm từ": "Gương điển hình. Số 260/KH-GDĐT.",
    "Điển hình": "Một buổi giao lưu văn hóa.",
    "Lào": "ຍິນດີຕ້ອນຮັບນັກຮຽນລາວ.",
    "Trung Quốc": "欢迎中国学生来访。",
    "Cam-pu-chia": "សូមស្វាគមន៍សិស្សខ្មែរ។",
}
FOLDED = ["Điển hình", "Cụm từ", "Cụm không dấu", "Đủ dấu", "Có đủ"]
EXPECTED = {
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


def main() -> None:
    """Print a line for each query."""
    call_command("migrate", verbosity=0)
    set_up(Site.objects.get(is_default_site=True))
    for title, lead in TEXTS.items():
        StoryPageFactory(title=title, lead=lead)
    cases = [*EXPECTED.items(), (Phrase("dien hinh"), FOLDED[:3])]
    wrong = 0
    for query, expected in cases:
        found = [page.title for page in StoryPage.objects.search(query)]
        wrong += found != expected
        print(f"{'ok   ' if found == expected else 'WRONG'} {query!r}: {found}")
    print(f"{connection.vendor}: {len(cases) - wrong} of {len(cases)} as expected")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
