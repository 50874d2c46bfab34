"""What each fact puts into a yearly report: section, words, days and source."""

from projections.entries import (
    cases,
    children,
    courses,
    decisions,
    figures,
    governance,
    record,
    scrutiny,
    voices,
)
from projections.entries.entry import TAKEN_OFF, Entry, Section, entry

__all__ = [
    "TAKEN_OFF",
    "Entry",
    "Section",
    "cases",
    "children",
    "courses",
    "decisions",
    "entry",
    "figures",
    "governance",
    "record",
    "scrutiny",
    "voices",
]
