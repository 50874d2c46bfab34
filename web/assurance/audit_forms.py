"""The forms of an audit."""

from __future__ import annotations

from typing import get_args

from events.assurance.audit import ProgrammeKind, Rating
from projections.assurance.audit_tools import AuditTools
from projections.assurance.audits import Audits
from web.assurance.agencies import offered
from web.forms.choices import Choice, Chosen, Several
from web.forms.day_fields import Day, When
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Lines, Words
from web.site.tenancy import here

FINDINGS = ("good practice", "to improve")
KINDS = {kind: kind for kind in get_args(ProgrammeKind)}


def _tools() -> Options:
    with here.read(AuditTools) as view:
        return [(str(each.id), f"{each.title}, version {each.number}") for each in view.all()]


def _earlier() -> Options:
    with here.read(Audits) as view:
        return [(str(each.id), each.title) for each in view.all() if each.asks]


class OpenForm(Form):
    kind = Choice(KINDS, needed="Choose the kind of audit.", label="Kind", kind="select")
    title = Line(longest=200, needed="Give the audit a title.", label="Title")
    subject = Line(
        longest=200,
        label="What it is about, for an assurance report",
        hint="Such as the LADO, independent reviewing officers or elective home education.",
    )
    tool = Chosen(
        label="Audit tool that agencies fill in",
        hint="None if this audit has no returns.",
        options=_tools,
        blank="None",
    )
    earlier = Chosen(
        label="Earlier audit to start from",
        hint=(
            "Its answers are shown to each agency, which confirms or changes them. It must have "
            "used the same tool."
        ),
        options=_earlier,
        blank="None",
    )
    agencies = Several(label="Agencies that take part", options=offered)
    more = Lines(
        label="Agencies that are not in the list yet, one a line",
        hint="They come into the partnership's list, so that nobody types them again.",
    )
    due = Day(label="Returns are due by", kind="date")
    reviewer = Line(
        longest=200,
        label="Reviewer, if another partnership reviews",
        hint="Needed for a peer review. It is named only, and gets no access to this record.",
    )
    note = Words(label="Note")
    opened_on = When(label="When it was opened")


class RateForm(Form):
    agency = Line(longest=200, needed="Choose the agency.", label="Agency", kind="select")
    standard = Line(longest=200, needed="Say which standard this rates.", label="Standard")
    rating = Choice(get_args(Rating), needed="Choose a rating.", label="Rating")
    why = Words(label="Why")
    rated_on = When(label="When it was rated")


class AuditFindingForm(Form):
    kind = Choice(
        FINDINGS,
        needed="Say whether this is good practice or something to improve.",
        label="What it is",
    )
    finding = Words(needed="Write down what was found.", label="What was found")
    found_on = When(label="When it was found")


class AuditActionForm(Form):
    text = Words(needed="Say what will be done.", label="What will be done")
    owner = Line(longest=200, needed="Say who will do it.", label="Who will do it")
    due = Day(needed="Say by when.", label="By when", kind="date")
    agreed_on = When(label="When it was agreed")


class AuditActionDoneForm(Form):
    action = Line(longest=64, needed="Choose the action.", label="Action", kind="select")
    result = Words(needed="Say what came of it.", label="What came of it")
    done_on = When(label="When it was done")


class CloseAuditForm(Form):
    conclusion = Words(needed="Write the conclusion.", label="Conclusion")
    closed_on = When(label="When it was closed")
