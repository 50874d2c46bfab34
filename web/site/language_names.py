"""The languages for young people, with the names that their speakers use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from babel import Locale

ENGLISH = "en"
OTHERS = ("pl", "ro", "lt", "pt", "ur", "pa", "ar")  # design/look.md section 4, from Census 2021

PRINTED = (ENGLISH, "pl", "ro", "lt", "pt")  # languages whose letters the fonts in web/static hold


@dataclass(frozen=True)
class Language:
    """``name`` is in the language itself, ``english`` is for staff. ``direction`` is ltr or rtl."""

    code: str
    name: str
    english: str
    direction: str


@cache
def language_of(code: str) -> Language:
    """The language of a code. Raises ``babel.UnknownLocaleError``."""
    locale = Locale.parse(code)
    name, english = locale.get_display_name(), locale.get_display_name("en")
    return Language(code, str(name), str(english), locale.text_direction)
