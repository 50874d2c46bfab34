"""The forms of a yearly report."""

from __future__ import annotations

from typing import get_args

from events.reporting.report_draft import Ruleset
from projections.governance.arrangement_rows import Frame
from projections.governance.arrangements import Arrangements
from services.reporting.written_text import LONGEST
from web.forms.choices import Choice
from web.forms.fields import Form, Options
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

FOR_CHILDREN = "The version for children", "children and young people"


def arrangements_of() -> Frame:
    with here.read(Arrangements) as view:
        return view.frame() or Frame(here.partnership.id)


def _periods() -> Options:
    return [
        (str(at), f"{each.label}: {each.period or 'not stated'}")
        for at, each in enumerate(arrangements_of().periods_now)
    ]


class DraftChangeForm(Form):
    title = Line(longest=200, needed="Give the report a title.", label="Title")
    period = Line(
        longest=12,
        label="Period",
        hint="Declared on the page Partnership.",
        options=_periods,
        blank="Not stated",
    )
    ruleset = Choice(
        get_args(Ruleset),
        needed="Choose the guidance it is prepared under.",
        label="Prepared under",
        kind="select",
    )


class DraftReportForm(DraftChangeForm):
    group = Line(
        longest=200,
        label="Which young people make the version for children",
        hint="As a group, such as the In "
        "Care Council. Never a name. Leave it empty where nobody does yet.",
    )


class ThrowAwayForm(Form):
    why = Words(longest=1000, needed="Say why it is thrown away.", label="Why")


class BringBackForm(Form):
    """A form that asks nothing."""


class CreditForm(Form):
    group = Line(
        longest=200,
        label="Which young people make the version for children",
        hint="As a group, such as the In "
        "Care Council. Never a name. Leave it empty where nobody does yet.",
    )


class StateForm(Form):
    heading = Line(longest=200, needed="Give it a heading.", label="Heading")
    words = Words(
        longest=LONGEST, needed="Write what the report says.", label="What the report says", rows=12
    )


class CommentForm(Form):
    by = Line(longest=200, needed="Say whose comment it is.", label="Whose comment")
    theme = Line(longest=200, label="About")
    words = Words(needed="Write the scrutineer's comment.", label="The comment")


class FinaliseForm(Form):
    """A form that asks nothing."""


class ReopenReportForm(Form):
    why = Words(longest=1000, needed="Say why it is opened again.", label="Why")
