"""The page that tells a young person what happened to their words."""

from __future__ import annotations

from collections.abc import Sequence

from flask import render_template

from events.participation.quotation import Use
from events.period import PartialDate
from projections.feedback.receipt_rows import WITH, ReceiptPage, ReceiptStep
from projections.participation.quotations import Quotations
from services.feedback.feedback_state import WORDS_LIMIT
from web.feedback.what_happens_now import WhatHappensNow
from web.feedback.you_said import OUTCOMES
from web.forms.sent import Errors
from web.site.formatting import today
from web.site.i18n import N_, apart, day_of, spoken_of
from web.site.i18n import spoken as _
from web.site.tenancy import here

STEPS = {
    "got_it": (N_("We get it"), N_("We got it")),
    "read": (N_("A grown-up reads it"), N_("A grown-up read it")),
    "passed_on": (N_("We pass it on"), N_("We passed it on")),
    "decided": (N_("We decide"), N_("We decided")),
    "changed": (N_("We tell you what changed"), N_("Something changed")),
}
USES: dict[Use, str] = {
    "children's version": N_("In the report for children"),
    "full report": N_("In the long report for grown-ups"),
    "training": N_("When we teach people who work with children"),
}


def draw_story(
    row: ReceiptPage,
    typed: str,
    *,
    said: str = "",
    words: Sequence[str] = (),
    added: str = "",
    errors: Errors | None = None,
    now: WhatHappensNow | None = None,
) -> str:
    """``now`` tells of words that were added just now and raise themselves."""
    steps = [
        (_(STEPS[step.name][step.on is not None]), day_of(step.on or ""), _words_of(step))
        for step in row.steps
    ]
    with here.read(Quotations) as view:
        quotes = [(each, words) for each, words in view.of(row.feedback_id) if not each.set_aside]
    return render_template(
        "feedback/follow_up_story.html",
        row=row,
        steps=steps,
        typed=typed,
        outcomes=spoken_of(OUTCOMES),
        quotes=quotes,
        uses=spoken_of(USES),
        said=said,
        now=now,
        words=words,
        limit=WORDS_LIMIT,
        unchanged=here.proof.unchanged(row.feedback_id),
        day=PartialDate(today().isoformat()),
        may_judge=_has_been_read(row),
        errors=errors or {},
        values={"words": added, "listened": row.listened},
    )


def _has_been_read(row: ReceiptPage) -> bool:
    """Whether there is anything yet that one can feel listened to by."""
    return bool(row.answer or row.why or row.listened) or any(
        step.on for step in row.steps if step.name != "got_it"
    )


def _words_of(step: ReceiptStep) -> str:
    """The words about a step. The name of the new reader is shown as staff wrote it."""
    with_whom = step.words.removeprefix(WITH)
    if with_whom != step.words:
        return _("It is with: %(whom)s", whom=apart(with_whom))
    return _(step.words) if step.words else ""
