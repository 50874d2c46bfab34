"""An agency's return: answered as it goes, submitted, challenged, answered again, agreed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from events.audit_return import ReturnStarted, SelfRating
from events.fact import Fact, Told
from services import audit_return_rules as rules
from services.audit import AuditIsClosed, AuditService
from services.audit_tool import ToolService
from services.ledger import Decided, Service
from services.refusals import NotFound


class ReturnService(Service[rules.Return]):
    """Each agency has one return in an audit, named by both: nobody chooses it by its id."""

    evolve = staticmethod(rules.evolve)

    def id_of(self, audit: UUID, agency: str) -> UUID:
        return self.ledger.name_of("return", str(audit), agency)

    def answer(
        self,
        audit: UUID,
        told: Told,
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
        return self._decide(
            audit, agency, told, rules.answer, standard=standard, rating=rating, why=why,
            doing=doing, good=good, actions=actions, carried=carried,
        )  # fmt: skip

    def submit(self, audit: UUID, told: Told, *, agency: str) -> list[Fact]:
        return self._decide(audit, agency, told, rules.submit, asked=self._asked(audit, agency))

    def reopen(self, audit: UUID, told: Told, *, agency: str, why: str) -> list[Fact]:
        return self._decide(audit, agency, told, rules.reopen, why=why)

    def challenge(
        self,
        audit: UUID,
        told: Told,
        *,
        agency: str,
        standard: str,
        rating: SelfRating,
        why: str,
    ) -> list[Fact]:
        return self._decide(
            audit, agency, told, rules.challenge, standard=standard, rating=rating, why=why
        )

    def respond(
        self, audit: UUID, told: Told, *, agency: str, standard: str, response: str
    ) -> list[Fact]:
        return self._decide(
            audit, agency, told, rules.respond, standard=standard, response=response
        )

    def agree(
        self,
        audit: UUID,
        told: Told,
        *,
        agency: str,
        standard: str,
        rating: SelfRating,
        why: str = "",
    ) -> list[Fact]:
        return self._decide(
            audit, agency, told, rules.agree, standard=standard, rating=rating, why=why
        )

    def _decide(
        self, audit: UUID, agency: str, told: Told, decide: Callable[..., Fact], **said: Any
    ) -> list[Fact]:
        """Raises ``NotFound`` for an agency or a standard that the audit does not ask."""
        asked = self._asked(audit, agency)
        if "standard" in said and said["standard"] not in asked:
            raise NotFound("This audit does not ask about that standard.")
        stream = self.id_of(audit, agency)

        def decided(known: list[Fact]) -> Decided:
            if known:
                return decide(self._known(known), told, **said)
            started = ReturnStarted(stream, 1, told, audit, agency)
            return started, decide(rules.evolve(None, started), told, **said)

        return self.ledger.change(stream, told, decided)

    def _asked(self, audit: UUID, agency: str) -> tuple[str, ...]:
        """The standards that an audit asks an agency about. Raises ``NotFound``."""
        found = AuditService(self.ledger).recall(audit)
        if agency not in found.agencies or found.asks is None:
            raise NotFound
        if found.closed:
            raise AuditIsClosed
        tool = ToolService(self.ledger).recall(found.asks.tool)
        return tuple(standard.name for standard in tool.standards(found.asks.number))
