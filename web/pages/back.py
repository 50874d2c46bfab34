"""Coming back with five words: what happened, taking words back, saying yes or no to a quote."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import get_args
from uuid import UUID

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Told
from events.quote import Use
from projections.quote_book import QuoteBook
from projections.receipt import Receipt, ReceiptPage
from services.feedback import AlreadyTakenBack
from services.quote import NeverQuoted, NothingToQuote
from services.receipt import NotAReceipt
from services.refusals import AlreadyThere, NotFound, Refusal, ToldDifferently
from web.forms import key_of, new_key, number_in
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
USES: dict[Use, str] = {
    "children's version": "In the report for children",
    "full report": "In the long report for grown-ups",
    "training": "When we teach people who work with children",
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
    return _story(row, typed)


@pages.get("/<partnership>/back/quote")
@open_to_all
def quote_from_the_start() -> ResponseReturnValue:
    return redirect(url_for(".page"))


@pages.post("/<partnership>/back/quote")
@open_to_all
def quote() -> ResponseReturnValue:
    """A yes or a no to one use of words that the page showed; each is one tap."""
    typed, answer = request.form.get("receipt", ""), request.form.get("answer", "")
    try:
        row = _find(typed)
    except (NotAReceipt, NotFoundHere) as refusal:
        return _ask_again(typed, refusal)
    use = next((use for use in get_args(Use) if use == request.form.get("use")), None)
    number = number_in(request.form, "number")
    if use is None or number is None or answer not in ("yes", "no"):
        return _story(row, typed), 422
    try:
        _answer(row.feedback_id, number, use, answer)
    except (NotFound, NeverQuoted, NothingToQuote):
        return _story(row, typed), 422
    here.catch_up()
    so = "yes" if _agreed(row.feedback_id, number, use) else "no"
    return _story(row, typed, said=so if so == answer else f"still {so}")


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


def _answer(id: UUID, number: int, use: Use, answer: str) -> None:
    """Records it. A no counts whatever its page was used for before, while a yes stands."""
    told = Told("young person", "receipt page", None, key_of(request.form))
    say = here.quote.agree if answer == "yes" else here.quote.withdraw
    with suppress(AlreadyThere, ToldDifferently):  # a double click, or a page of before
        say(id, told, number=number, use=use)
    if answer == "no" and _agreed(id, number, use):
        with suppress(AlreadyThere):
            here.quote.withdraw(id, replace(told, key=new_key()), number=number, use=use)


def _agreed(id: UUID, number: int, use: Use) -> bool:
    excerpt = here.quote.recall(id).excerpts.get(number)
    return excerpt is not None and use in excerpt.consents


def _story(row: ReceiptPage, typed: str, said: str = "") -> str:
    steps = [
        (STEPS[step.name][step.on is not None], str(step.on or ""), step.words)
        for step in row.steps
    ]
    with here.read(QuoteBook) as view:
        quotes = [(each, words) for each, words in view.of(row.feedback_id) if not each.set_aside]
    return render_template(
        "back/story.html", row=row, steps=steps, typed=typed, outcomes=OUTCOMES, quotes=quotes,
        uses=USES, said=said, unchanged=here.proof.unchanged(row.feedback_id),
        day=in_words(today()),
    )  # fmt: skip


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
