"""The base of form fields: each reads what was typed, and knows how a page asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from marshmallow import EXCLUDE, Schema, fields

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


class Form(Schema):
    """A form. It ignores fields that it does not know."""

    class Meta:
        unknown = EXCLUDE


class FormField(fields.Field[T]):
    """A field that knows its label, its hint and its kind of input.

    ``options`` is called when the page is drawn. ``blank`` is the entry of a list for no choice.
    ``empty`` are the words of a page that has nothing to choose from; ``first`` names the command
    of the same page that fills it, where nothing else can be done before.
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
        first: str = "",
        rows: int = 5,
        short: bool = False,
        autocomplete: str = "off",
        attributes: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.label, self.hint, self.blank, self.empty = label, hint, blank, empty
        self.first = first
        self.rows, self.short, self.attributes = rows, short, attributes or {}
        self.autocomplete = autocomplete
        self.kind = kind or ("select" if options and type(self).kind == "text" else type(self).kind)
        self._options = options

    def options(self) -> Options:
        """The choices on this page, each with its words."""
        return self._options() if self._options else ()

    def in_words(self, typed: str) -> str:
        """What was typed and could be read, as a page repeats it."""
        return typed
