"""Erasure in two steps by two people. A young person may erase their own words alone.

Words with an escalated concern are forgotten some days after that, unless a hold stops it.

A confirmed erasure is done once the keys are destroyed. If the process is killed in between, the
next start continues.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import reduce
from uuid import UUID

from events.assurance.audit_return import EvidenceAttached
from events.fact import Fact, Provenance
from events.feedback.feedback import PictureAdded
from events.participation.quotation import QuoteTranslated
from events.privacy.erasure import Forgot, Ground, Kind, ReportChecked
from events.uk_time import uk_today
from services.change import Decided
from services.command import Service
from services.four_eyes import Outsider
from services.ledger import Ledger
from services.let_in import who_let_in
from services.ports import Evidence, Keys
from services.privacy.erasure_agreement import carry_out, confirm, confirm_outside, forget
from services.privacy.erasure_decisions import ask, decline
from services.privacy.erasure_holds import hold, lift
from services.privacy.erasure_request import stream_of_erasure
from services.privacy.erasure_state import (
    Forgetting,
    NobodyAsked,
    evolve,
)
from services.privacy.erasure_subject import about
from services.state import grown

_OWN: Ground = "the young person took it back"
_DUE = Provenance("Earshot", "the days to stop it are over", None, "carried out")


class ErasureService(Service[Forgetting]):
    """One stream for each subject, beside the subject's own."""

    evolve = staticmethod(evolve)

    def __init__(
        self,
        ledger: Ledger,
        keys: Keys,
        evidence: Evidence | None = None,
        today: Callable[[], date] = uk_today,
    ) -> None:
        super().__init__(ledger)
        self.keys, self.evidence, self.today = keys, evidence, today

    def stream_of(self, subject: UUID) -> UUID:
        return stream_of_erasure(self.ledger, subject)

    def of(self, subject: UUID) -> Forgetting:
        """What is known of forgetting this; nothing, for most."""
        return self._with_subject(subject, self.known(subject))

    def ask(
        self,
        subject: UUID,
        provenance: Provenance,
        *,
        kind: Kind,
        ground: Ground,
        also: tuple[UUID, ...] = (),
    ) -> list[Fact]:
        """``also`` are further streams about the same person."""
        streams = (subject, *also, *self._said_about(subject))
        return self._change(
            subject,
            provenance,
            lambda it: ask(it, provenance, kind=kind, ground=ground, streams=streams),
        )

    def decline(self, subject: UUID, provenance: Provenance, *, why: str) -> list[Fact]:
        return self._change(subject, provenance, lambda it: decline(it, provenance, why=why))

    def hold(self, subject: UUID, provenance: Provenance, *, reason: str) -> list[Fact]:
        return self._change(subject, provenance, lambda it: hold(it, provenance, reason=reason))

    def lift(self, subject: UUID, provenance: Provenance, *, why: str) -> list[Fact]:
        """Where the young person took the words back meanwhile, they are forgotten now, or agreed
        to be where a concern was escalated.
        """

        def decide(it: Forgetting) -> Decided:
            let_in = who_let_in(self.ledger, (provenance.by, *it.holders))
            lifted = lift(it, provenance, why=why, let_in=let_in)
            then: Forgetting = grown(evolve, it, [lifted])
            if then.hold or then.confirmed or then.cooling or not then.taken_back:
                return lifted
            return lifted, self._own(then, provenance)

        done = self._change(subject, provenance, decide)
        self.finish(subject)
        return done

    def confirm(
        self, subject: UUID, provenance: Provenance, *, also: tuple[UUID, ...] = ()
    ) -> list[Fact]:
        """Confirms and does it. ``also`` are streams that came to be since it was asked for."""

        def decide(it: Forgetting) -> Decided:
            let_in = who_let_in(self.ledger, (provenance.by, it.asked_by))
            return confirm(it, provenance, also=also, let_in=let_in, today=self.today())

        confirmed = self._change(subject, provenance, decide)
        self.finish(subject)
        return confirmed

    def confirm_outside(
        self,
        subject: UUID,
        provenance: Provenance,
        *,
        outsider: Outsider,
        may: Mapping[str, str],
        also: tuple[UUID, ...] = (),
    ) -> list[Fact]:
        """Confirms and does it, as somebody outside this service agreed."""

        def decide(it: Forgetting) -> Decided:
            let_in = who_let_in(self.ledger, (*may, it.asked_by))
            return confirm_outside(
                it, provenance, also=also, outsider=outsider, may=may, let_in=let_in
            )

        confirmed = self._change(subject, provenance, decide)
        self.finish(subject)
        return confirmed

    def carry_out(self, subject: UUID) -> None:
        """Forgets what was agreed, once its days are over. Raises as the decision does."""
        also = self._said_about(subject)
        self._change(subject, _DUE, lambda it: carry_out(it, _DUE, also=also, today=self.today()))
        self.finish(subject)

    def take_back(self, subject: UUID, provenance: Provenance, besides: Callable[[], Fact]) -> bool:
        """A young person takes their own words back: nobody else is asked.

        ``besides`` decides what is recorded of it on the subject's own stream, in the same step.
        Says whether the words are forgotten; where they are held, they are only taken back.
        """
        provenance = replace(
            provenance, key=""
        )  # the facts of two streams are no answer to one key

        def decide(it: Forgetting) -> Decided:
            taken = besides()
            stays = it.hold or it.confirmed or it.cooling
            return taken if stays else (taken, self._own(it, provenance))

        self._change(subject, provenance, decide)
        self.finish(subject)
        return self.of(subject).done

    def finish(self, subject: UUID) -> None:
        """Destroys the keys of what was confirmed, and records it; again does no harm."""
        it = self.of(subject)
        if it.confirmed is None or it.done or it.hold:
            return
        confirmed, destroyed = it.confirmed, tuple(self.keys.forget(it.confirmed.streams))
        self._discard(subject)
        provenance = Provenance("Earshot", "keys destroyed", None, "done")

        def decide(now: Forgetting) -> Decided:
            if now.done:
                return ()
            return Forgot(
                *now.next(provenance),
                subject=subject,
                kind=confirmed.kind,
                ground=confirmed.ground,
                keys=destroyed,
            )

        self._change(subject, provenance, decide)

    def check_report(
        self, subject: UUID, provenance: Provenance, *, report: UUID, found: bool
    ) -> list[Fact]:
        """A published report was looked through for these words; where found, it is corrected."""

        def decide(it: Forgetting) -> Decided:
            if it.confirmed is None:
                raise NobodyAsked
            return ReportChecked(*it.next(provenance), subject=subject, report=report, found=found)

        return self._change(subject, provenance, decide)

    def _change(
        self, subject: UUID, provenance: Provenance, decide: Callable[[Forgetting], Decided]
    ) -> list[Fact]:
        def then(it: Forgetting) -> Decided:
            return decide(self._with_subject(subject, it))

        return self.ledger.change(self.change(subject, provenance, then, "either"))

    def _discard(self, subject: UUID) -> None:
        """Files end with their key; that they are deleted as well is tidiness."""
        facts = self.ledger.facts(subject) if self.evidence else []
        digests = [
            fact.digest for fact in facts if isinstance(fact, EvidenceAttached | PictureAdded)
        ]
        if self.evidence and digests:
            self.evidence.discard(subject, digests)

    def _own(self, it: Forgetting, provenance: Provenance) -> Fact:
        streams = (it.subject, *self._said_about(it.subject))
        return forget(it, provenance, "feedback", _OWN, streams, today=self.today())

    def _with_subject(self, subject: UUID, it: Forgetting) -> Forgetting:
        """With what the subject's own facts say, as they are now."""
        return reduce(about, self.ledger.facts(subject), replace(it, subject=subject))

    def _said_about(self, subject: UUID) -> tuple[UUID, ...]:
        """Why it was held, declined or kept for longer goes with it, and so do translations."""
        facts = self.ledger.facts(subject)
        translations = (each.translation for each in facts if isinstance(each, QuoteTranslated))
        retention = self.ledger.name_of("retention", str(subject))
        return self.stream_of(subject), retention, *dict.fromkeys(translations)
