"""Each fact as one sentence that anybody can read, and that gives away no child's words."""

from projections.sentences import (
    audits,
    cases,
    children,
    courses,
    decisions,
    editing,
    forgetting,
    governance,
    record,
    reports,
    scrutiny,
    voices,
)
from projections.sentences.words import sentence

__all__ = [
    "audits",
    "cases",
    "children",
    "courses",
    "decisions",
    "editing",
    "forgetting",
    "governance",
    "record",
    "reports",
    "scrutiny",
    "sentence",
    "voices",
]
