"""What is recorded of a youth inspector: what they learned, the time they gave, standing down."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from events.fact import Provenance
from projections.inspections.inspectors import Given, Inspector, Inspectors
from web.forms.acting import Given as Said
from web.forms.commands import Ask, Deed
from web.forms.durations import Hours
from web.forms.fields import Day, Form, Line, Words
from web.forms.figures import DAY_HINT
from web.site.tenancy import here

_OFF = "off-"
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


class OffForm(Form):
    why = Line(longest=500, needed="Say what was wrong with it.")


class StandDownForm(Form):
    why = Line(longest=500)


def _train(id: UUID, provenance: Provenance, given: Said) -> object:
    skills = tuple(line.strip() for line in given["skills"].splitlines() if line.strip())
    return here.inspector.train(
        id,
        replace(provenance, effective_on=given["on"]),
        training=given["training"],
        minutes=given["minutes"],
        skills=skills,
    )


def _help(id: UUID, provenance: Provenance, given: Said) -> object:
    then = replace(provenance, effective_on=given["on"])
    return here.inspector.help_out(id, then, what=given["what"], minutes=given["minutes"])


def _stand_down(id: UUID, provenance: Provenance, given: Said) -> object:
    changes = [here.inspector.stand_down.change(id, provenance, **given)]
    with here.read(Inspectors) as view:
        found = view.inspectors.get(id)
    if found and here.access.recall(found.access).role == "inspector":
        why = "stood down as a youth inspector"
        changes.append(here.access.end.change(found.access, provenance, why=why))
    return here.ledger.change_as_one(*changes)


ABOUT = {
    "train": Deed(
        TrainForm(),
        _train,
        "The training is recorded.",
        "Record a training",
        (
            Ask("training", "Training"),
            Ask("on", "Which day", hint=_DAY),
            Ask("minutes", "How many hours", hint=_HOURS),
            Ask(
                "skills",
                "Skills that it taught, one a line",
                "textarea",
                "They stand on the certificate.",
            ),
        ),
    ),
    "help": Deed(
        HelpForm(),
        _help,
        "The hours are recorded.",
        "Record hours of other help",
        (
            Ask("what", "What they helped with"),
            Ask("on", "Which day", hint=_DAY),
            Ask("minutes", "How many hours", hint=_HOURS),
        ),
        "Visits that they sent in themselves are counted already. This is for going along with "
        "others, for meetings, for training others.",
    ),
    "stand-down": Deed(
        StandDownForm(),
        _stand_down,
        "They have stood down.",
        "Stand down",
        (Ask("why", "Why, if they want to say"),),
        "They can no longer sign in. Their visits stay in the record.",
        "Stand down",
    ),
}


def entry_name(entry: int) -> str:
    """What stands in the address of taking an entry off."""
    return f"{_OFF}{entry}"


def about(inspector: Inspector) -> dict[str, Deed]:
    """All that can be done about an inspector: each training and help may be taken off."""
    entries = {each.entry: each for each in inspector.given if each.entry}
    return ABOUT | {entry_name(entry): _taking_off(each) for entry, each in entries.items()}


def _taking_off(given: Given) -> Deed:
    def off(id: UUID, provenance: Provenance, said: Said) -> object:
        return here.inspector.take_off(id, provenance, entry=given.entry, **said)

    return Deed(
        OffForm(),
        off,
        "It is taken off. The record keeps that it was there, and why it went.",
        f"Take off: {given.what}",
        (Ask("why", "What was wrong with it"),),
        "For what was written down wrongly. It leaves their record and their certificate.",
        "Take it off",
    )
