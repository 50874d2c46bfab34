"""Telling us something: one question a page, the answers carried along, nothing kept until sent."""

from __future__ import annotations

from typing import get_args
from uuid import uuid4

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from marshmallow import EXCLUDE, Schema, fields, validate
from werkzeug.datastructures import MultiDict

from events.feedback import About, AgeBand, Feeling
from services.feedback import WORDS_LIMIT, NothingSaid, TooManyWords
from web.forms import load
from web.here import here
from web.throttle import slow_down
from web.who import open_to_all

pages = Blueprint("tell", __name__)

STEPS = ("feeling", "about", "words", "you")
ASKED = {
    "feeling": ("feeling",),
    "about": ("about",),
    "words": ("words",),
    "you": ("age_band", "wants_answer"),
}
PLEASE = {
    "feeling": "Pick a face, or press Skip.",
    "about": "Pick one, or press Skip.",
    "words": "Write something, or press Skip.",
}
TOO_LONG = f"That is too long. Please use less than {WORDS_LIMIT:,} letters."
BLANK = {"feeling": "", "about": "", "words": "", "age_band": "", "wants_answer": "yes"}
AGES = [(band, band.capitalize()) for band in get_args(AgeBand) if band]


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


@pages.get("/<partnership>/tell")
@open_to_all
def start() -> ResponseReturnValue:
    return _question("feeling", _answers(MultiDict()))


@pages.post("/<partnership>/tell")
@open_to_all
def walk() -> ResponseReturnValue:
    """From one question to the next, back, or to the one they want to change."""
    answers, at = _answers(request.form), request.form.get("at", "")
    go = request.form.get("go", "next")
    if at in STEPS and go == "skip":
        answers |= {name: BLANK[name] for name in ASKED[at]}
    if at in STEPS and go == "next" and (wrong := _wrong(at, answers)):
        return _question(at, answers, {at: wrong}), 422
    page = go if go in STEPS else _after(at)
    return _question(page, answers) if page in STEPS else _check(answers)


@pages.get("/<partnership>/tell/send")
@open_to_all
def send_from_the_start() -> ResponseReturnValue:
    return redirect(url_for(".start"))


@pages.post("/<partnership>/tell/send")
@open_to_all
@slow_down("tell")
def send() -> ResponseReturnValue:
    """Answers with the five words themselves: they are never in an address."""
    answers = _answers(request.form)
    client_id, wants_answer = answers.pop("client_id"), answers.pop("wants_answer") == "yes"
    try:
        words = here.feedback.submit(client_id, wants_answer=wants_answer, **answers)
    except (NothingSaid, TooManyWords) as refusal:
        answers |= {"client_id": client_id, "wants_answer": "yes" if wants_answer else "no"}
        return _question("words", answers, {"words": refusal.said}), 422
    return render_template("tell/sent.html", words=words.split())


def _answers(form: MultiDict[str, str]) -> dict[str, str]:
    given, _ = load(TellSchema(), form)
    answers = BLANK | {"client_id": uuid4()} | given
    answers["words"] = answers["words"].replace("\r\n", "\n")
    return {name: str(answer) for name, answer in answers.items()}


def _wrong(at: str, answers: dict[str, str]) -> str:
    if at == "words" and len(answers["words"]) > WORDS_LIMIT:
        return TOO_LONG
    return "" if at == "you" or answers[at] else PLEASE[at]


def _after(at: str) -> str:
    if at not in STEPS or request.form.get("changing"):
        return "check"
    return (*STEPS, "check")[STEPS.index(at) + 1]


def _question(at: str, answers: dict[str, str], errors: dict[str, str] | None = None) -> str:
    changing = bool(request.form.get("changing"))
    before = ("", *STEPS)[STEPS.index(at)]
    return render_template(
        f"tell/{at}.html", at=at, answers=answers, errors=errors or {}, asked=ASKED[at],
        steps=STEPS, previous="check" if changing else before, changing=changing,
        limit=WORDS_LIMIT, ages=AGES,
    )  # fmt: skip


def _check(answers: dict[str, str]) -> str:
    return render_template("tell/check.html", answers=answers)
