"""Telling us something: one question at a time. Nothing is stored until it is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial, wraps
from typing import Any, TypeVar, cast

from flask import Blueprint, Response, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from projections.deadlines.service_standards import ServiceStandards
from services.feedback.feedback_state import WORDS_LIMIT
from services.feedback.submission import Message
from services.refusals import Refusal
from web.deadlines.standard_kept import is_closed_now
from web.feedback.bot_check import TOO_FAST, is_too_soon
from web.feedback.receipt_page import sent_again, sent_page
from web.feedback.tell_form import answers_of, place_of
from web.feedback.vocabulary import (
    AGES,
    SAFE_NOW,
    feeling_names_spoken,
    feelings_spoken,
    topic_names_spoken,
    topics_spoken,
)
from web.feedback.what_happens_now import is_urgent
from web.site.clear_site_data import clear_cache
from web.site.drawn_once import draw_once, gaps_of
from web.site.i18n import chosen, said_of
from web.site.i18n import spoken as _
from web.site.permissions import open_to_all
from web.site.rate_limit import slow_down
from web.site.tenancy import here

pages = Blueprint("tell", __name__)
for each in (feelings_spoken, feeling_names_spoken, topics_spoken, topic_names_spoken):
    pages.add_app_template_global(each)

View = TypeVar("View", bound=Callable[..., Any])
STEPS = ("feeling", "about", "words", "you")
STEPS_OF_HARM = ("words", "safe", "you")  # of whoever came by "Is someone hurting you?"
_OWN = ("client_id", "token")  # of one young person alone
_SAID = ("feeling", "about", "words", "better", "age_band", "place")
_ANSWERS = (*_SAID, "asks_help", "safe_now")


@pages.get("/<partnership>/tell")
@open_to_all
def start() -> ResponseReturnValue:
    """The first question. "Is someone hurting you?" leads here with ``?help=yes``."""
    if not here.card.is_open:
        return render_template("feedback/closed.html")
    code = request.args.get("at", "")
    answers = answers_of(MultiDict({"asks_help": request.args.get("help", ""), "place": code}))
    return _form(answers, is_lost=bool(code) and not answers["place"])


def once_opened(view: View) -> View:
    """Where nobody has ever read messages, none are taken. One that was begun is, when closed."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if not here.card.was_open:
            return render_template("feedback/closed.html"), 403
        return view(*args, **kwargs)

    return cast(View, guarded)


@pages.post("/<partnership>/tell")
@open_to_all
@once_opened
def change() -> ResponseReturnValue:
    """The questions with their answers, open at the one to change."""
    opens, goes_on = request.form.get("change", ""), "going_on" in request.form
    answers = answers_of(request.form)
    if here.feedback.has_come(answers["client_id"]):
        return _sent_again(answers)
    return _form(answers, opens=opens, changing=not goes_on)


@pages.post("/<partnership>/tell/check")
@open_to_all
@once_opened
def check() -> ResponseReturnValue:
    answers = answers_of(request.form)
    if here.feedback.has_come(answers["client_id"]):
        return _sent_again(answers)
    if wrong := _wrong(answers):
        return _ask_again(answers, wrong)
    return _check(answers)


@pages.post("/<partnership>/tell/send")
@open_to_all
@once_opened
@slow_down("tell")
def send() -> ResponseReturnValue:
    """Answers with the five words on the page itself: an address never holds them.

    The browser clears the typed words from the pages that it keeps for its Back button.
    """
    answers = answers_of(request.form)
    if here.feedback.has_come(answers["client_id"]):
        return _sent_again(answers)
    if wrong := _wrong(answers):
        return _ask_again(answers, wrong)
    if is_too_soon(answers["token"]):
        return _check(answers, hurry=_(TOO_FAST)), 422
    words = here.feedback.submit(answers["client_id"], crowded=g.is_crowded, **_said(answers))
    page = sent_page(words, online=answers["about"] == "online", urgent=_is_urgent(answers))
    return clear_cache(Response(page))


@pages.get("/<partnership>/tell/check")
@pages.get("/<partnership>/tell/send")
@open_to_all
def from_the_start() -> ResponseReturnValue:
    return redirect(url_for(".start"))


def _said(answers: dict[str, str]) -> dict[str, Any]:
    said = {name: answers[name] for name in _SAID}
    asked = {name: answers[name] == "yes" for name in ("wants_answer", "asks_help")}
    safe_now = answers["safe_now"] if asked["asks_help"] else ""
    return {**said, **asked, "safe_now": safe_now, "language": chosen()}


def _is_empty(answers: dict[str, str]) -> bool:
    """Whether nobody has answered anything yet, as far as this form tells."""
    return answers["wants_answer"] == "yes" and not any(answers[name] for name in _ANSWERS)


def _wrong(answers: dict[str, str]) -> dict[str, str]:
    try:
        Message(**_said(answers)).checked()
    except Refusal as refusal:
        return {refusal.at: said_of(refusal)}
    return {}


def _ask_again(answers: dict[str, str], wrong: dict[str, str]) -> ResponseReturnValue:
    return _form(answers, opens="words", changing=True, errors=wrong), 422


def _sent_again(answers: dict[str, str]) -> Response:
    """The message itself is not shown again: somebody else may be looking."""
    typed, online = (answers["words"], answers["better"]), answers["about"] == "online"
    return sent_again(answers["client_id"], *typed, online=online)


def _is_urgent(answers: dict[str, str]) -> bool:
    said = f"{answers['words']} {answers['better']}"
    return is_urgent(said, asks_help=answers["asks_help"] == "yes")


def _check(answers: dict[str, str], *, hurry: str = "") -> str:
    return render_template(
        "feedback/tell_check.html",
        answers=answers,
        hurry=hurry,
        age_of=age_of,
        safe_of=safe_of,
        place=place_of(answers["place"]),
    )


def age_of(band: str) -> str:
    return _(dict(AGES)[band]) if band else _("Not said")


def safe_of(answer: str) -> str:
    return _(dict(SAFE_NOW)[answer]) if answer else _("Not said")


def _form(
    answers: dict[str, str],
    *,
    opens: str = "",
    changing: bool = False,
    errors: dict[str, str] | None = None,
    is_lost: bool = False,
) -> str:
    with here.read(ServiceStandards) as view:
        promised = view.now()
    steps = STEPS_OF_HARM if answers["asks_help"] else STEPS
    own = {name: answers[name] for name in _OWN}
    is_new = not (errors or opens or changing or is_lost) and _is_empty(answers)
    draw = partial(draw_once, gaps=own) if is_new else render_template
    return draw(
        "feedback/tell_form.html",
        promised=promised,
        closed=is_closed_now(promised, datetime.now(UTC)),
        answers=answers | gaps_of(own) if is_new else answers,
        place=place_of(answers["place"]),
        is_lost=is_lost,
        errors=errors or {},
        changing=changing,
        steps=steps,
        opens=opens if opens in steps else steps[0],
        limit=WORDS_LIMIT,
        ages=[(band, _(words)) for band, words in AGES],
        safe_now=[(answer, _(words)) for answer, words in SAFE_NOW],
    )
