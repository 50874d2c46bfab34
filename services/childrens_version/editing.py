"""Editing the children's version: young editors decide, adults propose changes."""

from __future__ import annotations

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
    LetInByProposer,
    Standing,
    known_chapter,
    proposal,
    refuse_what_stands,
    refuse_what_was_not_seen,
)
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
    let_in_by: str,
    standing: Standing,
) -> ChangeApproved:
    """Approved by a young editor: not the one who proposed it, nor one given access by them."""
    refuse_what_stands(standing)
    proposed_by = proposal(version, number).provenance.by
    if proposed_by == provenance.by:
        raise NotFound
    if proposed_by == let_in_by:
        raise LetInByProposer
    return ChangeApproved(*version.next(provenance), number=number)


def decline(version: ChildrensVersion, provenance: Provenance, *, number: int) -> ChangeDeclined:
    proposal(version, number)
    return ChangeDeclined(*version.next(provenance), number=number)
