"""Hiding a chapter of the children's version that should not be read, and showing it again."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import request

from events.childrens_version.editing import Chapter
from projections.childrens_version.edited_rows import EditedChapter
from services.childrens_version.childrens_version import ChildrensVersionService
from web.childrens_version.chapters import TITLES, edited_of
from web.childrens_version.young_editor_forms import report_of
from web.forms.choices import Choice
from web.forms.command import Command
from web.forms.fields import Form, Options
from web.forms.text_fields import Words

CHAPTERS = get_args(Chapter)


def _offered(*, hidden: bool) -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    parts = [part for part in written_in(id) if part.hidden == hidden]
    return [(part.chapter, f"{TITLES[part.chapter]}: {part.words[:200]}") for part in parts]


class HideForm(Form):
    chapter = Choice(
        CHAPTERS,
        needed="Choose a chapter.",
        label="Which chapter",
        options=lambda: _offered(hidden=False),
    )
    why = Words(
        longest=1000,
        needed="Say why it is hidden. The young editors read this.",
        label="Why",
        hint="The young editors read this. Do not repeat the words.",
    )


class ShowForm(Form):
    chapter = Choice(
        CHAPTERS,
        needed="Choose a chapter.",
        label="Which chapter",
        options=lambda: _offered(hidden=True),
    )


def written_in(id: UUID) -> list[EditedChapter]:
    """The chapters that hold somebody's own words, hidden or not."""
    return [part for part in edited_of(report_of(id)).parts if part.words or part.hidden]


HIDING = {
    "hide": Command(
        HideForm,
        ChildrensVersionService.hide,
        title="Hide the words of a chapter",
        done="It is hidden. What the record says stands there now.",
        help=(
            "Nobody can read them at once, also where the report is published. Nothing is "
            "reworded: what the record says of it stands there, or nothing. You can show them "
            "again."
        ),
        button="Hide them",
    ),
    "show": Command(
        ShowForm,
        ChildrensVersionService.show,
        title="Show a hidden chapter again",
        done="The words of the chapter are shown again.",
        help="The same words as before stand there again.",
        button="Show them",
    ),
}
