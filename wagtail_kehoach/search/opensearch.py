"""What OpenSearch and Elasticsearch are told so that they fold Vietnamese as we do.

For a portal's settings; imports nothing of Django. modelsearch's backends take ``INDEX_SETTINGS``.
"""

from ..folding import BEFORE_Y

_DATE = r"(?<![\w./-])(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4})(?!\w)"
_DATE_IN_WORDS = (
    # The vowels composed, decomposed or without their marks.
    r"(?iu)\b(?:ng[aà]\p{M}?y\s+)?(\d{1,2})\s+th[aá]\p{M}?ng\s+(\d{1,2})"
    r"(?:,?\s+n[aă]\p{M}?m\s+(\d{4}))?\b"
)
_ONE_VOWEL = f"^((?:{BEFORE_Y})?)y$"


def _replace(pattern: str, replacement: str = "") -> dict[str, str]:
    return {
        "type": "pattern_replace",
        "pattern": pattern,
        "replacement": replacement,
    }


_CHARACTERS = ["ten_ghep", "ngay_viet_so"]
#: Each word as it is written and without accents; what was stored decomposed has only these.
_BOTH = ["lowercase", "giu_va_bo_dau", "bo_dau_roi", "y_la_i", "so_khong_dau_dong"]
_PLAIN = ["lowercase", "asciifolding", *_BOTH[2:]]

INDEX_SETTINGS = {
    "settings": {
        "analysis": {
            "char_filter": {
                # GD&ĐT is GDĐT.
                "ten_ghep": _replace(r"(?<=\p{L})&(?=\p{L})"),
                "ngay_viet_so": _replace(_DATE, "$1/$2/$3"),
                "ngay_viet_chu": _replace(_DATE_IN_WORDS, "$1/$2/$3"),
            },
            "filter": {
                "giu_va_bo_dau": {"type": "asciifolding", "preserve_original": True},
                "bo_dau_roi": _replace(r"\p{M}+"),
                "y_la_i": _replace(_ONE_VOWEL, "$1i"),
                "so_khong_dau_dong": _replace(r"^0+(?=\d)"),
            },
            "analyzer": {
                "default": {
                    "tokenizer": "standard",
                    "char_filter": _CHARACTERS,
                    "filter": _BOTH,
                },
                # A query drops the words of a date, which a text may leave out.
                "default_search": {
                    "tokenizer": "standard",
                    "char_filter": [*_CHARACTERS, "ngay_viet_chu"],
                    "filter": _BOTH,
                },
                "edgengram_analyzer": {
                    "tokenizer": "standard",
                    "char_filter": _CHARACTERS,
                    "filter": [*_PLAIN, "edgengram"],
                },
                # With this one modelsearch reads what is typed into a chooser.
                "standard": {
                    "tokenizer": "standard",
                    "char_filter": _CHARACTERS,
                    "filter": _PLAIN,
                },
            },
        }
    }
}
