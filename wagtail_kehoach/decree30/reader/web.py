"""Saved web pages that bear another ending: text between tags, and no document."""

from __future__ import annotations

import re

#: How much is looked at, in bytes.
_BEGINNING = 200_000
_BEFORE = re.compile(r"(?:\s|\ufeff|<\?xml[^<>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body|meta|title)\b", re.IGNORECASE)
#: What browsers write when a page is saved as one file.
_ARCHIVE = re.compile(
    r"^(?:From: <Saved by |MIME-Version:.*^Content-Type: (?:multipart/related|text/html))",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_HEAD_OF_ARCHIVE = 2000
_TAG = re.compile(
    r"</?(?:div|p|span|table|tbody|tr|td|ul|ol|li|a|h[1-6]|section|article|header|main|"
    r"font|center|script|style)\b[^<>]*>",
    re.IGNORECASE,
)
_FEWEST_TAGS = 6


def is_web_page(data: bytes) -> bool:
    """Whether a text file holds a web page, whole or a part of its source.

    Tables and line breaks in tags, as programs for text recognition write them into an
    ordinary text, make no web page.
    """
    text = _beginning(data)
    start = _BEFORE.match(text)
    body = text[start.end() :] if start else text
    if _PAGE.match(body) or _ARCHIVE.match(body[:_HEAD_OF_ARCHIVE]):
        return True
    return bool(_TAG.match(body)) and _is_mostly_tags(body)


def _beginning(data: bytes) -> str:
    """Tags are plain letters in whatever encoding of single bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:_BEGINNING].decode("utf-16", "ignore")
    return data[:_BEGINNING].removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _is_mostly_tags(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    tagged = [line for line in lines if _TAG.search(line)]
    return len(_TAG.findall(text)) >= _FEWEST_TAGS and 2 * len(tagged) >= len(lines)
