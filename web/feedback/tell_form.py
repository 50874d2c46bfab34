"""A young person's answers so far. Each page carries them to the next, and nothing stores them.

They are no ``Command``: four pages draw parts of one form, an answer that makes no sense counts as
none instead of being refused, and the one that is sent is answered with five words.
"""

from __future__ import annotations

from typing import get_args

from werkzeug.datastructures import MultiDict

from events.feedback.feedback import About, AgeBand
from events.vocabulary import Feeling
from projections.participation.posters import Posters
from web.feedback.answer_fields import ClientId, OwnWords, Pick
from web.feedback.bot_check import signed
from web.forms.fields import Form
from web.forms.sent import load
from web.site.tenancy import here


class TellForm(Form):
    client_id = ClientId()
    feeling = Pick(get_args(Feeling))
    about = Pick(get_args(About))
    words = OwnWords(as_typed=True)
    better = OwnWords(as_typed=True)
    asks_help = Pick(("yes",))
    token = OwnWords()
    place = OwnWords()
    age_band = Pick(get_args(AgeBand))
    wants_answer = Pick(("yes", "no"), instead="yes")


_TELL = TellForm()


def answers_of(form: MultiDict[str, str]) -> dict[str, str]:
    answers, _ = load(_TELL, form)
    if form.get("without") == "place" or not place_of(answers["place"]):
        answers["place"] = ""
    return signed(answers)


def place_of(code: str) -> str:
    """The name of the place whose poster led here. Empty if no poster did."""
    if not code:
        return ""
    with here.read(Posters) as view:
        found = view.by_code(code)
    return found.place if found else ""
