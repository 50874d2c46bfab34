"""Every part of pages in each of its states, for staff. Nothing in it is real."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from services.feedback.word_list import easy_list
from web.childrens_version.chapter_art import PICTURES
from web.drawing.palette import accents, night_palette, palette
from web.inspections.form_questions import hint_of, options_of
from web.reporting.source_notes import SourceNotes
from web.site.permissions import requires
from web.style_guide import entry_samples, form_sample, samples, value_samples

pages = Blueprint("style_guide", __name__)

SECTIONS = (
    "colours",
    "type",
    "pictures",
    "forms",
    "parts",
    "charts",
    "deadlines",
    "audits",
    "keeping",
    "easy",
    "inspections",
    "record",
    "report",
    "voices",
    "work",
)
# The parts of young people's pages.
_YOUNG = ("colours", "type", "pictures", "forms", "parts", "charts", "keeping", "easy", "report")
_LAYOUTS = {"staff": "layouts/work.html", "young": "layouts/public.html"}


@pages.get("/<partnership>/work/style-guide/")
@requires("read decisions")
def page() -> ResponseReturnValue:
    """The style guide as staff see it, or as young people do."""
    look = request.args.get("look", "")
    look = look if look in _LAYOUTS else "staff"
    return render_template(
        "style_guide/page.html",
        look=look,
        layout=_LAYOUTS[look],
        felt=samples.felt(),
        priorities=samples.priorities(),
        sections=_YOUNG if look == "young" else SECTIONS,
        palette=palette(),
        night=night_palette(),
        accents=accents(),
        art=PICTURES,
        creatures=easy_list().words[::86],
        values={"look": look},
        own=form_sample.form(on_its_own_page=True),
        one_of_several=form_sample.form(on_its_own_page=False),
        doubted=form_sample.doubted(),
        report=samples.SampleReport("draft"),
        sample_id=entry_samples.SAMPLE_ID,
        **value_samples.VALUES,
        lines=samples.lines(),
        entry=entry_samples.entry("plain"),
        figure=entry_samples.figure(),
        made_up=entry_samples.made_up(),
        groups=entry_samples.groups(),
        notes=SourceNotes(entry_samples.DOCUMENT),
        own_part=samples.own_part(),
        structure=samples.structure(),
        asked=samples.asked(),
        options_of=options_of,
        hint_of=hint_of,
        inspector=samples.inspector(),
        new_inspector=samples.inspector(is_new=True),
        standings=[samples.SampleReport("being written"), samples.SampleReport("", published=True)],
    )
