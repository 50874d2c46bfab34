"""What is recorded of a youth inspector: training, time given, standing down."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import request

from events.fact import Provenance
from projections.inspections.inspectors import Inspector, Inspectors
from services.inspections.inspector import InspectorService
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.durations import Hours
from web.forms.fields import Form
from web.forms.figures import DAY_HINT
from web.forms.text_fields import Line, Lines
from web.site.tenancy import here

_OFF = "off-"
_HOURS = "Such as 2 or 1.5."
_DAY = f"{DAY_HINT} Today, if you leave it empty."


class TrainForm(Form):
    training = Line(longest=200, needed="Say which training it was.", label="Training")
    on = Day(past=True, label="Which day", hint=_DAY)
    minutes = Hours(label="How many hours", hint=_HOURS)
    skills = Lines(
        longest=1000,
        label="Skills that it taught, one a line",
        hint="They stand on the certificate.",
    )


class HelpForm(Form):
    what = Line(longest=200, needed="Say what they helped with.", label="What they helped with")
    on = Day(past=True, label="Which day", hint=_DAY)
    minutes = Hours(label="How many hours", hint=_HOURS)


class OffForm(Form):
    why = Line(
        longest=500,
        needed="Say what was wrong with it.",
        label="What was wrong with it",
    )


class StandDownForm(Form):
    why = Line(longest=500, label="Why, if they want to say")


def _stand_down(id: UUID, provenance: Provenance, *, why: str) -> object:
    done = here.inspector.stand_down(id, provenance, why=why)
    with here.read(Inspectors) as view:
        found = view.inspectors.get(id)
    if found and here.access.recall(found.access).role == "inspector":
        here.access.end(found.access, provenance, why="stood down as a youth inspector")
    return done


def _entry() -> int:
    """The entry that the address names."""
    return int(str((request.view_args or {})["name"]).removeprefix(_OFF))


ABOUT = {
    "train": Command(
        TrainForm,
        InspectorService.train,
        title="Record a training",
        done="The training is recorded.",
        day="on",
    ),
    "help": Command(
        HelpForm,
        InspectorService.help_out,
        title="Record hours of other help",
        done="The hours are recorded.",
        help=(
            "Visits that they sent in themselves are counted already. This is for going along "
            "with others, for meetings, for training others."
        ),
        day="on",
    ),
    "stand-down": Command(
        StandDownForm,
        _stand_down,
        title="Stand down",
        done="They have stood down.",
        help="They can no longer sign in. Their visits stay in the record.",
        button="Stand down",
    ),
}


TAKE_OFF = Command(
    OffForm,
    InspectorService.take_off,
    title="Take off",
    done="It is taken off. The record keeps that it was there, and why it went.",
    help="For what was written down wrongly. It leaves their record and their certificate.",
    button="Take it off",
    also={"entry": _entry},
)


def entry_name(entry: int) -> str:
    """The last part of the address that takes an entry off."""
    return f"{_OFF}{entry}"


def about(inspector: Inspector) -> dict[str, Command]:
    """The commands about an inspector. Each training and each help has one to take it off."""
    entries = {each.entry: each for each in inspector.given if each.entry}
    return ABOUT | {
        entry_name(entry): replace(TAKE_OFF, title=f"Take off: {each.what}")
        for entry, each in entries.items()
    }
