"""Attaching the minutes of a meeting as a file: kept sealed, then recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from uuid import UUID

from events.fact import Provenance
from events.governance.minutes_file import MinutesAttached, MinutesFileNamed
from services.change import Decided
from services.command import Service
from services.files import IMAGES, cleaned_name, type_of
from services.governance.meeting import MeetingService
from services.governance.meeting_state import Meeting, once_held
from services.ledger import Ledger
from services.ports import Evidence
from services.refusals import AlreadyThere, Missing
from services.state import State

MOST = 10


@dataclass(frozen=True)
class MinutesFile(State):
    name: str = ""


def evolve(state: MinutesFile, fact: MinutesFileNamed) -> MinutesFile:
    return replace(state, name=fact.name)


class MinutesFileService(Service[MinutesFile]):
    """Each file has a stream of its own, named by its meeting and its content."""

    evolve = staticmethod(evolve)

    def __init__(self, ledger: Ledger, evidence: Evidence) -> None:
        super().__init__(ledger)
        self.evidence = evidence

    def attach(self, meeting: UUID, provenance: Provenance, *, name: str, content: bytes) -> None:
        """Raises ``Missing``, ``AlreadyThere``, ``NotHeldYet``, ``NotThatKind``, ``TooLarge``,
        ``BadImage``, ``NotKept``.
        """
        if not content:
            raise Missing("Choose the file.", field="file")
        type = type_of(name, content)
        meetings = MeetingService(self.ledger)
        same = sha256(content).hexdigest()
        file = self.ledger.name_of("minutes file", str(meeting), same)
        _refuse(meetings.recall(meeting), file)
        kept = self.evidence.cleaned(content) if type in IMAGES else content
        self._name(file, provenance, cleaned_name(name, type))
        digest = self.evidence.keep(file, kept)

        def decide(state: Meeting) -> Decided:
            _refuse(state, file)
            place = state.next(provenance)
            return MinutesAttached(*place, file=file, digest=digest, type=type, size=len(kept))

        self.ledger.change(meetings.change(meeting, provenance, decide))

    def fetch(self, file: UUID, digest: str) -> bytes:
        """Raises ``EvidenceGone``."""
        return self.evidence.fetch(file, digest)

    def _name(self, file: UUID, provenance: Provenance, name: str) -> None:
        def named(state: MinutesFile) -> Decided:
            return () if state.version else MinutesFileNamed(*state.next(provenance), name=name)

        self.ledger.change(self.change(file, provenance, named, "either"))


def _refuse(meeting: Meeting, file: UUID) -> None:
    if file in once_held(meeting).files:
        raise AlreadyThere("This file is attached already.", field="file")
    if len(meeting.files) >= MOST:
        raise Missing(f"A meeting has at most {MOST} files.", field="file")
