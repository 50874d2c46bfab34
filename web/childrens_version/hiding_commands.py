"""Hiding a chapter of the children's version that should not be read, and showing it again."""

from __future__ import annotations

from typing import get_args
from uuid import UUID

from flask import request

from events.childrens_version.editing import Chapter
from events.fact import Provenance
from projections.childrens_version.edited_rows import EditedChapter
from web.childrens_version.chapters import TITLES, edited_of
from web.childrens_version.young_editor_commands import report_of
from web.forms.acting import Given
from web.forms.commands import Ask, Deed, Options
from web.forms.fields import Choice, Form, Words
from web.site.tenancy import here

CHAPTERS = get_args(Chapter)


class HideForm(Form):
    chapter = Choice(CHAPTERS, needed="Choose a chapter.")
    why = Words(longest=1000, needed="Say why it is hidden. The young editors read this.")


class ShowForm(Form):
    chapter = Choice(CHAPTERS, needed="Choose a chapter.")


def written_in(id: UUID) -> list[EditedChapter]:
    """The chapters in which somebody's words are, hidden or not."""
    return [part for part in edited_of(report_of(id)).parts if part.words or part.hidden]


def _offered(*, hidden: bool) -> Options:
    id = UUID(str((request.view_args or {})["id"]))
    parts = [part for part in written_in(id) if part.hidden == hidden]
    return [(part.chapter, f"{TITLES[part.chapter]}: {part.words[:200]}") for part in parts]


def _hide(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.childrens_version.hide(id, provenance, **given)


def _show(id: UUID, provenance: Provenance, given: Given) -> object:
    return here.childrens_version.show(id, provenance, **given)


HIDING = {
    "hide": Deed(
        HideForm(),
        _hide,
        "It is hidden. What the record says stands there now.",
        "Hide the words of a chapter",
        (
            Ask("chapter", "Which chapter", "radios", options=lambda: _offered(hidden=False)),
            Ask("why", "Why", "textarea", "The young editors read this. Do not repeat the words."),
        ),
        "Nobody can read them at once, also where the report is published. Nothing is reworded: "
        "what the record says of it stands there, or nothing. You can show them again.",
        "Hide them",
    ),
    "show": Deed(
        ShowForm(),
        _show,
        "The words of the chapter are shown again.",
        "Show a hidden chapter again",
        (Ask("chapter", "Which chapter", "radios", options=lambda: _offered(hidden=True)),),
        "The same words as before stand there again.",
        "Show them",
    ),
}
