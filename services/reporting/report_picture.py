"""Pictures of reports, and the logo: encoded again, sealed, and said in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID

from events.fact import Provenance
from events.reporting.publication_settings import LogoSet
from events.reporting.report_section import PictureNamed, ReportPictureAdded
from services.change import Decided
from services.command import Service
from services.files import cleaned_name, picture_type_of
from services.ledger import Ledger
from services.ports import Evidence
from services.refusals import Missing, Refusal
from services.reporting.publication_settings import Publication, PublicationSettingsService
from services.reporting.report import ReportService
from services.reporting.report_state import Report, still_open
from services.state import State

MOST = 200
LONGEST_SIDE = 2000  # dots: on paper 174 mm wide, 290 dots an inch
_LONGEST_ALTERNATIVE = 1000


class TooManyReportPictures(Refusal):
    words = f"A report holds at most {MOST} pictures."
    field = "file"


@dataclass(frozen=True)
class PictureFile(State):
    name: str = ""


@dataclass(frozen=True)
class KeptPicture:
    """A picture as it is kept: its stream, the digest of the sealed file, its kind, its bytes."""

    id: UUID
    digest: str
    type: Literal["PNG", "JPEG"]
    size: int

    @property
    def fields(self) -> dict[str, Any]:
        """The picture as facts name it."""
        return {
            "picture": self.id,
            "digest": self.digest,
            "type": self.type,
            "size": self.size,
        }


def evolve(state: PictureFile, fact: PictureNamed) -> PictureFile:
    return replace(state, name=fact.name)


class ReportPictureService(Service[PictureFile]):
    """Each picture has a stream of its own, named by its content: the same one is kept once."""

    evolve = staticmethod(evolve)

    def __init__(self, ledger: Ledger, evidence: Evidence) -> None:
        super().__init__(ledger)
        self.evidence = evidence

    def add(
        self, report: UUID, provenance: Provenance, *, name: str, content: bytes, alternative: str
    ) -> UUID:
        """Adds a picture to a report, and gives its stream. The same one again gets its new words.

        Raises ``NotThatKind``, ``TooLarge``, ``BadImage``, ``NotKept``, ``Missing``.
        """
        reports = ReportService(self.ledger)
        _refuse_more(reports.recall(report))
        if found := self._added_before(report, provenance):
            return found
        kept = self._keep(report, provenance, name, content, alternative)

        def decide(state: Report) -> Decided:
            _refuse_more(state)
            place = state.next(provenance)
            return ReportPictureAdded(*place, alternative=alternative, **kept.fields)

        self.ledger.change(reports.change(report, provenance, decide))
        return kept.id

    def set_logo(
        self, provenance: Provenance, *, name: str, content: bytes, alternative: str
    ) -> None:
        """Raises as ``add`` does."""
        settings = PublicationSettingsService(self.ledger)
        kept = self._keep(settings.id, provenance, name, content, alternative)

        def decide(state: Publication) -> Decided:
            return LogoSet(*state.next(provenance), alternative=alternative, **kept.fields)

        self.ledger.change(settings.change(settings.id, provenance, decide, "either"))

    def fetch(self, picture: UUID, digest: str) -> bytes:
        """Raises ``EvidenceGone``."""
        return self.evidence.fetch(picture, digest)

    def _added_before(self, report: UUID, provenance: Provenance) -> UUID | None:
        """The picture that the same request added, sent a second time."""
        facts = self.ledger.facts(report) if provenance.key else ()
        of_request = (each for each in facts if each.provenance.key == provenance.key)
        added = (each.picture for each in of_request if isinstance(each, ReportPictureAdded))
        return next(added, None)

    def _keep(
        self, of: UUID, provenance: Provenance, name: str, content: bytes, alternative: str
    ) -> KeptPicture:
        _refuse_alternative(alternative)
        type = picture_type_of(name, content)
        cleaned = self.evidence.cleaned(content, LONGEST_SIDE)
        id = self.ledger.name_of("report picture", str(of), sha256(content).hexdigest())
        if not self.known(id).version:

            def named(state: PictureFile) -> Decided:
                safe = cleaned_name(name, type)
                return () if state.version else PictureNamed(*state.next(provenance), name=safe)

            self.ledger.change(self.change(id, provenance, named, "either"))
        digest = self.evidence.keep(id, cleaned)
        return KeptPicture(id, digest, "PNG" if type == "PNG" else "JPEG", len(cleaned))


def _refuse_alternative(alternative: str) -> None:
    if not alternative.strip():
        raise Missing(
            "Say in words what the picture shows, for those who do not see it.",
            field="alternative",
        )
    if len(alternative) > _LONGEST_ALTERNATIVE:
        raise Missing(f"Say it in at most {_LONGEST_ALTERNATIVE:,} letters.", field="alternative")


def _refuse_more(report: Report) -> None:
    if len(still_open(report).pictures) >= MOST:
        raise TooManyReportPictures
