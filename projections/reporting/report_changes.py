"""How each fact about a yearly report changes its row."""

from __future__ import annotations

from dataclasses import replace

from events.fact import Fact
from events.reporting.report import (
    CopySent,
    ReportApproved,
    ReportCorrected,
    ReportDrafted,
    ReportPresented,
    ReportPublished,
    ReportStatementMade,
    ScrutinyCommentMade,
)
from events.reporting.report_draft import (
    ReportBroughtBack,
    ReportDraftChanged,
    ReportThrownAway,
)
from events.reporting.report_drafting import (
    ReportFinalised,
    ReportItemLeftOut,
    ReportItemTakenIn,
    ReportPartWritten,
    ReportReopened,
    ReportVersionCredited,
)
from events.reporting.report_section import (
    KeyMessagesChosen,
    ReportPictureAdded,
    ReportPictureTakenOut,
    ReportSectionAdded,
    ReportSectionMoved,
    ReportSectionNamed,
    ReportSectionTakenOut,
    rearranged,
)
from projections.reporting.report_rows import (
    LeftOut,
    Report,
    ReportStatement,
    ReportStep,
)
from projections.reporting.report_words import ReportPicture, WrittenPart


def drafted(fact: ReportDrafted) -> Report:
    return Report(
        fact.originator_id,
        fact.name,
        fact.title,
        fact.also_called,
        fact.number,
        fact.period,
        fact.ruleset,
        fact.duties,
        fact.versions,
        fact.provenance.source,
        fact.provenance.document,
        fact.micros,
    )


def advanced(row: Report, fact: Fact) -> Report:
    source = fact.provenance.source
    match fact:
        case ReportApproved(body=body, approved_on=on):
            return replace(row, approvals=(*row.approvals, ReportStep("approved", body, on)))
        case ReportPresented(to=to, presented_on=on, planned=planned):
            step = ReportStep("presented", to, on, planned)
            return replace(row, presented=(*row.presented, step))
        case ReportPublished(where=where, published_on=on):
            frozen_at = row.frozen_at or (0 if row.document else fact.micros)
            return replace(row, published=ReportStep("published", where, on), frozen_at=frozen_at)
        case CopySent(recipient=recipient, sent_on=on):
            return replace(row, copies=(*row.copies, ReportStep("sent", recipient, on)))
        case ReportCorrected(what=what, why=why):
            return replace(row, corrections=(*row.corrections, ReportStatement(what, why, source)))
        case ReportStatementMade(heading=heading, words=words):
            return replace(
                row, statements=(*row.statements, ReportStatement(heading, words, source))
            )
        case ScrutinyCommentMade(by=by, theme=theme, words=words):
            return replace(row, comments=(*row.comments, ReportStatement(theme, words, source, by)))
        case _:
            return _built(row, fact)


def _built(row: Report, fact: Fact) -> Report:
    match fact:
        case ReportPartWritten():
            return _written(row, fact)
        case ReportItemLeftOut(item=item, why=why):
            return replace(row, left_out=(*row.left_out, LeftOut(item, why, fact.provenance.by)))
        case ReportItemTakenIn(item=item):
            still = tuple(each for each in row.left_out if each.item != item)
            return replace(row, left_out=still)
        case ReportVersionCredited(credited=credited):
            kept = tuple(each for each in row.versions if each.audience != credited.audience)
            return replace(row, versions=(*kept, credited))
        case ReportDraftChanged(title=title, period=period, ruleset=ruleset):
            return replace(row, title=title, period=period, ruleset=ruleset)
        case ReportThrownAway(why=why):
            return replace(row, thrown_away=why)
        case ReportBroughtBack():
            return replace(row, thrown_away="")
        case ReportFinalised():
            return replace(row, frozen_at=fact.micros, is_finalised=True)
        case ReportReopened():
            return replace(row, frozen_at=0, is_finalised=False, approvals=())
        case _:
            return _of_their_own(row, fact)


def _written(row: Report, fact: ReportPartWritten) -> Report:
    others = tuple(each for each in row.parts if each.section != fact.section)
    by, version = fact.provenance.by, fact.originator_version
    written = WrittenPart(fact.section, fact.words, by, version, fact.markup)
    return replace(row, parts=(*others, written))


def _of_their_own(row: Report, fact: Fact) -> Report:
    match fact:
        case (
            ReportSectionAdded()
            | ReportSectionNamed()
            | ReportSectionMoved()
            | ReportSectionTakenOut()
        ):
            return replace(row, own=rearranged(row.own, fact))
        case ReportPictureAdded():
            picture = ReportPicture(fact.picture, fact.alternative, fact.digest, fact.type)
            others = tuple(each for each in row.pictures if each.id != picture.id)
            return replace(row, pictures=(*others, picture))
        case ReportPictureTakenOut(picture=gone):
            return replace(row, pictures=tuple(each for each in row.pictures if each.id != gone))
        case KeyMessagesChosen(messages=messages):
            return replace(row, messages=messages)
        case _:
            return row
