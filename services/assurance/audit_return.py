"""An agency's return: answered, submitted, challenged, answered again, agreed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID

from events.assurance.audit_return import SelfRating
from events.fact import Fact, Provenance
from services.assurance import audit_return_decisions as decisions
from services.assurance import audit_return_moderation as moderation
from services.assurance.audit import AuditService
from services.assurance.audit_return_state import Return, evolve
from services.assurance.audit_state import AuditIsClosed
from services.assurance.audit_tool import AuditToolService
from services.change import Decided
from services.command import Service, opening_command
from services.files import IMAGES, cleaned_name, type_of
from services.ledger import Ledger
from services.ports import Evidence
from services.refusals import AlreadyThere, NotFound, ToldDifferently
from services.state import grown


class AuditReturnService(Service[Return]):
    """Each agency has one return in an audit, named by both: nobody chooses it by its id."""

    evolve = staticmethod(evolve)
    _begin = opening_command(decisions.start)

    def __init__(self, ledger: Ledger, evidence: Evidence) -> None:
        super().__init__(ledger)
        self.evidence = evidence

    def id_of(self, audit: UUID, agency: str) -> UUID:
        return self.ledger.name_of("return", str(audit), agency)

    def answer(
        self,
        audit: UUID,
        provenance: Provenance,
        *,
        agency: str,
        standard: str,
        rating: SelfRating,
        why: str = "",
        doing: str = "",
        good: str = "",
        actions: str = "",
        carried: bool = False,
    ) -> list[Fact]:
        return self._record(
            audit,
            agency,
            provenance,
            decisions.answer,
            standard=standard,
            rating=rating,
            why=why,
            doing=doing,
            good=good,
            actions=actions,
            carried=carried,
        )

    def submit(self, audit: UUID, provenance: Provenance, *, agency: str) -> list[Fact]:
        again = self._was_told(self.id_of(audit, agency), provenance)
        standards = self._asked(audit, agency, again=again)
        return self._record(audit, agency, provenance, decisions.submit, standards=standards)

    def reopen(self, audit: UUID, provenance: Provenance, *, agency: str, why: str) -> list[Fact]:
        return self._record(audit, agency, provenance, moderation.reopen, why=why)

    def challenge(
        self,
        audit: UUID,
        provenance: Provenance,
        *,
        agency: str,
        standard: str,
        rating: SelfRating,
        why: str,
    ) -> list[Fact]:
        return self._record(
            audit,
            agency,
            provenance,
            moderation.challenge,
            standard=standard,
            rating=rating,
            why=why,
        )

    def respond(
        self, audit: UUID, provenance: Provenance, *, agency: str, standard: str, response: str
    ) -> list[Fact]:
        return self._record(
            audit, agency, provenance, moderation.respond, standard=standard, response=response
        )

    def agree(
        self,
        audit: UUID,
        provenance: Provenance,
        *,
        agency: str,
        standard: str,
        rating: SelfRating,
        why: str = "",
    ) -> list[Fact]:
        return self._record(
            audit, agency, provenance, moderation.agree, standard=standard, rating=rating, why=why
        )

    def agree_own(
        self,
        audit: UUID,
        provenance: Provenance,
        *,
        standards: Mapping[str, Sequence[str]],
        why: str = "",
    ) -> list[Fact]:
        """Agrees agencies' own ratings where nobody challenged them: all of them, or none.

        ``standards`` are those to agree, by agency. Raises what ``agree_own`` of a return does.
        """
        changes = []
        for agency, wanted in standards.items():
            stream = self.id_of(audit, agency)
            asked = self._asked(audit, agency, again=self._was_told(stream, provenance))
            titles = {standard: _title(asked, standard) for standard in wanted}
            decide = partial(moderation.agree_own, provenance=provenance, standards=titles, why=why)
            changes.append(self.change(stream, provenance, decide))
        return self.ledger.change_as_one(*changes)

    def attach(
        self,
        audit: UUID,
        provenance: Provenance,
        *,
        agency: str,
        standard: str,
        name: str,
        content: bytes,
    ) -> list[Fact]:
        """Keeps a file, sealed, and then records it; the same file again changes nothing.

        Stopped in between, nothing shows: what is kept is found only by the fact.
        """
        type = type_of(name, content)
        stream, asked = self.id_of(audit, agency), self._asked(audit, agency)
        title = _title(asked, standard)
        self._start(stream, provenance, audit, agency)
        known = self.recall(stream)
        same = sha256(content).hexdigest()
        evidence = self.ledger.name_of("evidence", str(stream), standard, same)
        if evidence in known.evidence:
            return []
        if self._was_told(stream, provenance):  # of another file: refused before anything is kept
            raise ToldDifferently
        said: dict[str, Any] = {
            "evidence": evidence,
            "standard": standard,
            "name": cleaned_name(name, type),
            "type": type,
            "size": len(content),
        }
        decisions.attach(
            known, provenance, **said, asked=title, digest=""
        )  # refused before anything is kept
        kept = self.evidence.cleaned(content) if type in IMAGES else content
        digest = self.evidence.keep(stream, kept)
        return self._record(audit, agency, provenance, decisions.attach, **said, digest=digest)

    def _start(self, stream: UUID, provenance: Provenance, audit: UUID, agency: str) -> None:
        """Records the return's first fact, so that there is a key to encrypt its evidence with."""

        if self.ledger.facts(stream):
            return
        first = replace(provenance, key="")
        with suppress(AlreadyThere):
            self._begin(stream, first, audit=audit, agency=agency)

    def _record(
        self,
        audit: UUID,
        agency: str,
        provenance: Provenance,
        decide: Callable[..., Fact],
        **said: Any,
    ) -> list[Fact]:
        """Raises ``NotFound`` for an agency or a standard that the audit does not ask."""
        stream = self.id_of(audit, agency)
        asked = self._asked(audit, agency, again=self._was_told(stream, provenance))
        if "standard" in said:
            said["asked"] = _title(asked, said["standard"])

        def decided(it: Return) -> Decided:
            if it.version:
                return decide(it, provenance, **said)
            started = decisions.start(it, provenance, audit=audit, agency=agency)
            begun: Return = grown(evolve, it, [started])
            return started, decide(begun, provenance, **said)

        return self.ledger.change(self.change(stream, provenance, decided, "either"))

    def _was_told(self, stream: UUID, provenance: Provenance) -> bool:
        return bool(provenance.key) and provenance.key in {
            f.provenance.key for f in self.ledger.facts(stream)
        }

    def _asked(self, audit: UUID, agency: str, *, again: bool = False) -> dict[str, str]:
        """The standards that an audit asks an agency about, with their words.

        Raises ``AuditIsClosed``, but not for what was told before it was closed and is told again.
        """
        found = AuditService(self.ledger).recall(audit)
        if agency not in found.agencies or found.asks is None:
            raise NotFound
        if found.closed and not again:
            raise AuditIsClosed
        tool = AuditToolService(self.ledger).recall(found.asks.tool)
        return {each.name: each.title for each in tool.standards(found.asks.number)}


def _title(asked: dict[str, str], standard: str) -> str:
    if standard not in asked:
        raise NotFound("This audit does not ask about that standard.")
    return asked[standard]
