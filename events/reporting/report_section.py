"""What a partnership adds to its yearly report: own sections, pictures, its key messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal
from uuid import UUID

from events.fact import Fact


@dataclass(frozen=True)
class ReportSectionAdded(Fact):
    """``before`` is the chapter or own section that it stands before; empty at the end.

    What is written in it is a part of the report under the name of the section.
    """

    TOPIC = "report.section_added"
    PERSONAL = frozenset()
    section: str
    title: str
    before: str


@dataclass(frozen=True)
class ReportSectionNamed(Fact):
    TOPIC = "report.section_named"
    PERSONAL = frozenset()
    section: str
    title: str


@dataclass(frozen=True)
class ReportSectionMoved(Fact):
    TOPIC = "report.section_moved"
    PERSONAL = frozenset()
    section: str
    before: str


@dataclass(frozen=True)
class ReportSectionTakenOut(Fact):
    """Its words stay on record."""

    TOPIC = "report.section_taken_out"
    PERSONAL = frozenset()
    section: str


@dataclass(frozen=True)
class PictureNamed(Fact):
    """Begins the stream of one picture: the file itself is sealed under the stream's own key.

    ``name`` is the name of the file, which may be a person's.
    """

    TOPIC = "report_picture.named"
    PERSONAL = frozenset({"name"})
    name: str


@dataclass(frozen=True)
class ReportPictureAdded(Fact):
    """``picture`` is its stream; ``digest`` is SHA-256 of the sealed file, ``size`` in bytes.

    ``alternative`` says in words what it shows, for those who do not see it.
    """

    TOPIC = "report.picture_added"
    PERSONAL = frozenset()
    picture: UUID
    alternative: str
    digest: str
    type: Literal["PNG", "JPEG"]
    size: int


@dataclass(frozen=True)
class ReportPictureTakenOut(Fact):
    """It is shown in no draft any more. Editions that were kept stay as they were."""

    TOPIC = "report.picture_taken_out"
    PERSONAL = frozenset()
    picture: UUID


@dataclass(frozen=True)
class KeyMessagesChosen(Fact):
    """What stands first in the report; takes the place of what was chosen before."""

    TOPIC = "report.key_messages_chosen"
    PERSONAL = frozenset()
    messages: tuple[str, ...]


ReportSectionFact = (
    ReportSectionAdded
    | ReportSectionNamed
    | ReportSectionMoved
    | ReportSectionTakenOut
    | ReportPictureAdded
    | ReportPictureTakenOut
    | KeyMessagesChosen
)


@dataclass(frozen=True)
class OwnSection:
    """A section of the partnership's own. ``before`` is a chapter, or empty at the end."""

    id: str
    title: str
    before: str


def rearranged(
    sections: Sequence[OwnSection],
    fact: ReportSectionAdded | ReportSectionNamed | ReportSectionMoved | ReportSectionTakenOut,
) -> tuple[OwnSection, ...]:
    """The own sections in order, after one of these facts."""
    match fact:
        case ReportSectionAdded(section=id, title=title, before=before):
            return _placed(sections, OwnSection(id, title, ""), before)
        case ReportSectionNamed(section=id, title=title):
            return tuple(replace(s, title=title) if s.id == id else s for s in sections)
        case ReportSectionMoved(section=id, before=before):
            others = [each for each in sections if each.id != id]
            moved = (each for each in sections if each.id == id)
            return next((_placed(others, each, before) for each in moved), tuple(sections))
        case ReportSectionTakenOut(section=id):
            return tuple(each for each in sections if each.id != id)


def _placed(
    sections: Sequence[OwnSection], section: OwnSection, before: str
) -> tuple[OwnSection, ...]:
    at = next((n for n, each in enumerate(sections) if each.id == before), None)
    if at is None:
        return (*sections, replace(section, before=before))
    placed = replace(section, before=sections[at].before)
    return (*sections[:at], placed, *sections[at:])
