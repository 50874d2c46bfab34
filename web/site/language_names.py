"""The languages that young people may read in: named as their speakers name them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

ENGLISH = "en"
OTHERS = ("pl", "ro", "lt", "pt", "ur", "pa", "ar")  # design/look.md section 4, from Census 2021

PRINTED = (ENGLISH, "pl", "ro", "lt", "pt")  # those whose letters the fonts in web/static hold


@dataclass(frozen=True)
class Language:
    """``name`` is its own, ``english`` what staff call it; ``direction`` is ltr or rtl."""

    code: str
    name: str
    english: str
    direction: str


@cache
def language_of(code: str) -> Language:
    """Raises ``babel.UnknownLocaleError`` for what is no language."""
    locale = Locale.parse(code)
    name, english = locale.get_display_name(), locale.get_display_name("en")
    return Language(code, str(name), str(english), locale.text_direction)
