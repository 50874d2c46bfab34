"""From what was typed to what is meant, with a message beside each field that is not right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from marshmallow import EXCLUDE, Schema, ValidationError, fields
from werkzeug.datastructures import MultiDict

from events.fact import Provenance
from events.period import PartialDate
from events.uk_time import UK, in_words
from services.refusals import Refusal
from web.forms.dates import HINT, read_day
from web.site.authentication import who
from web.site.formatting import today

Errors = dict[str, str]
LONGEST = 5000
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
_KEY = re.compile(r"[0-9a-f]{32}")
_NUMBER = re.compile(r"[0-9]{1,4}")


class Form(Schema):
    """A form; fields it does not know are left alone."""

    class Meta:
        unknown = EXCLUDE


class Words(fields.Field[str]):
    """Typed text: trimmed, without control characters, at most ``longest`` letters."""

    def __init__(self, *, longest: int = LONGEST, needed: str = "", **kwargs: Any) -> None:
        super().__init__(load_default="", **kwargs)
        self.longest, self.needed = longest, needed

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

    def _tidied(self, text: str) -> str:
        return " ".join(text.split())


class Email(Line):
    """An e-mail address, as far as its shape tells."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        text = super()._deserialize(value, attr, data)
        if not _EMAIL.fullmatch(text):
            raise ValidationError("Write the address as name@example.org.")
        return text


class Day(fields.Field[PartialDate | None]):
    """A day or a month as ``web.days`` reads them; empty where none is given.

    ``past`` refuses a day that has not come yet, by the UK's calendar; ``within``, one that is
    longer ago.
    """

    def __init__(
        self,
        *,
        needed: str = "",
        past: bool = False,
        within: timedelta | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(load_default=None, **kwargs)
        self.needed, self.past, self.within = needed, past, within

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> PartialDate | None:
        text = str(value).strip()
        if not text:
            if self.needed:
                raise ValidationError(self.needed)
            return None
        day = _day(text)
        if self.past and day.first > today():
            raise ValidationError("This day has not come yet. Look at it again.")
        if self.within and day.last < today() - self.within:
            raise ValidationError(
                f"This is more than {self.within.days} days ago. Look at it again."
            )
        return day


class Moment(fields.Field[str]):
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


class Choice(fields.Field[str]):
    """One of the answers offered."""

    def __init__(self, offered: tuple[str, ...], *, needed: str = "", **kwargs: Any) -> None:
        super().__init__(load_default="", **kwargs)
        self.offered, self.needed = offered, needed

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> str:
        if not value and not self.needed:
            return ""
        if value not in self.offered:
            raise ValidationError(self.needed or "Choose one of the answers offered.")
        return str(value)


class Several(fields.Field[tuple[str, ...]]):
    """Any number of the answers offered; ``load`` reads all of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=(), **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> tuple[str, ...]:
        return tuple(value) if isinstance(value, list) else ()


class Chosen(fields.Field[UUID | None]):
    """One thing of a list, by its id; empty where none is chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default=None, **kwargs)

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> UUID | None:
        try:
            return UUID(str(value)) if value else None
        except ValueError:
            raise ValidationError("Choose one of the list, or none.") from None


def load(schema: Schema, form: MultiDict[str, str]) -> tuple[dict[str, Any], Errors]:
    """What is right in a form, and a message for each field that is not."""
    try:
        return dict(schema.load({**_blank(schema), **form.to_dict(), **_lists(schema, form)})), {}
    except ValidationError as error:
        messages: Mapping[str, Any] = error.normalized_messages()  # type: ignore[no-untyped-call]
        valid = error.valid_data if isinstance(error.valid_data, dict) else {}
        return dict(valid), {field: str(said[0]) for field, said in messages.items()}


def cleaned(text: str) -> str:
    """Without control characters, nor those that turn the direction in which words are shown."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n"))


def number_in(form: MultiDict[str, str], name: str) -> int | None:
    """A small whole number that a form carries; none where it is no such number."""
    text = form.get(name, "")
    return int(text) if _NUMBER.fullmatch(text) else None


@contextmanager
def refused(errors: Errors) -> Iterator[None]:
    """Puts a refusal beside the field it is about, or at the head of the form."""
    try:
        yield
    except Refusal as refusal:
        errors[refusal.at or "form"] = refusal.said


def key_of(form: MultiDict[str, str]) -> str:
    """The one-time key a form carries, so that a double click is one fact."""
    key = form.get("key", "")
    return key if _KEY.fullmatch(key) else uuid4().hex


def provenance(form: MultiDict[str, str], *, effective_on: PartialDate | None = None) -> Provenance:
    """A fact told on a staff page by whoever is signed in."""
    return Provenance(str(who.id), f"told by {who.role}", effective_on, key_of(form))


def new_key() -> str:
    return uuid4().hex


def _day(text: str) -> PartialDate:
    try:
        return read_day(text)
    except ValueError:
        said = f"This is no day. Write it {HINT[0].lower()}{HINT[1:]}"
        raise ValidationError(said) from None


def _lists(schema: Schema, form: MultiDict[str, str]) -> dict[str, list[str]]:
    several = [name for name, field in schema.fields.items() if isinstance(field, Several)]
    return {name: form.getlist(name) for name in several}


def _blank(schema: Schema) -> dict[str, str]:
    ours = Words | Day | Moment | Choice | Chosen
    return {name: "" for name, field in schema.fields.items() if isinstance(field, ours)}
