"""What a young person may do with their five words: say more, answer, allow, take back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, get_args
from uuid import UUID

from marshmallow import ValidationError

from events.fact import Provenance
from events.feedback.feedback import Listened
from events.participation.quotation import Use
from projections.feedback.triage_queue import TriageQueue
from services.feedback.feedback import FeedbackService
from services.feedback.feedback_state import AlreadyTakenBack
from services.refusals import AlreadyThere, ToldDifferently
from web.feedback.answer_fields import OwnWords
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form, FormField, Kind
from web.forms.sent import new_key, number_in
from web.site.i18n import N_
from web.site.tenancy import here

_VISITOR = ("young person", "receipt page")
CAME_BACK = Provenance(*_VISITOR, None, "came back")
_RAISED = "It was raised to the top, and nobody had read it when it was taken back."


class Hidden(Choice):
    kind: Kind = "hidden"


class Number(FormField[int]):
    """The number of a quotation. Raises ``ValidationError`` for what is no small number."""

    kind: Kind = "hidden"

    def _deserialize(self, value: Any, attr: Any, data: Any, **_: Any) -> int:
        number = number_in(data, attr)
        if number is None:
            raise ValidationError("Say which words.")
        return number


class MoreForm(Form):
    words = OwnWords()


class HeardForm(Form):
    listened = Hidden(get_args(Listened), needed=N_("Pick one of the three answers."))


class QuoteForm(Form):
    number = Number()
    use = Hidden(get_args(Use), needed="Say where.")
    answer = Hidden(("yes", "no"), needed="Say yes or no.")


class TakeBackForm(Form):
    """A form that asks nothing."""


def has_agreed(id: UUID, number: int, use: Use) -> bool:
    excerpt = here.quotation.recall(id).excerpts.get(number)
    return excerpt is not None and use in excerpt.consents


def _say_if_heard(id: UUID, by: Provenance, *, listened: Listened) -> None:
    """The same answer again changes nothing. Another answer replaces it, from the same page too."""
    with suppress(AlreadyThere):
        here.feedback.say_if_heard(id, replace(by, key=""), listened=listened)


def _answer(id: UUID, by: Provenance, *, number: int, use: Use, answer: str) -> None:
    """Records the answer. A no ends a use even if the page was sent before. A yes does not."""
    say = here.quotation.agree if answer == "yes" else here.quotation.withdraw
    with suppress(AlreadyThere, ToldDifferently):  # a double click, or an old page
        say(id, by, number=number, use=use)
    if answer == "no" and has_agreed(id, number, use):
        with suppress(AlreadyThere):
            here.quotation.withdraw(id, replace(by, key=new_key()), number=number, use=use)


def _take_back(id: UUID, by: Provenance) -> None:
    """Holds a raised message that nobody has read, so that staff read it first."""
    if is_to_be_read(id):
        here.erasure.hold(id, Provenance("Earshot", "taken back", None, "raised"), reason=_RAISED)
    with suppress(AlreadyTakenBack):  # a double click
        here.erasure.take_back(id, by, lambda: here.feedback.taken_back(id, by))


def is_to_be_read(id: UUID) -> bool:
    """Whether staff must read it first: a stranger with the words may take back a cry for help."""
    with here.read(TriageQueue) as queue:
        item = queue.item(id)
    return item is not None and item.raised and item.status == "waiting"


MORE = Command(MoreForm, FeedbackService.say_more, title="Say more", done="", visitor=_VISITOR)
HEARD = Command(HeardForm, _say_if_heard, title="Feel heard", done="", visitor=_VISITOR)
QUOTE = Command(QuoteForm, _answer, title="Show my words", done="", visitor=_VISITOR)
TAKE_BACK = Command(TakeBackForm, _take_back, title="Take it back", done="", visitor=_VISITOR)
