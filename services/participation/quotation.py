"""Quoting a young person: an exact part of their words, with consent, signed off by two adults."""

from __future__ import annotations

import re
from collections.abc import Mapping

from events.fact import Provenance
from events.participation.quotation import (
    QuoteConsentGiven,
    QuoteConsentWithdrawn,
    QuoteProposed,
    QuoteSetAside,
    QuoteSignedOff,
    Use,
)
from services.command import Service, command, informed_command
from services.four_eyes import Outsider
from services.let_in import who_let_in
from services.participation.quotation_state import Quotable, evolve, excerpt_of, still_quotable
from services.participation.signing_off import sign_off, sign_off_outside, signers
from services.refusals import AlreadyThere, Missing, Refusal


def propose(quotable: Quotable, provenance: Provenance, *, words: str) -> QuoteProposed:
    """Raises ``NotTheirWords``, ``NeverQuoted``, ``NothingToQuote``, ``AlreadyThere``.

    Raises ``ToldInOtherWords`` where somebody wrote it down for them and not word for word.
    """
    still_quotable(quotable)
    if quotable.paraphrased:
        raise ToldInOtherWords
    if not words:
        raise Missing("Copy the words that may be quoted.", field="words")
    if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", quotable.words):
        raise NotTheirWords
    if any(each.words == words and not each.set_aside for each in quotable.excerpts.values()):
        raise AlreadyThere("These words are proposed already.", field="words")
    number = len(quotable.excerpts) + 1
    return QuoteProposed(*quotable.next(provenance), number=number, words=words)


def agree(
    quotable: Quotable, provenance: Provenance, *, number: int, use: Use
) -> QuoteConsentGiven:
    """The young person says yes to one use of words they were shown."""
    still_quotable(quotable)
    if use in excerpt_of(quotable, number, use).consents:
        raise AlreadyThere("You said yes to this already.")
    return QuoteConsentGiven(*quotable.next(provenance), number=number, use=use)


def withdraw(
    quotable: Quotable, provenance: Provenance, *, number: int, use: Use
) -> QuoteConsentWithdrawn:
    """The young person says no again. It may be done at any time, and nobody is asked."""
    if use not in excerpt_of(quotable, number, use).consents:
        raise AlreadyThere("We do not use your words there.")
    return QuoteConsentWithdrawn(*quotable.next(provenance), number=number, use=use)


def set_aside(
    quotable: Quotable, provenance: Provenance, *, number: int, why: str
) -> QuoteSetAside:
    """An adult sees a risk after all: it is quoted no longer."""
    excerpt_of(quotable, number)
    if not why:
        raise Missing("Say why it is set aside.", field="why")
    return QuoteSetAside(*quotable.next(provenance), number=number, why=why)


class QuotationService(Service[Quotable]):
    evolve = staticmethod(evolve)
    propose = command(propose)
    agree = command(agree)
    withdraw = command(withdraw)
    set_aside = command(set_aside)

    @informed_command()
    def sign_off(
        self, quotable: Quotable, provenance: Provenance, *, number: int, why: str
    ) -> QuoteSignedOff:
        let_in = who_let_in(self.ledger, (provenance.by, *signers(quotable, number)))
        return sign_off(quotable, provenance, number=number, why=why, let_in=let_in)

    @informed_command()
    def sign_off_outside(
        self,
        quotable: Quotable,
        provenance: Provenance,
        *,
        number: int,
        why: str,
        outsider: Outsider,
        may: Mapping[str, str],
    ) -> QuoteSignedOff:
        let_in = who_let_in(self.ledger, (*may, *signers(quotable, number)))
        return sign_off_outside(
            quotable, provenance, number=number, why=why, outsider=outsider, may=may, let_in=let_in
        )


class NotTheirWords(Refusal):
    words = (
        "This is not an exact part of what they said. Copy their words as they stand, whole words "
        "only. Other words are a paraphrase, and a paraphrase is never a quotation."
    )
    field = "words"


class ToldInOtherWords(Refusal):
    words = (
        "Somebody wrote this down in other words. A paraphrase is never a quotation, so nothing of "
        "it may be quoted."
    )
