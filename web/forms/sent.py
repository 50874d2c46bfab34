"""A form as it was sent: its values, its errors, and its one-time key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from flask import request
from marshmallow import Schema, ValidationError
from werkzeug.datastructures import MultiDict

from events.fact import Provenance
from events.period import PartialDate
from services.refusals import Refusal
from web.forms.choices import Several
from web.forms.fields import FormField
from web.site.authentication import who
from web.site.i18n import said_of, spoken

Errors = dict[str, str]
_KEY = re.compile(r"[0-9a-f]{32}")
_NUMBER = re.compile(r"[0-9]{1,4}")


def load(schema: Schema, form: MultiDict[str, str]) -> tuple[dict[str, Any], Errors]:
    """The valid values of a form, and a message for each field that is wrong.

    Messages are in the language of the page.
    """
    try:
        return dict(schema.load({**_blank(schema), **form.to_dict(), **_lists(schema, form)})), {}
    except ValidationError as error:
        messages: Mapping[str, Any] = error.normalized_messages()  # type: ignore[no-untyped-call]
        valid = error.valid_data if isinstance(error.valid_data, dict) else {}
        return dict(valid), {field: spoken(str(said[0])) for field, said in messages.items()}


def number_in(form: Mapping[str, str], name: str) -> int | None:
    """A small whole number that a form carries. None if it is no such number."""
    text = form.get(name, "")
    return int(text) if _NUMBER.fullmatch(text) else None


@contextmanager
def refused(errors: Errors) -> Iterator[None]:
    """Puts a refusal beside the field it is about, or at the head of the form."""
    try:
        yield
    except Refusal as refusal:
        errors[refusal.at or "form"] = said_of(refusal)


def key_of(form: MultiDict[str, str]) -> str:
    """The one-time key of a form, so that a double click is one fact."""
    key = form.get("key", "")
    return key if _KEY.fullmatch(key) else uuid4().hex


def key_sent() -> str:
    """The one-time key of the form that is sent, or of the one that the address speaks of."""
    return key_of(request.form if request.method == "POST" else request.args)


def provenance(form: MultiDict[str, str], *, effective_on: PartialDate | None = None) -> Provenance:
    """The provenance of a fact that the user records on a staff page."""
    return Provenance(str(who.id), f"told by {who.role}", effective_on, key_of(form))


def new_key() -> str:
    return uuid4().hex


def _lists(schema: Schema, form: MultiDict[str, str]) -> dict[str, list[str]]:
    several = [name for name, field in schema.fields.items() if isinstance(field, Several)]
    return {name: form.getlist(name) for name in several}


def _blank(schema: Schema) -> dict[str, str]:
    """Reads each field, also one that the browser did not send."""
    return {name: "" for name, field in schema.fields.items() if isinstance(field, FormField)}
