"""An audit with its ratings, findings, actions and conclusion, on one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args
from uuid import UUID

from events.assurance.audit import ProgrammeKind, Rating
from events.fact import Provenance
from events.period import PartialDate
from projections.assurance.audits import Audits
from services.change import Change
from web.assurance.agencies import chosen, joining, now_called
from web.assurance.audit_forms import FINDINGS, KINDS
from web.forms.choices import Choice
from web.forms.day_fields import Day, When
from web.forms.fields import Form
from web.forms.previewed import Previewed, keyed
from web.forms.rows import ChoiceWord, Row, Rows
from web.forms.text_fields import Line, Lines, Words
from web.site.tenancy import here


class WholeAuditForm(Form):
    kind = Choice(KINDS, needed="Choose the kind of audit.", label="Kind", kind="select")
    title = Line(longest=200, needed="Give the audit a title.", label="Title")
    subject = Line(longest=200, label="What it is about, for an assurance report")
    agencies = Lines(
        needed="Name the agencies, one a line.",
        label="Agencies that took part, one a line",
        hint="By the name in the partnership's list. One that is not there yet is added to it.",
    )
    reviewer = Line(longest=200, label="Reviewer, if another partnership reviewed")
    opened_on = When(label="When it was opened")
    ratings = Rows(
        {
            "agency": Line(longest=200, needed="Say which agency.", label="Agency"),
            "standard": Line(longest=200, needed="Say which standard.", label="Standard"),
            "rating": ChoiceWord(get_args(Rating), needed="Say the rating.", label="Rating"),
            "why": Words(label="Why"),
        },
        label="Ratings",
        rows=8,
    )
    findings = Rows(
        {
            "kind": ChoiceWord(FINDINGS, needed="Say what it is.", label="What it is"),
            "finding": Words(needed="Write down what was found.", label="What was found"),
        },
        label="What was found",
        hint="What it is: good practice, or to improve.",
        rows=8,
    )
    actions = Rows(
        {
            "text": Words(needed="Say what will be done.", label="What will be done"),
            "owner": Line(longest=200, needed="Say who will do it.", label="Who"),
            "due": Day(needed="Say by when.", label="By when"),
        },
        label="Actions that were agreed",
    )
    found_on = Day(label="When it was rated and found, if later than it was opened")


def changes(
    id: UUID,
    provenance: Provenance,
    *,
    kind: ProgrammeKind,
    title: str,
    subject: str,
    agencies: tuple[str, ...],
    reviewer: str,
    ratings: tuple[Row, ...],
    findings: tuple[Row, ...],
    actions: tuple[Row, ...],
    found_on: PartialDate | None,
) -> list[Change]:
    """The audit, and what was rated, found and agreed in it."""
    audit = here.audit
    found = [
        audit.begin.change(
            id,
            provenance,
            kind=kind,
            title=title,
            agencies=chosen((), agencies),
            subject=subject,
            reviewer=reviewer,
        ),
        *joining(agencies, provenance),
    ]
    ratings = tuple({**row, "agency": now_called(row["agency"])} for row in ratings)
    later = replace(provenance, effective_on=found_on) if found_on else provenance
    found += [audit.rate.change(id, at, **row) for at, row in keyed(later, "rating", ratings)]
    found += [audit.find.change(id, at, **row) for at, row in keyed(later, "finding", findings)]
    return found + [
        audit.agree_action.change(id, at, action=at.key, **row)
        for at, row in keyed(later, "action", actions)
    ]


def _opened_already(given: Any) -> Iterator[str]:
    """Asks about an audit of the same title."""
    with here.read(Audits) as view:
        known = {each.title.casefold(): each.title for each in view.all()}
    if title := known.get(given["title"].casefold()):
        yield f"An audit called {title} is recorded already. Is this another one?"


WHOLE = Previewed(
    WholeAuditForm,
    changes,
    title="Record a whole audit",
    done="The audit is recorded with what was rated, found and agreed.",
    help="For an audit without returns. With returns, open it, and each agency fills in its own.",
    notes=_opened_already,
)
