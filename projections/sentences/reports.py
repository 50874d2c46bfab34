"""Reports, from draft to correction, and their editions, in sentences."""

from __future__ import annotations

from events.reporting import edition, report
from events.reporting import publication_settings as publication
from projections.sentences.words import day, sentence, within


@sentence.register
def _(fact: report.ReportDrafted) -> str:
    return f"A report was drafted: {fact.title}{within(fact.period)}."


@sentence.register
def _(fact: report.ReportStatementMade) -> str:
    return f"The report says, under “{fact.heading}”: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: report.ScrutinyCommentMade) -> str:
    return f"{fact.by} commented: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: report.ReportApproved) -> str:
    return f"{fact.body} approved the report{day(fact.approved_on)}."


@sentence.register
def _(fact: report.ReportPresented) -> str:
    verb = "is to be presented" if fact.planned else "was presented"
    return f"The report {verb} to {fact.to}{day(fact.presented_on)}."


@sentence.register
def _(fact: report.ReportPublished) -> str:
    return f"The report was published ({fact.where}){day(fact.published_on)}."


@sentence.register
def _(fact: report.CopySent) -> str:
    return f"A copy went to {fact.recipient} on {fact.sent_on}."


@sentence.register
def _(fact: report.CopyNotSent) -> str:
    return f"A copy to {fact.recipient} did not go out: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: publication.ApprovalOrderSet) -> str:
    order = ", then ".join(fact.bodies)
    return f"Reports are approved by: {order}." if order else "Any approval of a report is enough."


@sentence.register
def _(fact: publication.CopyRecipientsSet) -> str:
    return "It was set to which addresses copies of reports go."


@sentence.register
def _(fact: report.ReportPartWritten) -> str:
    if not fact.words:
        return f"What the partners wrote under {fact.section} was taken out."
    return f"The partners wrote under {fact.section}: {fact.words.rstrip('.')}."


@sentence.register
def _(fact: report.ReportItemLeftOut) -> str:
    return f"Something the record holds was left out of the report. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: report.ReportItemTakenIn) -> str:
    return "What was left out of the report is in it again."


@sentence.register
def _(fact: report.ReportVersionCredited) -> str:
    of, who = fact.credited.name.lower(), fact.credited.authors
    return f"It was recorded who makes {of}: {who.rstrip('.') or 'nobody is named any more'}."


@sentence.register
def _(fact: report.ReportFinalised) -> str:
    return "The report was finalised: what is recorded later does not enter it."


@sentence.register
def _(fact: report.ReportReopened) -> str:
    return f"The report was opened again. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: report.ReportCorrected) -> str:
    return f"The report was corrected: {fact.what.rstrip('.')}. Why: {fact.why.rstrip('.')}."


@sentence.register
def _(fact: edition.EditionAsked) -> str:
    return "An edition of the report was asked for, to be kept."


@sentence.register
def _(fact: edition.EditionKept) -> str:
    return (
        f"An edition of the report was kept: {fact.version}, {fact.form}, {fact.size:,} bytes, "
        f"SHA-256 {fact.digest}."
    )


@sentence.register
def _(fact: edition.EditionsWithdrawn) -> str:
    return f"Earlier editions of the report are no longer public. Why: {fact.why.rstrip('.')}."
