"""Telling us something: one question at a time, nothing kept anywhere until it is sent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast, get_args
from uuid import uuid4

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from marshmallow import EXCLUDE, Schema, fields, validate
from werkzeug.datastructures import MultiDict

from events.feedback import About, AgeBand, Feeling
from projections.promises import Promises
from services.feedback import WORDS_LIMIT, NothingSaid, TooManyWords
from web.forms import cleaned, load
from web.here import here
from web.promised import is_closed_now
from web.throttle import slow_down
from web.who import open_to_all

pages = Blueprint("tell", __name__)

STEPS = ("feeling", "about", "words", "you")
BLANK = {"feeling": "", "about": "", "words": "", "age_band": "", "wants_answer": "yes"}
AGES = [
    *((band, band.capitalize()) for band in get_args(AgeBand) if band),
    ("", "I would rather not say"),
]
FORGET = '"cache"'


class TellSchema(Schema):
    """What a young person has answered so far. What makes no sense counts as not answered."""

    class Meta:
        unknown = EXCLUDE

    client_id = fields.UUID()
    feeling = fields.String(validate=validate.OneOf(get_args(Feeling)))
    about = fields.String(validate=validate.OneOf(get_args(About)))
    words = fields.String()
    age_band = fields.String(validate=validate.OneOf(get_args(AgeBand)))
    wants_answer = fields.String(validate=validate.OneOf(("yes", "no")))


_TELL = TellSchema()


@pages.get("/<partnership>/tell")
@open_to_all
def start() -> ResponseReturnValue:
    return _form(_answers(MultiDict()))


@pages.post("/<partnership>/tell")
@open_to_all
def change() -> ResponseReturnValue:
    """The questions again with their answers, open at the one to change."""
    return _form(_answers(request.form), opens=request.form.get("change", ""), changing=True)


@pages.post("/<partnership>/tell/check")
@open_to_all
def check() -> ResponseReturnValue:
    answers = _answers(request.form)
    if wrong := _wrong(answers):
        return _ask_again(answers, wrong)
    return render_template("tell/check.html", answers=answers)


@pages.post("/<partnership>/tell/send")
@open_to_all
@slow_down("tell")
def send() -> ResponseReturnValue:
    """Answers with the five words themselves: they are never in an address.

    What was typed is cleared from the pages that the browser keeps for its Back button.
    """
    answers = _answers(request.form)
    if wrong := _wrong(answers):
        return _ask_again(answers, wrong)
    words = here.feedback.submit(
        answers["client_id"],
        feeling=cast(Feeling, answers["feeling"]),
        about=cast(About, answers["about"]),
        words=answers["words"],
        age_band=cast(AgeBand, answers["age_band"]),
        wants_answer=answers["wants_answer"] == "yes",
    )
    sent = Response(render_template("tell/sent.html", words=words.split()))
    sent.headers["Clear-Site-Data"] = FORGET
    return sent


@pages.get("/<partnership>/tell/check")
@pages.get("/<partnership>/tell/send")
@open_to_all
def from_the_start() -> ResponseReturnValue:
    return redirect(url_for(".start"))


def _answers(form: MultiDict[str, str]) -> dict[str, str]:
    given, _ = load(_TELL, form)
    answers = BLANK | {"client_id": uuid4()} | given
    answers["words"] = cleaned(answers["words"])
    return {name: str(answer) for name, answer in answers.items()}


def _wrong(answers: dict[str, str]) -> str:
    if len(answers["words"].strip()) > WORDS_LIMIT:
        return TooManyWords.words
    said = answers["feeling"] or answers["about"] or answers["words"].strip()
    return "" if said else NothingSaid.words


def _ask_again(answers: dict[str, str], wrong: str) -> ResponseReturnValue:
    return _form(answers, opens="words", changing=True, errors={"words": wrong}), 422


def _form(
    answers: dict[str, str],
    *,
    opens: str = "",
    changing: bool = False,
    errors: dict[str, str] | None = None,
) -> str:
    with here.read(Promises) as view:
        promised = view.now()
    return render_template(
        "tell/form.html", promised=promised, closed=is_closed_now(promised, datetime.now(UTC)),
        answers=answers, errors=errors or {}, changing=changing, steps=STEPS,
        opens=opens if opens in STEPS else STEPS[0], limit=WORDS_LIMIT, ages=AGES,
    )  # fmt: skip
