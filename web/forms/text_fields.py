"""Fields for typed text."""

from __future__ import annotations

import re
from typing import Any

from marshmallow import ValidationError

from services.letters import is_longer, letters
from web.forms.fields import FormField, Kind
from web.site.cleaned_text import cleaned, visible
from web.site.i18n import spoken

LONGEST = 5000
_MARK = re.compile(r"^\s*[-*\u2022\u2013\u00b7]\s+")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")


class Words(FormField[str]):
    """Typed text: trimmed, without control characters, at most ``longest`` letters.

    ``counted``: the page says how many letters are left. ``measured``: the page says how hard the
    words are to read.
    """

    kind: Kind = "textarea"

    def __init__(
        self,
        *,
        longest: int = LONGEST,
        needed: str = "",
        counted: bool = False,
        measured: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(load_default="", **kwargs)
        self.longest, self.needed, self.measured = longest, needed, measured
        self.limit = longest if counted else 0

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        text = self._tidied(cleaned(str(value)).strip())
        if self.needed and not text:
            raise ValidationError(self.needed)
        if is_longer(text, self.longest):
            many = max(letters(text), self.longest + 1)
            raise ValidationError(_too_long(f"{many:,}", f"{self.longest:,}"))
        return text

    def _tidied(self, text: str) -> str:
        return text


class Line(Words):
    """Typed text of one line."""

    kind: Kind = "text"

    def _tidied(self, text: str) -> str:
        return " ".join(text.split())


class Email(Line):
    """An e-mail address, as far as its shape can be checked. Empty where none is needed."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        text = super()._deserialize(visible(str(value)), attr, data)
        if text and not _EMAIL.fullmatch(text):
            raise ValidationError("Write the address as name@example.org.")
        return text


class Lines(FormField[tuple[str, ...]]):
    """Typed text as a list, one item per line, each item once, without the mark of a list."""

    kind: Kind = "textarea"

    def __init__(self, *, longest: int = LONGEST, needed: str = "", **kwargs: Any) -> None:
        super().__init__(load_default=(), **kwargs)
        self._words, self.limit = Words(longest=longest, needed=needed), 0

    def in_words(self, typed: str) -> str:
        return ", ".join(self.deserialize(typed))

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[str, ...]:
        typed = self._words.deserialize(value).splitlines()
        tidied = (" ".join(_MARK.sub("", line).split()) for line in typed)
        return tuple(dict.fromkeys(line for line in tidied if line))


def _too_long(many: str, most: str) -> str:
    return spoken("This is %(many)s letters long. The most is %(most)s.", many=many, most=most)
