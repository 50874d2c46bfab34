"""What is recorded of a youth inspector: what they learned, the time they gave, standing down."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Told
from projections.inspector_record import InspectorRecord
from web.acting import Given
from web.asking import Ask, Deed
from web.forms import Day, Form, Line, Words
from web.here import here
from web.hours import Hours
from web.stated import DAY_HINT

_HOURS = "Such as 2 or 1.5."
_DAY = f"{DAY_HINT} Today, if you leave it empty."


class TrainForm(Form):
    training = Line(longest=200, needed="Say which training it was.")
    on = Day(past=True)
    minutes = Hours()
    skills = Words(longest=1000)


class HelpForm(Form):
    what = Line(longest=200, needed="Say what they helped with.")
    on = Day(past=True)
    minutes = Hours()


class StandDownForm(Form):
    why = Line(longest=500)


def _train(id: UUID, told: Told, given: Given) -> object:
    skills = tuple(line.strip() for line in given["skills"].splitlines() if line.strip())
    return here.inspectors.train(
        id, replace(told, effective_on=given["on"]), training=given["training"],
        minutes=given["minutes"], skills=skills,
    )  # fmt: skip


def _help(id: UUID, told: Told, given: Given) -> object:
    then = replace(told, effective_on=given["on"])
    return here.inspectors.help_out(id, then, what=given["what"], minutes=given["minutes"])


def _stand_down(id: UUID, told: Told, given: Given) -> object:
    done = here.inspectors.stand_down(id, told, **given)
    with here.read(InspectorRecord) as view:
        access = next(each.access for each in view.all() if each.id == id)
    if here.access.recall(access).role == "inspector":
        here.access.end(access, told, why="stood down as a youth inspector")
    return done


ABOUT = {
    "train": Deed(
        TrainForm(), _train, "The training is recorded.", "Record a training",
        (Ask("training", "Training"), Ask("on", "Which day", hint=_DAY),
         Ask("minutes", "How many hours", hint=_HOURS),
         Ask("skills", "Skills that it taught, one a line", "textarea",
             "They stand on the certificate.")),
    ),
    "help": Deed(
        HelpForm(), _help, "The hours are recorded.", "Record hours of other help",
        (Ask("what", "What they helped with"), Ask("on", "Which day", hint=_DAY),
         Ask("minutes", "How many hours", hint=_HOURS)),
        "Visits that they sent in themselves are counted already. This is for going along with "
        "others, for meetings, for training others.",
    ),
    "stand-down": Deed(
        StandDownForm(), _stand_down, "They have stood down.", "Stand down",
        (Ask("why", "Why, if they want to say"),),
        "They can no longer sign in. Their visits stay in the record.", "Stand down",
    ),
}  # fmt: skip
