"""Coming back with five words to see what happened, and taking one's words back."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Told
from projections.receipt import Receipt, ReceiptPage
from services.feedback import AlreadyTakenBack
from services.receipt import NotAReceipt
from services.refusals import Refusal
from web.forms import key_of
from web.here import here
from web.pages.you_said import OUTCOMES
from web.throttle import count_guess, slow_guesses
from web.who import open_to_all
from web.wording import in_words, today

pages = Blueprint("back", __name__)

STEPS = {
    "got_it": ("We get it", "We got it"),
    "read": ("A grown-up reads it", "A grown-up read it"),
    "passed_on": ("We pass it on", "We passed it on"),
    "decided": ("We decide", "We decided"),
    "changed": ("We tell you what changed", "Something changed"),
}


class NotFoundHere(Refusal):
    words = "We cannot find these words here. Check each word. Did you tell a different place?"


class NotSealedYet(Refusal):
    words = "Your words are too new for this. Try again in a minute."


@pages.get("/<partnership>/back")
@open_to_all
def page() -> ResponseReturnValue:
    return render_template("back/ask.html", values={}, errors={})


@pages.post("/<partnership>/back")
@open_to_all
def look() -> ResponseReturnValue:
    typed = request.form.get("receipt", "")
    try:
        row = _find(typed)
    except (NotAReceipt, NotFoundHere) as refusal:
        return _ask_again(typed, refusal)
    steps = [
        (STEPS[step.name][step.on is not None], str(step.on or ""), step.words)
        for step in row.steps
    ]
    return render_template(
        "back/story.html", row=row, steps=steps, typed=typed, outcomes=OUTCOMES,
        unchanged=here.proof.unchanged(row.feedback_id), day=in_words(today()),
    )  # fmt: skip


@pages.get("/<partnership>/back/proof")
@open_to_all
def proof_from_the_start() -> ResponseReturnValue:
    return redirect(url_for(".page"))


@pages.post("/<partnership>/back/proof")
@open_to_all
def proof() -> ResponseReturnValue:
    """A small file: the sealed bytes of what was told, and that they are in the record."""
    typed = request.form.get("receipt", "")
    try:
        row = _find(typed)
    except (NotAReceipt, NotFoundHere) as refusal:
        return _ask_again(typed, refusal)
    found = here.proof.small(row.feedback_id, first_only=True)
    if found is None:
        return _ask_again(typed, NotSealedYet())
    saved = Response(found, content_type="application/jsonl")
    saved.headers["Content-Disposition"] = 'attachment; filename="proof.jsonl"'
    return saved


@pages.get("/<partnership>/back/take")
@open_to_all
def take_from_the_start() -> ResponseReturnValue:
    return redirect(url_for(".page"))


@pages.post("/<partnership>/back/take")
@open_to_all
def take() -> ResponseReturnValue:
    typed = request.form.get("receipt", "")
    try:
        row = _find(typed)
    except (NotAReceipt, NotFoundHere) as refusal:
        return _ask_again(typed, refusal)
    if request.form.get("sure") != "yes":
        return render_template("back/take.html", typed=typed)
    id, told = row.feedback_id, Told("young person", "receipt page", None, key_of(request.form))
    if not row.taken_back:
        with suppress(AlreadyTakenBack):  # a double click
            here.forgetting.take_back(id, told, lambda: here.feedback.taken_back(id, told))
        here.catch_up()
    else:
        here.forgetting.finish(id)
    return render_template("back/taken.html", is_forgotten=here.forgetting.of(id).done)


def _find(typed: str) -> ReceiptPage:
    """Raises ``NotAReceipt`` or ``NotFoundHere``; too many of the latter are slowed down."""
    found_by = here.feedback.receipt_hash(typed)
    slow_guesses("back")
    here.catch_up()
    with here.read(Receipt) as view:
        row = view.by_hash(found_by)
    if row is None:
        count_guess("back")
        raise NotFoundHere
    return row


def _ask_again(typed: str, refusal: Refusal) -> ResponseReturnValue:
    values, errors = {"receipt": typed}, {"receipt": refusal.said}
    return render_template("back/ask.html", values=values, errors=errors), 422
