"""What a partnership writes into its yearly report, as rows: its words and its pictures."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class WrittenPart:
    """What the partners wrote themselves into a section; ``version`` names that writing of it.

    ``markup`` is plain, or markdown.
    """

    section: str
    words: str
    by: str
    version: int
    markup: str = "plain"


@dataclass(frozen=True)
class ReportPicture:
    """A picture of the report. ``id`` is its stream, ``alternative`` says what it shows."""

    id: UUID
    alternative: str
    digest: str
    type: str
