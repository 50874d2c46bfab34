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
    """``field`` of the form; ``needed`` where each row must say it."""

    field: str
    label: str
    hint: str = ""
    needed: bool = True


@dataclass(frozen=True)
class Kind:
    """What a table brings in. ``taker`` is made once a table, and makes a change of each row.

    ``same`` names what no two rows may both say; ``corrects`` tells a correction from what is new.
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
