"""The page "Open to young people": what is in place, and opening or closing."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from projections.governance.partnership_card import PartnershipCard
from projections.record.timeline import Timeline
from services.governance.opening import OpeningService
from web.forms import commands
from web.forms.command import Command
from web.forms.day_fields import Day
from web.forms.fields import Form
from web.forms.form_state import FormState, Sent
from web.forms.text_fields import Words
from web.governance.opening_checklist import Point, checklist
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("opening", __name__)


class OpenToYoungPeopleForm(Form):
    """A form that asks nothing: what is in place is read from the record."""


class CloseForm(Form):
    why = Words(
        longest=300,
        needed="Say why, in words a child understands.",
        label="What young people read",
        hint="Such as: We are on holiday. We are back in January.",
        measured=True,
    )
    until = Day(label="Until", hint="The day on which you plan to open again. You open it by hand.")


def _checked() -> tuple[str, ...]:
    return tuple(f"{point.what}: {point.how}" for point in checklist())


def _missing() -> tuple[str, ...]:
    return tuple(point.what for point in checklist() if not point.is_there)


COMMANDS = {
    "open": Command(
        OpenToYoungPeopleForm,
        OpeningService.open_to_young_people,
        title="Open to young people",
        done="Young people may tell you something now.",
        help="From now on young people may write to you, and you promise to read it.",
        button="Open to young people",
        also={"checked": _checked, "missing": _missing},
    ),
    "close": Command(
        CloseForm,
        OpeningService.close,
        title="Close for a while",
        done="The pages say that you are closed. Who has five words may still come back.",
        help="Their pages then say that you are closed, and show the help lines.",
        button="Close",
        kind="danger",
    ),
}


@pages.get("/<partnership>/work/opening/")
@requires("read governance")
def page() -> ResponseReturnValue:
    return _page(here.opening.id, Sent())


@pages.post("/<partnership>/work/opening/<name>")
@requires("keep governance")
def handle(name: str) -> ResponseReturnValue:
    command = commands.named(COMMANDS, name)
    return commands.handle(command, name, here.opening.id, url_for(".page"), _page)


def _page(id: UUID, sent: Sent) -> str:
    points = checklist()
    with here.read(PartnershipCard) as view:
        card = view.card()  # read now: the one of the page may be two seconds old
    is_open = card is not None and card.is_open
    with here.read(Timeline) as history:
        lines = history.of(id)
    return render_template(
        "governance/opening.html",
        points=points,
        missing=[point for point in points if not point.is_there],
        lines=lines,
        errors=sent.errors,
        is_open=is_open,
        form=_form(points, sent, is_open=is_open),
    )


def _form(points: list[Point], sent: Sent, *, is_open: bool) -> FormState | None:
    """Opening, once nothing is missing; closing, where it is open."""
    name = "close" if is_open else "open"
    if name == "open" and not all(point.is_there for point in points):
        return None
    return sent.form(name, COMMANDS[name], url_for(".handle", name=name))
