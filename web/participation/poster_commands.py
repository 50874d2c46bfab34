"""Making a poster, and taking it down."""

from __future__ import annotations

from services.participation.poster import PosterService
from web.forms.command import Command
from web.forms.fields import Form
from web.forms.text_fields import Line, Words


class PosterForm(Form):
    place = Line(
        longest=80,
        needed="Say which place it is for.",
        label="For which place",
        hint="A service or a building. Never somebody's home.",
    )


class DownForm(Form):
    why = Words(longest=500, needed="Say why.", label="Why")


NEW = {
    "new": Command(
        PosterForm,
        PosterService.make,
        title="Make a poster",
        done="The poster is ready to print.",
        help="Young people see the name of the place before they send.",
        button="Make it",
    ),
}
DOWN = Command(
    DownForm,
    PosterService.take_down,
    title="Take a poster down",
    done="It is taken down. Its address still leads here, without a place.",
    button="Take it down",
)
COMMANDS = {"down": DOWN}
