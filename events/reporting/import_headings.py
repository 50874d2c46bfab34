"""The headings that a partnership's own tables have, remembered for the next table."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class HeadingsRemembered(Fact):
    """``theirs`` stand in the tables of this kind where ``ours`` are meant, one by one."""

    TOPIC = "import.headings_remembered"
    PERSONAL = frozenset()
    table: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


ImportFact = HeadingsRemembered
