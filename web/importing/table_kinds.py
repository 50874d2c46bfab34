"""The kinds of table: attendance, figures, actions, findings of audits."""

from __future__ import annotations

from functools import partial
from typing import get_args

from events.governance.action import ActionDueDayMoved
from events.learning.course import Sector
from web.forms.figures import VALUE_HINT
from web.importing.known_rows import figures, stated_before
from web.importing.row_changes import counted_before, take_actions, take_attendance, take_findings
from web.importing.table_forms import ActionRowForm, AttendanceForm, FigureRowForm, FindingRowForm
from web.importing.table_kind import Column, Kind

_DAY_HINT = "As 2026-11-21 or 21/11/2026."


_may_be_left = partial(Column, needed=False)
KINDS = {
    "attendance": Kind(
        "Training attendance",
        "Who came to training, counted by agency. A course or session that is not there yet is "
        "made; an agency counted before at the same session is counted again.",
        (
            Column("course", "Course"),
            Column("day", "Day", _DAY_HINT),
            _may_be_left("place", "Place", "Empty where it was online."),
            Column("places", "Places", "How many could come."),
            Column("agency", "Agency", "Never a person's name."),
            Column("sector", "Sector", f"One of: {', '.join(get_args(Sector))}."),
            Column("booked", "Booked"),
            Column("attended", "Came"),
            Column("no_shows", "Did not show"),
        ),
        AttendanceForm(),
        take_attendance,
        ("agency", "course", "day", "place"),
        counted_before,
    ),
    "figures": Kind(
        "Figures",
        "Figures as their source states them, each with its own period. One that was "
        "stated otherwise is put right; what was stated before stays in its history.",
        (
            Column("name", "What it counts"),
            Column("value", "Figure", VALUE_HINT),
            _may_be_left("unit", "Of what", "Such as courses, places or %."),
            _may_be_left("start", "From", _DAY_HINT),
            _may_be_left("end", "To", _DAY_HINT),
            _may_be_left("as_at", "As at", "A day, where it is not for a period."),
            _may_be_left("definition", "What is counted", "Needed for a percentage."),
        ),
        FigureRowForm(),
        figures,
        ("name", "unit", "start", "end", "as_at", "definition"),
        stated_before,
    ),
    "actions": Kind(
        "Actions",
        "Actions agreed in an audit or a meeting that is recorded here. An action "
        "that is there with another day gets that day.",
        (
            Column("where", "Audit or board", "The audit's title, or the board that met."),
            _may_be_left("met_on", "Met on", f"For a meeting. {_DAY_HINT}"),
            Column("text", "Action"),
            Column("owner", "Who"),
            _may_be_left("due", "By", _DAY_HINT),
        ),
        ActionRowForm(),
        take_actions,
        ("text", "where", "met_on", "owner"),
        lambda: lambda facts: any(isinstance(fact, ActionDueDayMoved) for fact in facts),
    ),
    "findings": Kind(
        "Audit findings",
        "What was found in an audit that is recorded here and still open.",
        (
            Column("audit", "Audit", "Its title."),
            Column("kind", "Kind", "Good practice or to improve."),
            Column("finding", "Finding", "Never write a child's name."),
        ),
        FindingRowForm(),
        take_findings,
        ("finding", "audit", "kind"),
    ),
}
