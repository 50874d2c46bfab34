"""A kind of table: its columns, the form of a row, and what a row changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from events.fact import Fact, Provenance
from services.change import Change
from web.forms.fields import Form

Given = dict[str, Any]
Take = Callable[[Provenance, Given], Change]
Judge = Callable[[list[Fact]], bool]


@dataclass(frozen=True)
class Column:
    """``field`` of the form. ``needed``: each row must fill it."""

    field: str
    label: str
    hint: str = ""
    needed: bool = True


@dataclass(frozen=True)
class Kind:
    """A kind of table. ``taker`` is called once per table and gives a change for each row.

    No two rows may agree in all fields of ``same``. ``corrects`` tells a correction from a new
    fact.
    """

    title: str
    help: str
    columns: tuple[Column, ...]
    form: Form
    taker: Callable[[], Take]
    same: tuple[str, ...]
    corrects: Callable[[], Judge] = lambda: lambda _: False

    @property
    def labels(self) -> list[str]:
        return [column.label for column in self.columns]
