"""The service of a children's version. It reads the state of the report with each decision."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from events.childrens_version.editing import Chapter, Picture
from events.fact import Provenance
from services.change import Decided
from services.childrens_version.chapter_choices import (
    choose_picture,
    choose_quotes,
    hide,
    order,
    show,
)
from services.childrens_version.editing import approve, approve_outside, decline, propose, write
from services.childrens_version.editing_state import ChildrensVersion, evolve
from services.childrens_version.report_standing import standing_of
from services.command import Service, informed_command, lazy_command
from services.four_eyes import Outsider
from services.let_in import LetIn, who_let_in


class ChildrensVersionService(Service[ChildrensVersion]):
    """One stream for each report, which begins with the first thing that somebody edits."""

    evolve = staticmethod(evolve)

    hide = lazy_command(hide)
    show = lazy_command(show)
    decline = lazy_command(decline)

    def stream_of(self, subject: UUID) -> UUID:
        return self.ledger.name_of("children's version", str(subject))

    @informed_command("either")
    def write(
        self,
        version: ChildrensVersion,
        provenance: Provenance,
        *,
        report: UUID,
        chapter: Chapter,
        words: str,
        seen: int | None,
    ) -> Decided:
        return write(
            version,
            provenance,
            report=report,
            chapter=chapter,
            words=words,
            seen=seen,
            standing=standing_of(self.ledger, report),
        )

    @informed_command("either")
    def propose(
        self,
        version: ChildrensVersion,
        provenance: Provenance,
        *,
        report: UUID,
        chapter: Chapter,
        words: str,
        why: str,
    ) -> Decided:
        return propose(
            version,
            provenance,
            report=report,
            chapter=chapter,
            words=words,
            why=why,
            standing=standing_of(self.ledger, report),
        )

    @informed_command("either")
    def approve(
        self, version: ChildrensVersion, provenance: Provenance, *, report: UUID, number: int
    ) -> Decided:
        let_in = self._let_in(version, number, provenance.by)
        standing = standing_of(self.ledger, report)
        return approve(version, provenance, number=number, let_in=let_in, standing=standing)

    @informed_command("either")
    def approve_outside(
        self,
        version: ChildrensVersion,
        provenance: Provenance,
        *,
        report: UUID,
        number: int,
        outsider: Outsider,
        may: Mapping[str, str],
    ) -> Decided:
        return approve_outside(
            version,
            provenance,
            number=number,
            outsider=outsider,
            may=may,
            let_in=self._let_in(version, number, *may),
            standing=standing_of(self.ledger, report),
        )

    @informed_command("either")
    def choose_quotes(
        self,
        version: ChildrensVersion,
        provenance: Provenance,
        *,
        report: UUID,
        quotes: tuple[str, ...],
    ) -> Decided:
        standing = standing_of(self.ledger, report)
        return choose_quotes(version, provenance, report=report, quotes=quotes, standing=standing)

    @informed_command("either")
    def choose_picture(
        self,
        version: ChildrensVersion,
        provenance: Provenance,
        *,
        report: UUID,
        chapter: Chapter,
        picture: Picture,
    ) -> Decided:
        standing = standing_of(self.ledger, report)
        return choose_picture(
            version, provenance, report=report, chapter=chapter, picture=picture, standing=standing
        )

    @informed_command("either")
    def order(
        self,
        version: ChildrensVersion,
        provenance: Provenance,
        *,
        report: UUID,
        chapters: tuple[Chapter, ...],
    ) -> Decided:
        standing = standing_of(self.ledger, report)
        return order(version, provenance, report=report, chapters=chapters, standing=standing)

    def _let_in(self, version: ChildrensVersion, number: int, *people: str) -> LetIn:
        asked = version.open_proposals.get(number)
        return who_let_in(self.ledger, (*people, *([asked.provenance.by] if asked else ())))
