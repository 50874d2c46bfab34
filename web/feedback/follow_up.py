"""Coming back with five words: what happened, and what a young person may say or undo."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import get_args
from uuid import UUID

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.feedback.feedback import Listened
from events.participation.quotation import Use
from projections.feedback.receipt_rows import ReceiptPage
from projections.feedback.triage_queue import TriageQueue
from services.feedback.feedback_state import (
    AlreadyTakenBack,
    NothingSaid,
    TooManyWords,
)
from services.feedback.follow_up import OnlyTheCode
from services.feedback.receipt import read_words
from services.participation.quotation_state import NeverQuoted, NothingToQuote
from services.refusals import AlreadyThere, Forgotten, NotFound, Refusal, ToldDifferently
from web.feedback.follow_up_story import draw_story
from web.feedback.receipt_lookup import ask_again, find, with_words
from web.feedback.receipt_page import take_picture
from web.forms.sent import key_of, new_key, number_in
from web.forms.text_fields import cleaned
from web.site.file_responses import takes_files
from web.site.i18n import N_, said_of
from web.site.i18n import spoken as _
from web.site.permissions import open_to_all
from web.site.rate_limit import slow_down
from web.site.tenancy import here

pages = Blueprint("back", __name__)

_RAISED = "It was raised to the top, and nobody had read it when it was taken back."


class NotSealedYet(Refusal):
    words = N_("Your words are too new for this. Try again in a minute.")


@pages.get("/<partnership>/back")
@open_to_all
def page() -> ResponseReturnValue:
    return render_template("feedback/follow_up_ask.html", values={}, errors={})


@pages.post("/<partnership>/back")
@open_to_all
@with_words
def look(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Shows what happened. The first time, it shows the five words once more."""
    if row.came_back or row.forgotten or row.taken_back:
        return draw_story(row, typed)
    with suppress(AlreadyThere, Forgotten):
        here.feedback.come_back(row.feedback_id, _provenance("came back"))
    return draw_story(row, typed, words=read_words(typed))


@pages.post("/<partnership>/back/quote")
@open_to_all
@with_words
def quote(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Records a yes or a no to one use of words. Each answer is one tap."""
    answer = request.form.get("answer", "")
    use = next((use for use in get_args(Use) if use == request.form.get("use")), None)
    number = number_in(request.form, "number")
    if use is None or number is None or answer not in ("yes", "no"):
        return draw_story(row, typed), 422
    try:
        _answer(row.feedback_id, number, use, answer)
    except (NotFound, NeverQuoted, NothingToQuote):
        return draw_story(row, typed), 422
    here.catch_up()
    so = "yes" if _agreed(row.feedback_id, number, use) else "no"
    return draw_story(row, typed, said=so if so == answer else f"still {so}")


@pages.post("/<partnership>/back/more")
@open_to_all
@slow_down("tell")
@with_words
def more(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Adds words, which staff must read. Refused words come back in their box."""
    words = cleaned(request.form.get("words", "")).replace("\r\n", "\n").strip()
    try:
        here.feedback.say_more(row.feedback_id, _provenance(key_of(request.form)), words=words)
    except (NothingSaid, TooManyWords, OnlyTheCode, AlreadyTakenBack) as refusal:
        return draw_story(row, typed, added=words, errors={"words": said_of(refusal)}), 422
    return draw_story(find(typed), typed, said="more")


@pages.post("/<partnership>/back/picture")
@takes_files
@open_to_all
@slow_down("picture")
@with_words
def picture(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Adds a photo or drawing. The young person stays on the page of their story."""
    if refused := take_picture(row.feedback_id):
        return draw_story(row, typed, errors={"picture": refused}), 422
    return draw_story(find(typed), typed, said="picture")


@pages.post("/<partnership>/back/heard")
@open_to_all
@with_words
def heard(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Records whether the young person feels listened to. They may change the answer."""
    listened = next((a for a in get_args(Listened) if a == request.form.get("listened")), None)
    if listened is None:
        return draw_story(row, typed, errors={"listened": _("Pick one of the three answers.")}), 422
    with suppress(AlreadyThere):
        here.feedback.say_if_heard(row.feedback_id, _provenance(""), listened=listened)
    return draw_story(find(typed), typed, said="listened")


@pages.post("/<partnership>/back/proof")
@open_to_all
@with_words
def proof(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """A small file: the encrypted message, with the proof that the record holds it."""
    found = here.proof.small(row.feedback_id, first_only=True)
    if found is None:
        return ask_again(typed, NotSealedYet())
    saved = Response(found, content_type="application/jsonl")
    saved.headers["Content-Disposition"] = 'attachment; filename="proof.jsonl"'
    return saved


@pages.post("/<partnership>/back/take")
@open_to_all
@with_words
def take(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    if request.form.get("sure") != "yes":
        return render_template("feedback/follow_up_take.html", typed=typed)
    id, provenance = row.feedback_id, _provenance(key_of(request.form))
    read_first = _is_to_be_read(id)
    if not row.taken_back:
        if read_first:
            here.erasure.hold(
                id, Provenance("Earshot", "taken back", None, "raised"), reason=_RAISED
            )
        with suppress(AlreadyTakenBack):  # a double click
            here.erasure.take_back(id, provenance, lambda: here.feedback.taken_back(id, provenance))
        here.catch_up()
    else:
        here.erasure.finish(id)
    done = here.erasure.of(id).done
    return render_template(
        "feedback/follow_up_taken.html", is_forgotten=done, read_first=read_first
    )


@pages.get("/<partnership>/back/quote")
@pages.get("/<partnership>/back/more")
@pages.get("/<partnership>/back/picture")
@pages.get("/<partnership>/back/heard")
@pages.get("/<partnership>/back/proof")
@pages.get("/<partnership>/back/take")
@open_to_all
def from_the_start() -> ResponseReturnValue:
    return redirect(url_for(".page"))


def _is_to_be_read(id: UUID) -> bool:
    """Whether staff must read it first: a stranger with the words may take back a cry for help."""
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    return item is not None and item.raised and item.status == "waiting"


def _provenance(key: str) -> Provenance:
    return Provenance("young person", "receipt page", None, key)


def _answer(id: UUID, number: int, use: Use, answer: str) -> None:
    """Records the answer. A no ends a use even if the page was sent before. A yes does not."""
    provenance = _provenance(key_of(request.form))
    say = here.quotation.agree if answer == "yes" else here.quotation.withdraw
    with suppress(AlreadyThere, ToldDifferently):  # a double click, or an old page
        say(id, provenance, number=number, use=use)
    if answer == "no" and _agreed(id, number, use):
        with suppress(AlreadyThere):
            here.quotation.withdraw(id, replace(provenance, key=new_key()), number=number, use=use)


def _agreed(id: UUID, number: int, use: Use) -> bool:
    excerpt = here.quotation.recall(id).excerpts.get(number)
    return excerpt is not None and use in excerpt.consents
