"""Keeping the five words: type one back, save all as a picture, add a photo.

None of this is a ``Command``: the words that are typed back or drawn are recorded nowhere, and
the photo is a file of the request, which is no field of a form.
"""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.feedback.receipt_rows import ReceiptPage
from services.feedback.follow_up import OneWordIsNotIt, check_one_word
from services.feedback.receipt import NotAReceipt, read_words
from web.feedback.receipt_lookup import ask_again, with_words
from web.feedback.receipt_page import GOT_IT, asked_for, sent_page, take_picture
from web.feedback.receipt_picture import keepsake
from web.site.file_responses import takes_files
from web.site.i18n import said_of
from web.site.i18n import spoken as _
from web.site.permissions import open_to_all
from web.site.rate_limit import slow_down

pages = Blueprint("kept", __name__)


@pages.post("/<partnership>/kept")
@open_to_all
def check() -> ResponseReturnValue:
    """Says whether one word is right. Nothing is recorded, and no other word is asked for."""
    receipt = request.form.get("receipt", "")
    try:
        words = list(read_words(receipt))
        check_one_word(receipt, asked_for(words), request.form.get("word", ""))
    except NotAReceipt as refusal:
        return ask_again(receipt, refusal)
    except OneWordIsNotIt as refusal:
        return sent_page(" ".join(words), word_error=said_of(refusal), urgent=_is_urgent()), 422
    return render_template("feedback/tell_kept.html")


@pages.post("/<partnership>/kept/save")
@open_to_all
@slow_down("save")
def save() -> ResponseReturnValue:
    """The words as a picture. It is drawn only from what was typed."""
    receipt = request.form.get("receipt", "")
    try:
        words = read_words(receipt)
    except NotAReceipt as refusal:
        return ask_again(receipt, refusal)
    saved = Response(keepsake(words), mimetype="image/png")
    saved.headers["Content-Disposition"] = 'attachment; filename="five-words.png"'
    saved.headers["Cache-Control"] = "no-store"
    return saved


@pages.post("/<partnership>/kept/picture")
@takes_files
@open_to_all
@slow_down("picture")
@with_words
def picture(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Adds a photo or drawing to a message that is saved already, so no words can be lost."""
    words = " ".join(read_words(typed))
    if refused := take_picture(row.feedback_id):
        return sent_page(words, picture_error=refused, urgent=_is_urgent()), 422
    return sent_page(words, got=_(GOT_IT), urgent=_is_urgent())


def _is_urgent() -> bool:
    """Whether the page before said so: no words of the message are here."""
    return request.form.get("urgent") == "yes"


@pages.get("/<partnership>/kept")
@pages.get("/<partnership>/kept/save")
@pages.get("/<partnership>/kept/picture")
@open_to_all
def from_the_start() -> ResponseReturnValue:
    return redirect(url_for("back.page"))
