"""Finding a message by its five words, and asking again if there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from projections.feedback.receipt import Receipt
from projections.feedback.receipt_rows import ReceiptPage
from services.feedback.receipt import NotAReceipt
from services.refusals import Refusal
from web.site.i18n import said_of
from web.site.rate_limit import count_guess, slow_guesses
from web.site.tenancy import here


class NotFoundHere(Refusal):
    words = "We cannot find these words here. Check each word. Did you tell a different place?"


def find(typed: str) -> ReceiptPage:
    """The receipt. Raises ``NotAReceipt`` or ``NotFoundHere``. Wrong guesses are slowed down."""
    found_by = here.feedback.receipt_hash(typed)
    slow_guesses("back")
    here.catch_up()
    with here.read(Receipt) as view:
        row = view.by_hash(found_by)
    if row is None:
        count_guess("back")
        raise NotFoundHere
    return row


def ask_again(typed: str, refusal: Refusal) -> ResponseReturnValue:
    values, errors = {"receipt": typed}, {"receipt": said_of(refusal)}
    return render_template("feedback/follow_up_ask.html", values=values, errors=errors), 422


def with_words(view: Callable[[ReceiptPage, str], ResponseReturnValue]) -> Callable[[], Any]:
    """Gives the view the receipt of the five words, and the words. If there is none, asks again."""

    @wraps(view)
    def asking() -> ResponseReturnValue:
        typed = request.form.get("receipt", "")
        try:
            row = find(typed)
        except (NotAReceipt, NotFoundHere) as refusal:
            return ask_again(typed, refusal)
        return view(row, typed)

    return asking
