"""The letter to scrutineers about escalated words that are to be deleted."""

from __future__ import annotations

from events.period import PartialDate
from infra.outbox.letters import OutboxLetter
from infra.worker.letter_words import to_be_forgotten
from services.ports import Letter


def erasure_letter(name: str, row: OutboxLetter, to: str, url: str) -> Letter | None:
    """None where nobody is reached."""
    if not to:
        return None
    subject, text = to_be_forgotten(name, PartialDate(row.about), f"{url}agreed-to-forget/")
    return Letter(to, subject, text, key=row.key)
