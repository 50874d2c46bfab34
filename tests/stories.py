"""A test is a story: given what happened, when somebody decides, then a fact or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from events.fact import Fact, Provenance
from services.refusals import Refusal
from services.state import folded

STREAM = UUID(int=1)
TOLD = Provenance("a tester", "a test, line 1")
STAFF = Provenance("a tester", "a page")


def recorded(fact: type[Fact], /, *, version: int = 1, stream: UUID = STREAM, **said: Any) -> Fact:
    """A fact of some kind, told by a tester."""
    return fact(stream, version, TOLD, **said)


class Story:
    """Facts that happened to one thing, and what it remembers of them."""

    def __init__(self, evolve: Callable[[Any, Any], Any], facts: list[Fact]) -> None:
        self.facts, self.provenance = facts, TOLD
        self.state = folded(evolve, STREAM, facts)

    def on_a_page(self) -> Story:
        """What is decided next is told by staff on a page, and by no document."""
        self.provenance = STAFF
        return self

    def when(self, decide: Callable[..., Any], /, **request: Any) -> Then:
        return Then(lambda: decide(self.state, self.provenance, **request), len(self.facts))


class Then:
    def __init__(self, decide: Callable[[], Any], known: int) -> None:
        self.decide, self.known = decide, known

    def then(self, expected: type[Fact], /, **said: Any) -> None:
        """One fact of that kind, the next of its stream, saying at least this."""
        fact = self.decide()
        assert type(fact) is expected
        assert fact.originator_version == self.known + 1
        assert {name: getattr(fact, name) for name in said} == said

    def refused(self, refusal: type[Refusal], at: str = "") -> None:
        """Refused by that name, in words that say what to do, beside that field."""
        with pytest.raises(refusal) as raised:
            self.decide()
        assert type(raised.value) is refusal
        assert len(raised.value.said) > 15
        assert raised.value.at == at or not at


def given(evolve: Callable[[Any, Any], Any], *facts: Fact) -> Story:
    """What happened so far, versions counted from 1."""
    numbered = [
        type(fact)(**{**vars(fact), "originator_version": version})
        for version, fact in enumerate(facts, 1)
    ]
    return Story(evolve, numbered)
