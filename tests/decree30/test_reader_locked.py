"""Headers that speak of secrets and bear no mark, and PDF files that are locked."""

from __future__ import annotations

import io
from importlib.util import find_spec

import pytest
from pypdf import PdfReader, PdfWriter

from wagtail_kehoach.decree30.reader import read
from wagtail_kehoach.decree30.refusals import ReadingRefused

from .build import pdf_of, plan_with


def code_of(name: str, data: bytes) -> str:
    with pytest.raises(ReadingRefused) as refusal:
        read(name, data)
    return refusal.value.code


@pytest.mark.parametrize(
    "line",
    [
        "Độ mật: Thường",
        "Thường trực Ban bảo mật (khoá, mật khẩu)",
        "T Ổ C H Ứ C B Ả O M Ậ T T H Ô N G T I N",
    ],
)
def test_a_header_that_speaks_of_secrets_bears_no_mark(line):
    read("a.txt", plan_with("\nKẾ HOẠCH", f"\n{line}\nKẾ HOẠCH"))


def test_brackets_of_the_text_are_no_mark():
    line = "- Phân loại tài liệu (mật) theo quy định."

    read("a.txt", plan_with("\nI.", f"\n{line}\nI."))


def locked_pdf(password: str) -> bytes:
    """A PDF that nobody may change without a password; reading takes ``password``."""
    plain = PdfReader(io.BytesIO(pdf_of(*["Ke hoach truyen thong cua truong"] * 9)))
    writer, locked = PdfWriter(clone_from=plain), io.BytesIO()
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()


def test_a_pdf_that_only_changes_are_locked_in_is_read():
    # As far as its text, which has no Vietnamese letters.
    assert code_of("a.pdf", locked_pdf("")) == "unusable-text"
    assert code_of("a.pdf", locked_pdf("mat-khau")) == "encrypted"


def test_a_pdf_that_needs_another_library_is_locked_and_not_said_to_have_a_password():
    key = "<" + "00" * 48 + ">"
    short = "<" + "00" * 32 + ">"
    method = "/Filter /Standard /V 5 /R 6 /Length 256 /P -4 /StmF /S /StrF /S"
    method += " /CF << /S << /CFM /AESV3 /Length 32 >> >>"
    keys = f"/O {key} /U {key} /OE {short} /UE {short} /Perms {short[:33]}>"
    trailer = (
        f"trailer << /Encrypt << {method} {keys} >> /ID [{short} {short}]".encode()
    )
    data = pdf_of("Ke hoach truyen thong").replace(b"trailer <<", trailer)

    known = find_spec("cryptography") or find_spec("Crypto")
    assert code_of("a.pdf", data) == ("encrypted" if known else "locked")
