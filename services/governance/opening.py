"""Opening to young people, once everything is in place, and closing again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from events.fact import Provenance
from events.governance.opening import ClosedToYoungPeople, OpenedToYoungPeople, OpeningFact
from events.period import PartialDate
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.reading_age import refuse_hard
from services.refusals import AlreadyThere, Missing, Refusal
from services.state import State


class NotInPlace(Refusal):
    words = "Something is not in place yet."
    field = "sure"


@dataclass(frozen=True)
class Opening(State):
    """``is_open`` is none where nobody has opened or closed it since it joined."""

    is_open: bool | None = None


def evolve(state: Opening, fact: OpeningFact) -> Opening:
    match fact:
        case OpenedToYoungPeople():
            return replace(state, is_open=True)
        case ClosedToYoungPeople():
            return replace(state, is_open=False)
        case _:
            assert_never(fact)


def open_to_young_people(
    opening: Opening,
    provenance: Provenance,
    *,
    checked: tuple[str, ...],
    missing: tuple[str, ...],
) -> OpenedToYoungPeople:
    """``missing`` names what is not in place. Raises ``NotInPlace``, ``AlreadyThere``."""
    if missing:
        raise NotInPlace(f"Not in place yet: {'; '.join(missing)}.")
    if opening.is_open:
        raise AlreadyThere
    return OpenedToYoungPeople(*opening.next(provenance), checked=checked)


def close(
    opening: Opening, provenance: Provenance, *, why: str, until: PartialDate | None = None
) -> ClosedToYoungPeople:
    """Raises ``Missing`` without a reason, ``TooHard``, and ``AlreadyThere`` where it is closed."""
    if not why:
        raise Missing("Say why, in words a child understands.", field="why")
    refuse_hard(provenance, why, "why")
    if opening.is_open is False:
        raise AlreadyThere
    return ClosedToYoungPeople(*opening.next(provenance), why=why, until=until)


class OpeningService(Service[Opening]):
    evolve = staticmethod(evolve)
    open_to_young_people = lazy_command(open_to_young_people)
    close = lazy_command(close)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("opening")
