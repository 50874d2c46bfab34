"""The draft of a yearly report: parts written, items left out, and when it is final."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from events.fact import Fact


@dataclass(frozen=True)
class ReportVersion:
    """One version of the same evidence, for one audience."""

    name: str
    audience: str
    authors: str


@dataclass(frozen=True)
class ReportPartWritten(Fact):
    """What the partners write themselves into a section; it takes the place of what was there.

    ``section`` is a chapter, ``foreword``, or a section of their own. Earlier words stay on record.
    ``markup`` says how the words are to be read: as they are, or as Markdown.
    """

    TOPIC = "report.part_written"
    PERSONAL = frozenset()
    section: str
    words: str
    markup: Literal["plain", "markdown"] = "plain"


@dataclass(frozen=True)
class ReportItemLeftOut(Fact):
    """``item`` names the fact that the record proposed for the report."""

    TOPIC = "report.item_left_out"
    PERSONAL = frozenset()
    item: str
    why: str


@dataclass(frozen=True)
class ReportItemTakenIn(Fact):
    """What was left out is in again."""

    TOPIC = "report.item_taken_in"
    PERSONAL = frozenset()
    item: str


@dataclass(frozen=True)
class ReportFinalised(Fact):
    """Nothing that is recorded later enters it: that is for the next report, or a correction."""

    TOPIC = "report.finalised"
    PERSONAL = frozenset()


@dataclass(frozen=True)
class ReportReopened(Fact):
    """It draws on the record as it grows again; approvals that were given do not count on."""

    TOPIC = "report.reopened"
    PERSONAL = frozenset()
    why: str


@dataclass(frozen=True)
class ReportVersionCredited(Fact):
    """Who makes one of its versions, named or changed since the draft; without authors: nobody."""

    TOPIC = "report.version_credited"
    PERSONAL = frozenset()
    credited: ReportVersion


ReportDraftingFact = (
    ReportPartWritten
    | ReportItemLeftOut
    | ReportItemTakenIn
    | ReportFinalised
    | ReportReopened
    | ReportVersionCredited
)
