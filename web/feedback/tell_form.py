"""A young person's answers so far. Each page carries them to the next, and nothing stores them."""

from __future__ import annotations

from typing import Any, get_args
from uuid import uuid4

from marshmallow import EXCLUDE, Schema, fields, validate
from werkzeug.datastructures import MultiDict

from events.feedback.feedback import About, AgeBand
from events.vocabulary import Feeling
from projections.participation.posters import Posters
from web.feedback.bot_check import checked_token
from web.forms.sent import load
from web.forms.text_fields import cleaned
from web.site.tenancy import here

BLANK = {
    "feeling": "",
    "about": "",
    "words": "",
    "better": "",
    "age_band": "",
    "wants_answer": "yes",
    "asks_help": "",
    "token": "",
    "place": "",
}


class TellSchema(Schema):
    """A young person's answers. One that makes no sense counts as no answer."""

    class Meta:
        unknown = EXCLUDE

    client_id = fields.UUID()
    feeling = fields.String(validate=validate.OneOf(get_args(Feeling)))
    about = fields.String(validate=validate.OneOf(get_args(About)))
    words = fields.String()
    better = fields.String()
    asks_help = fields.String(validate=validate.OneOf(("", "yes")))
    token = fields.String()
    place = fields.String(validate=validate.Regexp(r"^([a-z2-7]{8})?$"))
    age_band = fields.String(validate=validate.OneOf(get_args(AgeBand)))
    wants_answer = fields.String(validate=validate.OneOf(("yes", "no")))


_TELL = TellSchema()


def answers_of(form: MultiDict[str, str]) -> dict[str, str]:
    given, _ = load(_TELL, form)
    answers: dict[str, Any] = BLANK | {"client_id": uuid4()} | given
    if form.get("without") == "place" or not place_of(answers["place"]):
        answers["place"] = ""
    answers["token"] = checked_token(str(answers["client_id"]), answers["token"])
    for name in ("words", "better"):
        answers[name] = cleaned(answers[name])
    return {name: str(answer) for name, answer in answers.items()}


def place_of(code: str) -> str:
    """The name of the place whose poster led here. Empty if no poster did."""
    if not code:
        return ""
    with here.read(Posters) as view:
        found = view.by_code(code)
    return found.place if found else ""
