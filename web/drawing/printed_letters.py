"""The letters that our own fonts hold, and so a PDF. A browser has fonts for all others."""

from __future__ import annotations

import re
from unicodedata import normalize

_HELD = re.compile(
    r"[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123"
    r"\u0126-\u0127\u012a-\u012b\u012e-\u0130\u0132-\u0133\u0136-\u0137\u0139-\u013e\u0141-\u0148"
    r"\u0150-\u0151\u0154-\u0155\u0158-\u015b\u015e-\u0165\u016a-\u016b\u016e-\u017e\u0192"
    r"\u0218-\u021b\u0237\u02c7\u02c9\u02dd\u0300-\u0301\u0303-\u0304\u0308\u1e80-\u1e85\u1e9e"
    r"\u1ef2-\u1ef3\u2013-\u2014\u2018-\u2019\u201c-\u201d\u2020\u2022\u2026\u20ac\u20b9\u2113\u2212]*"
)


def are_printed(words: str) -> bool:
    """Whether our fonts hold every letter: any other would be printed as an empty box."""
    return _HELD.fullmatch(normalize("NFC", words)) is not None
