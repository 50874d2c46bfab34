"""Editing the children's version: young editors decide, adults propose changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from events.childrens_version.editing import (
    ChangeApproved,
    ChangeDeclined,
    ChangeProposed,
    Chapter,
    WordsWritten,
)
from events.fact import Provenance
from services.childrens_version.editing_state import (
    ChildrensVersion,
    LinkedToProposer,
    Standing,
    known_chapter,
    proposal,
    refuse_what_stands,
    refuse_what_was_not_seen,
)
from services.four_eyes import Outsider, refuse_alone, refuse_outsider
from services.let_in import LetIn
from services.reading_age import refuse_hard
from services.refusals import Missing, NotFound


def write(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    chapter: Chapter,
    words: str,
    seen: int | None,
    standing: Standing,
) -> WordsWritten:
    """A young editor's own words. No words: what the record says stands there again.

    ``seen`` is the version of the chapter's words that the writer began from, 0 or none where
    there were none. Raises ``SomebodyWroteToo`` where others wrote since.
    """
    refuse_what_stands(standing)
    refuse_what_was_not_seen(version, known_chapter(chapter), seen)
    return WordsWritten(*version.next(provenance), report=report, chapter=chapter, words=words)


def propose(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    report: UUID,
    chapter: Chapter,
    words: str,
    why: str,
    standing: Standing,
) -> ChangeProposed:
    """An adult's words, which stand nowhere until a young editor approves them."""
    refuse_what_stands(standing)
    for name, given in (("words", words), ("why", why)):
        if not given:
            raise Missing("Write the words, and say to the young editors why.", field=name)
    refuse_hard(provenance, words, "words")
    number = version.proposed + 1
    return ChangeProposed(
        *version.next(provenance),
        report=report,
        number=number,
        chapter=known_chapter(chapter),
        words=words,
        why=why,
    )


def approve(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    number: int,
    let_in: LetIn,
    standing: Standing,
) -> ChangeApproved:
    """By a young editor whom the proposer did not let in, directly or through others.

    Raises ``NotFound`` for the proposer, who is no young editor, and ``LinkedToProposer``.
    """
    refuse_what_stands(standing)
    proposer, linked = [proposal(version, number).provenance.by], LinkedToProposer()
    refuse_alone(let_in, provenance.by, proposer, own=NotFound(), linked=linked)
    return ChangeApproved(*version.next(provenance), number=number)


def approve_outside(
    version: ChildrensVersion,
    provenance: Provenance,
    *,
    number: int,
    outsider: Outsider,
    may: Mapping[str, str],
    let_in: LetIn,
    standing: Standing,
) -> ChangeApproved:
    """Somebody outside this service looked at it with young people, as no young editor here may.

    ``may`` names the young editors. Raises ``SomebodyHereMay``.
    """
    refuse_what_stands(standing)
    refuse_outsider(let_in, may, [proposal(version, number).provenance.by], outsider)
    approved = ChangeApproved(*version.next(provenance), number=number)
    return replace(approved, seconded_by=outsider.words, seconded_on=outsider.on)


def decline(version: ChildrensVersion, provenance: Provenance, *, number: int) -> ChangeDeclined:
    proposal(version, number)
    return ChangeDeclined(*version.next(provenance), number=number)
