"""What happens to a report itself is not an entry of one: the report's own row holds it."""

from __future__ import annotations

from typing import assert_never

from events.reporting import publication_settings as publication
from events.reporting import report, report_draft, report_drafting
from events.reporting import report_section as own


def entry(fact: report.ReportFact | publication.PublicationFact | own.PictureNamed) -> None:
    match fact:
        case (
            report.ReportDrafted()
            | report.ReportStatementMade()
            | report.ScrutinyCommentMade()
            | report.ReportApproved()
            | report.ReportPresented()
            | report.ReportPublished()
            | report.CopySent()
            | report.CopyNotSent()
            | report.ReportCorrected()
            | report_drafting.ReportPartWritten()
            | report_drafting.ReportItemLeftOut()
            | report_drafting.ReportItemTakenIn()
            | report_draft.ReportDraftChanged()
            | report_draft.ReportThrownAway()
            | report_draft.ReportBroughtBack()
            | report_drafting.ReportFinalised()
            | report_drafting.ReportReopened()
            | report_drafting.ReportVersionCredited()
            | own.ReportSectionAdded()
            | own.ReportSectionNamed()
            | own.ReportSectionMoved()
            | own.ReportSectionTakenOut()
            | own.ReportPictureAdded()
            | own.ReportPictureTakenOut()
            | own.KeyMessagesChosen()
            | own.PictureNamed()
            | publication.ApprovalOrderSet()
            | publication.CopyRecipientsSet()
            | publication.ColourSet()
            | publication.LogoSet()
            | publication.LogoTakenOff()
        ):
            return
        case _:
            assert_never(fact)
