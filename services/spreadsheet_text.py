"""CSV in the letters that spreadsheets save it in: UTF-8, UTF-16, or Windows (cp1252)."""

from __future__ import annotations

import re

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def spreadsheet_text(content: bytes) -> tuple[str, bool]:
    """The text, and whether it was taken for Windows letters. Raises ``UnicodeDecodeError``."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16"), False
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return content.decode("cp1252"), True


def is_spreadsheet_text(content: bytes) -> bool:
    """Whether it is text at all."""
    try:
        text, _ = spreadsheet_text(content)
    except UnicodeDecodeError:
        return False
    return not _NO_TEXT.search(text)
