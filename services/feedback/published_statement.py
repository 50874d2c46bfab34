"""What children said, as a published document quotes them."""

from __future__ import annotations

from events.fact import Provenance
from events.feedback.feedback import StatementQuoted
from services.refusals import Missing
from services.state import State


def quote_statement(
    statement: State,
    provenance: Provenance,
    *,
    words: str,
    who: str,
    theme: str,
    verbatim: bool = True,
) -> StatementQuoted:
    """What children said, as a document gives it or as a group told it."""
    for field, given in (("words", words), ("who", who), ("theme", theme)):
        if not given:
            raise Missing("Write what was said, by whom as a group, and about what.", field=field)
    return StatementQuoted(
        *statement.next(provenance), words=words, who=who, theme=theme, verbatim=verbatim
    )
