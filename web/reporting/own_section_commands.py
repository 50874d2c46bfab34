"""The forms of a report's own sections, and of the messages that stand first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import request
from marshmallow import ValidationError

from events.fact import Provenance
from services.reporting.report import ReportService
from services.reporting.report_section import LONGEST_MESSAGE, MOST_MESSAGES, OWN
from services.reporting.written_text import LONGEST
from web.forms.command import Command
from web.forms.fields import Form, FormField, Options
from web.forms.text_fields import Line, Lines, Words
from web.reporting.chapters import desk_of
from web.site.tenancy import here

_AT_THE_END = "At the end of the report"


def section_places() -> Options:
    """What a section can stand before, in the report of the address."""
    desk = desk_of((request.view_args or {})["id"])
    chapters = desk.chapters if desk else []
    return [(each.name, f"Before “{each.title}”") for each in chapters]


class SectionPlace(FormField[str]):
    """Where a section stands: before one of the chapters, or empty for the end."""

    kind = "select"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(load_default="", **kwargs)

    def _deserialize(self, value: object, *_: object, **__: object) -> str:
        if value and value not in {name for name, _ in section_places()}:
            raise ValidationError("What this should stand before is gone. Choose another place.")
        return str(value or "")


class SectionForm(Form):
    title = Line(longest=200, needed="Give the section a title.", label="Its title")
    before = SectionPlace(label="Where it stands", options=section_places, blank=_AT_THE_END)
    words = Words(
        longest=LONGEST,
        label="Its words",
        hint="They can be written later, too. Text pasted from Word keeps its lists and tables.",
        rows=12,
    )


class SectionTitleForm(Form):
    title = Line(longest=200, needed="Give the section a title.", label="Its title")


class SectionPlaceForm(Form):
    before = SectionPlace(label="Where it stands", options=section_places, blank=_AT_THE_END)


class TakeSectionOutForm(Form):
    pass


class MessagesForm(Form):
    messages = Lines(
        longest=MOST_MESSAGES * (LONGEST_MESSAGE + 2),
        label="Key messages, one a line",
        hint=(
            f"At most {MOST_MESSAGES}, each of at most {LONGEST_MESSAGE} letters: what a reader "
            "should know who reads nothing else. They stand before all chapters."
        ),
    )


def section_id(id: UUID, provenance: Provenance) -> str:
    """The name of a section that one request makes: the same request makes the same."""
    return f"{OWN}{here.ledger.name_of('report section', str(id), provenance.key).hex[:12]}"


def there_already(id: UUID, title: str) -> str:
    """Words where a section of the partnership's own, or a chapter, has that title."""
    desk = desk_of(id)
    titles = {each.title.casefold(): each.title for each in desk.chapters} if desk else {}
    known = titles.get(title.casefold())
    return f"There is one like it already: “{known}”." if known else ""


def _section() -> str:
    return str((request.view_args or {})["section"])


ADD = Command(
    SectionForm,
    ReportService.add_section,
    title="Add a section of your own",
    done="The section is in the report.",
    help="It stands where you say, and in the contents of the report.",
    button="Add it",
    also={"section": section_id},
    doubt=there_already,
)
COMMANDS = {
    "name": Command(
        SectionTitleForm,
        ReportService.name_section,
        title="Name this section",
        done="The section has its new title.",
        button="Save",
        also={"section": _section},
    ),
    "move": Command(
        SectionPlaceForm,
        ReportService.move_section,
        title="Move this section",
        done="The section stands in its new place.",
        button="Move it",
        also={"section": _section},
    ),
    "out": Command(
        TakeSectionOutForm,
        ReportService.take_out_section,
        title="Take this section out",
        done="The section is not in the report any more. Its words stay on record.",
        help="It leaves the report with its words. The report's history keeps them.",
        button="Take it out",
        kind="danger",
        also={"section": _section},
    ),
}
MESSAGES = Command(
    MessagesForm,
    ReportService.choose_messages,
    title="Choose the key messages",
    done="The key messages stand first in the report.",
    help="They fill half a page at most, before all chapters.",
    button="Save",
)
NO_MESSAGES = replace(MESSAGES, done="No key messages stand in the report.")
