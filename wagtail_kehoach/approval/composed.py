"""One spelling of one word: letters with their accents as single characters (NFC)."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.blocks import StreamValue


def composed(value: Any) -> Any:
    """``value`` of a form with its texts in NFC, those in blocks too."""
    if isinstance(value, str):
        # PostgreSQL stores no NUL, and nobody types one.
        return unicodedata.normalize("NFC", value.replace("\x00", ""))
    if not isinstance(value, StreamValue):
        return value
    said = json.dumps(value.get_prep_value(), cls=DjangoJSONEncoder, ensure_ascii=False)
    text = unicodedata.normalize("NFC", said)
    return value if text == said else value.stream_block.to_python(json.loads(text))
