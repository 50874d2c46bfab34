"""Who is responsible for the data, and whom anybody may ask about it. All of it is public."""

from __future__ import annotations

from dataclasses import dataclass

from events.fact import Fact


@dataclass(frozen=True)
class DataProtectionNamed(Fact):
    """``controllers`` are the bodies that decide about the data, ``officer`` a role, not a name."""

    TOPIC = "data_protection.named"
    PERSONAL = frozenset()
    controllers: tuple[str, ...]
    officer: str
    contact: str


DataProtectionFact = DataProtectionNamed
