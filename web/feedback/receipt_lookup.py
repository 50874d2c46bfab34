"""Finding a message by its five words, and asking again if there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from projections.feedback.receipt import Receipt
from projections.feedback.receipt_rows import ReceiptPage
from services.feedback.receipt import NotAReceipt, Slip, typed_words
from services.refusals import Refusal
from web.site.i18n import apart, said_of
from web.site.i18n import spoken as _
from web.site.rate_limit import count_guess, slow_guesses
from web.site.tenancy import here
from web.site.unavailable import Unavailable


class NotFoundHere(Refusal):
    words = "We cannot find these words here. Check each word. Did you tell a different place?"


def find(typed: str) -> ReceiptPage:
    """The receipt. Raises ``NotAReceipt`` or ``NotFoundHere``. Wrong guesses are slowed down."""
    return _found(typed)[0]


def _found(typed: str) -> tuple[ReceiptPage, str]:
    """The receipt with its words in their own order. All orders count as one guess."""
    hashes = here.feedback.receipt_hashes(typed)
    slow_guesses("back")
    is_in_step = here.catch_up()
    with here.read(Receipt) as view:
        known = view.known_of(list(hashes))
        row = view.by_hash(known)
    if row is None and not is_in_step:
        raise Unavailable  # their message may be among those that are not read yet
    if row is None:
        count_guess("back")
        raise NotFoundHere
    return row, " ".join(hashes[known])


def ask_again(typed: str, refusal: Refusal) -> ResponseReturnValue:
    slips = refusal.slips if isinstance(refusal, NotAReceipt) else ()
    return render_template(
        "feedback/follow_up_ask.html",
        values={"receipt": typed},
        errors={"receipt": _named(slips) or said_of(refusal)},
        mended=_mended(typed, slips[0]) if len(slips) == 1 else [],
    ), 422


def _named(slips: Sequence[Slip]) -> str:
    """Which words are wrong, and what they may be."""
    said = []
    for slip in slips:
        said.append(_("Word %(number)s looks wrong.", number=slip.number))
        near = apart(", ".join(slip.near))
        said.append(_("Did you mean: %(near)s?", near=near) if near else _("Check the spelling."))
    return " ".join(said)


def _mended(typed: str, slip: Slip) -> list[tuple[str, str]]:
    """Each near word, with all five words as they are with it in its place."""
    words = typed_words(typed)
    return [
        (near, " ".join([*words[: slip.number - 1], near, *words[slip.number :]]))
        for near in slip.near
    ]


def with_words(view: Callable[[ReceiptPage, str], ResponseReturnValue]) -> Callable[[], Any]:
    """Gives the view the receipt of the five words, and the words. If there is none, asks again.

    Whatever was typed, the words are whole and in the order in which they were given.
    """

    @wraps(view)
    def asking() -> ResponseReturnValue:
        typed = request.form.getlist("receipt")[-1:] or [""]  # a near word that was tapped is last
        try:
            row, words = _found(typed[0])
        except (NotAReceipt, NotFoundHere) as refusal:
            return ask_again(typed[0], refusal)
        return view(row, words)

    return asking
