"""Coming back with five words: what happened, and what a young person may say or undo."""

from __future__ import annotations

from contextlib import suppress

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from projections.feedback.receipt_rows import ReceiptPage
from services.feedback.receipt import read_words
from services.refusals import AlreadyThere, Forgotten, Refusal
from web.feedback.follow_up_commands import (
    CAME_BACK,
    HEARD,
    MORE,
    QUOTE,
    TAKE_BACK,
    has_agreed,
    is_to_be_read,
)
from web.feedback.follow_up_story import draw_story
from web.feedback.receipt_lookup import ask_again, find, with_words
from web.feedback.receipt_page import take_picture
from web.feedback.what_happens_now import after_more
from web.site.file_responses import takes_files
from web.site.i18n import N_
from web.site.permissions import open_to_all
from web.site.rate_limit import slow_down
from web.site.tenancy import here

pages = Blueprint("back", __name__)


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
        here.feedback.come_back(row.feedback_id, CAME_BACK)
    return draw_story(row, typed, words=read_words(typed))


@pages.post("/<partnership>/back/quote")
@open_to_all
@with_words
def quote(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Records a yes or a no to one use of words. Each answer is one tap."""
    given, _ = QUOTE.read()
    if QUOTE.attempt(row.feedback_id):
        return draw_story(row, typed), 422
    here.catch_up()
    so = "yes" if has_agreed(row.feedback_id, given["number"], given["use"]) else "no"
    return draw_story(row, typed, said=so if so == given["answer"] else f"still {so}")


@pages.post("/<partnership>/back/more")
@open_to_all
@slow_down("tell")
@with_words
def more(row: ReceiptPage, typed: str) -> ResponseReturnValue:
    """Adds words, which staff must read. Refused words come back in their box."""
    if errors := MORE.attempt(row.feedback_id):
        return draw_story(row, typed, added=MORE.read()[0]["words"], errors=errors), 422
    seen = find(typed)
    return draw_story(seen, typed, said="more", now=after_more(row.feedback_id))


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
    if errors := HEARD.attempt(row.feedback_id):
        return draw_story(row, typed, errors=errors), 422
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
    id = row.feedback_id
    read_first = is_to_be_read(id)
    if row.taken_back:
        here.erasure.finish(id)
    elif errors := TAKE_BACK.attempt(id):
        return draw_story(row, typed, errors=errors), 422
    here.catch_up()
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
