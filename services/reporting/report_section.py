"""A partnership's own sections of its yearly report, and the messages that stand first."""

from __future__ import annotations

from uuid import UUID

from events.fact import Provenance
from events.reporting.report_drafting import ReportPartWritten
from events.reporting.report_section import (
    KeyMessagesChosen,
    OwnSection,
    ReportPictureTakenOut,
    ReportSectionAdded,
    ReportSectionMoved,
    ReportSectionNamed,
    ReportSectionTakenOut,
)
from services.refusals import AlreadyThere, Missing, NotFound, Refusal
from services.reporting.report_state import Report, still_open
from services.reporting.written_text import refuse_unreadable

OWN = "own-"
MOST_MESSAGES = 6
LONGEST_MESSAGE = 300
MOST_SECTIONS = 100
_LONGEST_TITLE = 200


class TooManySections(Refusal):
    words = f"A report holds at most {MOST_SECTIONS} sections of your own. Put some together."
    field = "title"


class PictureIsShown(Refusal):
    words = (
        "The words of this report show the picture. Take its line out of them first, then take the "
        "picture out."
    )


def add_section(
    report: Report,
    provenance: Provenance,
    *,
    section: str,
    title: str,
    before: str = "",
    words: str = "",
) -> tuple[ReportSectionAdded | ReportPartWritten, ...]:
    """``section`` begins with ``own-``; ``before`` is a chapter, an own section, or the end.

    ``words`` are Markdown that stands in it at once. Raises as ``write_part`` does.
    """
    still_open(report)
    if any(each.id == section for each in report.sections):
        raise AlreadyThere("This section is in the report already.")
    if len(report.sections) >= MOST_SECTIONS:
        raise TooManySections
    _refuse_title(title)
    before = _known(report, before)
    added = ReportSectionAdded(
        *report.next(provenance), section=section, title=title, before=before
    )
    if not words:
        return (added,)
    refuse_unreadable(words, report.pictures)
    place = report.next(provenance, 2)
    return added, ReportPartWritten(*place, section=section, words=words, markup="markdown")


def name_section(
    report: Report, provenance: Provenance, *, section: str, title: str
) -> ReportSectionNamed:
    _own(report, section)
    _refuse_title(title)
    return ReportSectionNamed(*report.next(provenance), section=section, title=title)


def move_section(
    report: Report, provenance: Provenance, *, section: str, before: str
) -> ReportSectionMoved:
    _own(report, section)
    if before == section:
        raise Missing("A section cannot stand before itself. Choose another.", field="before")
    return ReportSectionMoved(
        *report.next(provenance), section=section, before=_known(report, before)
    )


def take_out_section(
    report: Report, provenance: Provenance, *, section: str
) -> ReportSectionTakenOut:
    _own(report, section)
    return ReportSectionTakenOut(*report.next(provenance), section=section)


def take_out_picture(
    report: Report, provenance: Provenance, *, picture: UUID
) -> ReportPictureTakenOut:
    """Raises ``NotFound``, and ``PictureIsShown`` while the words of a part show it."""
    still_open(report)
    if picture not in report.pictures:
        raise NotFound("This picture is not in the report any more.")
    if any(picture in each for each in report.shown.values()):
        raise PictureIsShown
    return ReportPictureTakenOut(*report.next(provenance), picture=picture)


def choose_messages(
    report: Report, provenance: Provenance, *, messages: tuple[str, ...]
) -> KeyMessagesChosen:
    """At most six, each short, so that they fill half a page. None: nothing stands first."""
    still_open(report)
    if len(messages) > MOST_MESSAGES:
        raise Missing(
            f"Choose at most {MOST_MESSAGES} messages, one a line: these are {len(messages)}.",
            field="messages",
        )
    if any(len(each) > LONGEST_MESSAGE for each in messages):
        raise Missing(
            f"Keep each message to {LONGEST_MESSAGE} letters, so that all fit half a page.",
            field="messages",
        )
    return KeyMessagesChosen(*report.next(provenance), messages=messages)


def _own(report: Report, section: str) -> OwnSection:
    """Raises ``NotFound`` for what is no section of the partnership's own, or was taken out."""
    still_open(report)
    found = next((each for each in report.sections if each.id == section), None)
    if found is None:
        raise NotFound("This section is not in the report any more.")
    return found


def _known(report: Report, before: str) -> str:
    if before.startswith(OWN) and before not in {each.id for each in report.sections}:
        raise NotFound("The section that it should stand before was taken out.", field="before")
    return before


def _refuse_title(title: str) -> None:
    if not title:
        raise Missing("Give the section a title.", field="title")
    if len(title) > _LONGEST_TITLE:
        raise Missing(f"Keep the title to {_LONGEST_TITLE} letters.", field="title")
