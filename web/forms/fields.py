"""The fields of a form: each reads what was typed, and says how a page asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, TypeVar

from marshmallow import EXCLUDE, Schema, ValidationError, fields

from events.period import PartialDate
from events.uk_time import UK, in_words
from web.forms.dates import HINT, NotADay, read_day
from web.site.formatting import today

T = TypeVar("T")
Kind = Literal[
    "text",
    "email",
    "date",
    "datetime-local",
    "textarea",
    "select",
    "radios",
    "checkbox",
    "checkboxes",
    "suggested",
    "file",
    "hidden",
]
Options = Sequence[tuple[str, str]]
LONGEST = 5000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")


class Form(Schema):
    """A form; fields it does not know are left alone."""

    class Meta:
        unknown = EXCLUDE


class FormField(fields.Field[T]):
    """A field that knows its label, its hint and its kind of input.

    ``options`` are asked for when the page is made; ``blank`` is what a list says where none is
    chosen, ``empty`` what the page says where there is nothing to choose from.
    """

    kind: Kind = "text"

    def __init__(
        self,
        *,
        label: str = "",
        hint: str = "",
        kind: Kind | None = None,
        options: Callable[[], Options] | None = None,
        blank: str = "Choose one",
        empty: str = "",
        rows: int = 5,
        short: bool = False,
        attributes: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.label, self.hint, self.blank, self.empty = label, hint, blank, empty
        self.rows, self.short, self.attributes = rows, short, attributes or {}
        self.kind = kind or ("select" if options and type(self).kind == "text" else type(self).kind)
        self._options = options

    def options(self) -> Options:
        """What may be chosen on this page, each with its words."""
        return self._options() if self._options else ()


class Words(FormField[str]):
    """Typed text: trimmed, without control characters, at most ``longest`` letters.

    ``counted`` says on the page how many letters are left, ``measured`` how hard the words are to
    read.
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
        if len(text) > self.longest:
            raise ValidationError(
                f"This is {len(text):,} letters long. The most is {self.longest:,}."
            )
        return text

    def _tidied(self, text: str) -> str:
        return text


class Line(Words):
    """Typed text of one line."""

    kind: Kind = "text"

    def _tidied(self, text: str) -> str:
        return " ".join(text.split())


class Email(Line):
    """An e-mail address, as far as its shape tells."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        text = super()._deserialize(value, attr, data)
        if not _EMAIL.fullmatch(text):
            raise ValidationError("Write the address as name@example.org.")
        return text


class Lines(FormField[tuple[str, ...]]):
    """Typed text as a list, one thing per line; each thing once."""

    kind: Kind = "textarea"

    def __init__(self, *, longest: int = LONGEST, needed: str = "", **kwargs: Any) -> None:
        super().__init__(load_default=(), **kwargs)
        self._words, self.limit = Words(longest=longest, needed=needed), 0

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[str, ...]:
        tidied = (" ".join(line.split()) for line in self._words.deserialize(value).splitlines())
        return tuple(dict.fromkeys(line for line in tidied if line))


class Day(FormField[PartialDate | None]):
    """A day or a month as ``dates`` reads them; empty where none is given.

    ``past`` refuses a day that has not come yet, by the UK's calendar; ``within``, one that is
    longer ago. ``or_today`` takes today where none is given.
    """

    def __init__(
        self,
        *,
        needed: str = "",
        past: bool = False,
        within: timedelta | None = None,
        or_today: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(load_default=None, **kwargs)
        self.needed, self.past, self.within, self.or_today = needed, past, within, or_today

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> PartialDate | None:
        text = str(value).strip()
        if not text:
            if self.needed:
                raise ValidationError(self.needed)
            return PartialDate(today().isoformat()) if self.or_today else None
        day = _day(text)
        if self.past and day.first > today():
            raise ValidationError("This day has not come yet. Look at it again.")
        if self.within and day.last < today() - self.within:
            raise ValidationError(
                f"This is more than {self.within.days} days ago. Look at it again."
            )
        return day


class Moment(FormField[str]):
    """A day and time of the UK as a browser gives it, told in words; never one still to come.

    ``within`` refuses one that is longer ago: a slip in the year would count as in time.
    """

    def __init__(self, *, needed: str, within: timedelta | None = None, **kwargs: Any) -> None:
        super().__init__(load_default="", **kwargs)
        self.needed, self.within = needed, within

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        if not str(value).strip():
            raise ValidationError(self.needed)
        try:
            moment = datetime.fromisoformat(str(value).strip()).replace(tzinfo=UK)
        except ValueError:
            raise ValidationError("Write the day and time as 2026-11-21 14:05.") from None
        if moment > datetime.now(UK):
            raise ValidationError("This time has not come yet. Look at it again.")
        if self.within and moment < datetime.now(UK) - self.within:
            raise ValidationError(
                f"This is more than {self.within.days} days ago. Look at it again."
            )
        return f"{in_words(moment.date())}, {moment:%H:%M}"


def cleaned(text: str) -> str:
    """Without control characters, nor those that turn the direction in which words are shown."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n"))


def _day(text: str) -> PartialDate:
    try:
        return read_day(text)
    except NotADay as error:
        raise ValidationError(f"{error.words} Write it {HINT[0].lower()}{HINT[1:]}") from None
