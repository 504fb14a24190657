"""How the last words of a document begin: "Trên đây là …", "Yêu cầu các tổ …".

One list of the forms. Who looks for them asks each a question of its own: where a text
may go on, what gives nobody work, what is no title, above what something is added.
"""

from __future__ import annotations

import re

#: The sentence that sums up.
SUMS_UP = "Trên đây"
#: The same where what follows shows that it is one, whatever stands above.
SUMS_UP_FOR_SURE = rf"{SUMS_UP}(?:\s+là\b|\s*,)"
ASKS = "Đề nghị|Yêu cầu"
HOPES = "Mong|Rất mong|Kính mong"
NOTES = "Lưu ý"
MEANWHILE = "Trong quá trình"
OF_THIS_PLAN = "Kế hoạch này"


def beginning(*forms: str) -> str:
    """Return a pattern for a text that begins with one of these forms."""
    return rf"^(?:{'|'.join(forms)})"


#: All that closes a text, but for the sentence that sums up.
REST = re.compile(
    beginning(
        ASKS, HOPES, MEANWHILE, OF_THIS_PLAN, "Nếu có (?:gì|vướng|khó)", "Nhận được"
    )
    + r"\b"
)
