"""Remembering the headings of a partnership's own tables."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from events.fact import Provenance
from events.reporting.import_headings import HeadingsRemembered, ImportFact
from services.command import Service, lazy_command
from services.ledger import Ledger
from services.state import State


@dataclass(frozen=True)
class ImportHeadings(State):
    """``known``: of each kind of table, our heading by theirs."""

    known: dict[str, dict[str, str]] = field(default_factory=dict)


def evolve(state: ImportHeadings, fact: ImportFact) -> ImportHeadings:
    found = dict(zip(fact.theirs, fact.ours, strict=True))
    return replace(state, known=state.known | {fact.table: found})


def remember(
    headings: ImportHeadings, provenance: Provenance, *, table: str, ours_by_theirs: dict[str, str]
) -> tuple[HeadingsRemembered, ...]:
    """Nothing where they are known already."""
    if headings.known.get(table) == ours_by_theirs:
        return ()
    theirs, ours = tuple(ours_by_theirs), tuple(ours_by_theirs.values())
    return (HeadingsRemembered(*headings.next(provenance), table=table, ours=ours, theirs=theirs),)


class ImportHeadingsService(Service[ImportHeadings]):
    evolve = staticmethod(evolve)
    remember = lazy_command(remember)

    def __init__(self, ledger: Ledger) -> None:
        super().__init__(ledger)
        self.id = ledger.name_of("import headings")
