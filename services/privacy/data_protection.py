"""Naming who is responsible for the data, and whom anybody may ask about it."""

from __future__ import annotations

from events.fact import Provenance
from events.privacy.data_protection import DataProtectionFact, DataProtectionNamed
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.refusals import Missing
from services.state import State


def evolve(state: State, fact: DataProtectionFact) -> State:
    return state


def name_officer(
    known: State,
    provenance: Provenance,
    *,
    controllers: tuple[str, ...],
    officer: str,
    contact: str,
) -> DataProtectionNamed:
    """Raises ``Missing`` without a body, an officer or a way to reach them."""
    if not controllers:
        raise Missing("Name the bodies that decide about the data.", field="controllers")
    if not officer:
        raise Missing("Say who the data protection officer is, by their role.", field="officer")
    if not contact:
        raise Missing("Say how anybody reaches them.", field="contact")
    return DataProtectionNamed(
        *known.next(provenance), controllers=controllers, officer=officer, contact=contact
    )


class DataProtectionService(Service[State]):
    evolve = staticmethod(evolve)
    name_officer = lazy_command(name_officer)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("data protection")
