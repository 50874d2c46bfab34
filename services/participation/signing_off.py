"""Signing off a quotation: two adults say why nobody can tell who said it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from events.fact import Provenance
from events.participation.quotation import QuoteSignedOff
from services.four_eyes import Outsider, refuse_alone, refuse_outsider
from services.let_in import LetIn
from services.participation.quotation_state import Quotable, excerpt_of, still_quotable
from services.refusals import Missing, Refusal


def sign_off(
    quotable: Quotable, provenance: Provenance, *, number: int, why: str, let_in: LetIn
) -> QuoteSignedOff:
    """Raises ``SignedByYou``, and ``LetInByOther`` where one of the signers let the other in.

    Raises ``WrittenByYou`` for the person who wrote the words down, as they held the child's five
    words, which are a consent, and ``LinkedToWriter`` for who let the writer in, or was let in.
    """
    still_quotable(quotable)
    if quotable.written_by:
        writer, linked = [quotable.written_by], LinkedToWriter()
        refuse_alone(let_in, provenance.by, writer, own=WrittenByYou(), linked=linked)
    signed = excerpt_of(quotable, number).signed
    refuse_alone(let_in, provenance.by, signed, own=SignedByYou())
    return _signed(quotable, provenance, number, why)


def sign_off_outside(
    quotable: Quotable,
    provenance: Provenance,
    *,
    number: int,
    why: str,
    outsider: Outsider,
    may: Mapping[str, str],
    let_in: LetIn,
) -> QuoteSignedOff:
    """Somebody outside this service signs it off, as nobody here may: ``may`` names who signs off.

    Raises ``SomebodyHereMay``, and ``SignedOutside`` for the same body and role a second time.
    """
    still_quotable(quotable)
    if outsider.words in excerpt_of(quotable, number).signed:
        raise SignedOutside
    refuse_outsider(let_in, may, signers(quotable, number), outsider)
    signed = _signed(quotable, provenance, number, why)
    return replace(signed, seconded_by=outsider.words, seconded_on=outsider.on)


def signers(quotable: Quotable, number: int) -> tuple[str, ...]:
    """Who signed it off so far, and who wrote it down for the child: others sign next."""
    signed = quotable.excerpts[number].signed if number in quotable.excerpts else ()
    return (*signed, *([quotable.written_by] if quotable.written_by else ()))


def _signed(quotable: Quotable, provenance: Provenance, number: int, why: str) -> QuoteSignedOff:
    if not why:
        raise Missing("Say why nobody can tell who said it.", field="why")
    return QuoteSignedOff(*quotable.next(provenance), number=number, why=why)


class SignedByYou(Refusal):
    words = "You have signed this off already. Another adult must look at it too."


class WrittenByYou(Refusal):
    words = "You wrote this down for the child, so others must look at whether it may be quoted."


class LinkedToWriter(Refusal):
    words = (
        "You let in who wrote this down for the child, or they let you in. Others must look at "
        "whether to quote it."
    )


class SignedOutside(Refusal):
    words = "The same role of the same organisation has signed this off. Another must look at it."
    field = "role"
