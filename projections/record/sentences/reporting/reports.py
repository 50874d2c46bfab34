"""Reports, from draft to correction, in sentences."""

from __future__ import annotations

from typing import assert_never

from events.reporting import publication_settings as publication
from events.reporting import report, report_draft, report_drafting
from events.reporting import report_section as own
from projections.record.sentences.wording import day, within


def sentence(fact: report.ReportFact | publication.PublicationFact | own.PictureNamed) -> str:
    match fact:
        case report.ReportDrafted():
            return f"A report was drafted: {fact.title}{within(fact.period)}."
        case report.ReportStatementMade():
            return f"The report says, under “{fact.heading}”: {fact.words.rstrip('.')}."
        case report.ScrutinyCommentMade():
            return f"{fact.by} commented: {fact.words.rstrip('.')}."
        case report.ReportApproved():
            return f"{fact.body} approved the report{day(fact.approved_on)}."
        case report.ReportPresented():
            return _report_presented(fact)
        case report.ReportPublished():
            return f"The report was published ({fact.where}){day(fact.published_on)}."
        case report.CopySent():
            return f"A copy went to {fact.recipient} on {fact.sent_on}."
        case report.CopyNotSent():
            return f"A copy to {fact.recipient} did not go out: {fact.why.rstrip('.')}."
        case report.ReportCorrected():
            return _report_corrected(fact)
        case (
            report_draft.ReportDraftChanged()
            | report_draft.ReportThrownAway()
            | report_draft.ReportBroughtBack()
        ):
            return _draft(fact)
        case (
            report_drafting.ReportPartWritten()
            | report_drafting.ReportItemLeftOut()
            | report_drafting.ReportItemTakenIn()
            | report_drafting.ReportFinalised()
            | report_drafting.ReportReopened()
            | report_drafting.ReportVersionCredited()
        ):
            return _drafting(fact)
        case _:
            return _of_their_own(fact)


def _drafting(fact: report_drafting.ReportDraftingFact) -> str:
    match fact:
        case report_drafting.ReportPartWritten():
            return _report_part_written(fact)
        case report_drafting.ReportItemLeftOut():
            return _report_item_left_out(fact)
        case report_drafting.ReportItemTakenIn():
            return "What was left out of the report is in it again."
        case report_drafting.ReportFinalised():
            return "The report was finalised: what is recorded later does not enter it."
        case report_drafting.ReportReopened(why=why):
            return f"The report was opened again. Why: {why.rstrip('.')}."
        case report_drafting.ReportVersionCredited():
            return _report_version_credited(fact)
        case _:
            assert_never(fact)


def _draft(fact: report_draft.ReportDraftFact) -> str:
    match fact:
        case report_draft.ReportDraftChanged():
            return f"The draft was changed: {fact.title}{within(fact.period)}."
        case report_draft.ReportThrownAway():
            return f"The draft was thrown away. Why: {fact.why.rstrip('.')}."
        case report_draft.ReportBroughtBack():
            return "The draft was brought back."
        case _:
            assert_never(fact)


def _publication(fact: publication.PublicationFact) -> str:
    match fact:
        case publication.ApprovalOrderSet():
            return _approval_order_set(fact)
        case publication.CopyRecipientsSet():
            return "It was set to which addresses copies of reports go."
        case publication.ColourSet():
            return f"The colour of reports was set: {fact.colour or 'the one that Earshot gives'}."
        case publication.LogoSet():
            return f"The logo of reports was set: {fact.alternative.rstrip('.')}."
        case publication.LogoTakenOff():
            return "The logo of reports was taken off."
        case _:
            assert_never(fact)


def _of_their_own(
    fact: own.ReportSectionFact | own.PictureNamed | publication.PublicationFact,
) -> str:
    match fact:
        case own.PictureNamed():
            return "A picture was brought in for a report or as a logo."
        case own.ReportSectionAdded():
            return f"A section was added to the report: {fact.title.rstrip('.')}."
        case own.ReportSectionNamed():
            return f"A section of the report was named: {fact.title.rstrip('.')}."
        case own.ReportSectionMoved():
            return "A section of the report was moved to another place."
        case own.ReportSectionTakenOut():
            return "A section was taken out of the report. Its words stay on record."
        case own.ReportPictureAdded():
            return f"A picture was added to the report: {fact.alternative.rstrip('.')}."
        case own.ReportPictureTakenOut():
            return "A picture was taken out of the report. It stays on record."
        case own.KeyMessagesChosen():
            return f"Messages that stand first were chosen: {len(fact.messages) or 'none'}."
        case _:
            return _publication(fact)


def _report_presented(fact: report.ReportPresented) -> str:
    verb = "is to be presented" if fact.planned else "was presented"
    return f"The report {verb} to {fact.to}{day(fact.presented_on)}."


def _report_corrected(fact: report.ReportCorrected) -> str:
    return f"The report was corrected: {fact.what.rstrip('.')}. Why: {fact.why.rstrip('.')}."


def _report_part_written(fact: report_drafting.ReportPartWritten) -> str:
    under = "a section of their own" if fact.section.startswith("own-") else fact.section
    if not fact.words:
        return f"What the partners wrote under {under} was taken out."
    return f"The partners wrote under {under}: {fact.words.rstrip('.')}."


def _report_item_left_out(fact: report_drafting.ReportItemLeftOut) -> str:
    return f"Something the record holds was left out of the report. Why: {fact.why.rstrip('.')}."


def _report_version_credited(fact: report_drafting.ReportVersionCredited) -> str:
    of, who = fact.credited.name.lower(), fact.credited.authors
    return f"It was recorded who makes {of}: {who.rstrip('.') or 'nobody is named any more'}."


def _approval_order_set(fact: publication.ApprovalOrderSet) -> str:
    order = ", then ".join(fact.bodies)
    return f"Reports are approved by: {order}." if order else "Any approval of a report is enough."
