"""Masks personal words in past rows with a mark, and puts them back when they are shown."""

from __future__ import annotations

import re
import secrets
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar
from uuid import UUID

from events.fact import FORGOTTEN, Fact
from infra.storage.fact_mapper import FactMapper
from infra.storage.recorder import Recorder

T = TypeVar("T")
OPEN, _END = "\ue000", "\ue001"  # private use: no keyboard types them
CLOSED = "(These words are closed.)"
_AHEAD = 256


def new_mark() -> str:
    """What tells our own marks from any that somebody might have typed."""
    return secrets.token_hex(6)


def masked(fact: Fact, position: int, mark: str) -> Fact:
    """The fact with a mark in place of what is personal or may be withdrawn: where to find it."""
    hidden = {
        name: _hidden(held, f"{mark}.{position}.{name}")
        for name in type(fact).PERSONAL | type(fact).WITHDRAWABLE
        if (held := getattr(fact, name))
    }
    return replace(fact, **hidden) if hidden else fact


def _hidden(value: Any, where: str) -> Any:
    match value:
        case str():
            return f"{OPEN}{where}{_END}"
        case tuple():
            return tuple(_hidden(each, f"{where}.{at}") for at, each in enumerate(value))
        case _:
            raise TypeError(f"{where} is about a person, but is neither words nor several of them")


class Words:
    """Fetches from the record what marks stand for. Made for one reading; remembers what it read.

    What is ``closed`` stays so, and what was forgotten is as the mapper gives it.
    """

    def __init__(
        self, recorder: Recorder, mapper: FactMapper, mark: str, closed: frozenset[UUID]
    ) -> None:
        self._lane, self._mapper, self._closed = recorder, mapper, closed
        self._mark = re.compile(rf"{OPEN}{mark}\.(\d+)\.(\w+)(?:\.(\d+))?{_END}")
        self._facts: dict[int, Fact] = {}
        self._last, self._ahead = -1, 1

    def unmasked(self, value: T) -> T:
        """The same, however deep, with the words in the place of their marks."""
        found: Any = value
        match value:
            case str() if OPEN in value:
                found = self._mark.sub(self._found, value)
            case tuple():
                found = tuple(map(self.unmasked, value))
            case _ if is_dataclass(value) and not isinstance(value, type):
                held = {each.name: getattr(value, each.name) for each in fields(value)}
                shown = {name: self.unmasked(each) for name, each in held.items()}
                changed = {name: each for name, each in shown.items() if each != held[name]}
                found = replace(value, **changed) if changed else value
            case _:
                pass
        return found  # type: ignore[no-any-return]

    def _found(self, mark: re.Match[str]) -> str:
        fact = self._fact(int(mark[1]))
        if fact.originator_id in self._closed:
            return CLOSED
        value = getattr(fact, mark[2])
        if mark[3]:
            value = value[int(mark[3])] if int(mark[3]) < len(value) else FORGOTTEN
        return str(value)

    def _fact(self, position: int) -> Fact:
        """One by one where they lie apart, many at once where they follow one another."""
        if position not in self._facts:
            near = 0 < position - self._last <= self._ahead * 2
            self._ahead = min(self._ahead * 2, _AHEAD) if near else 1
            rows = self._lane.read(position - 1, self._ahead)
            facts = self._mapper.facts(rows)
            self._facts = {row.n: fact for row, fact in zip(rows, facts, strict=True)}
            self._last = position + self._ahead - 1
        return self._facts[position]
