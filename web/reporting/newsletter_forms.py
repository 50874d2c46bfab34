"""The forms of a newsletter."""

from __future__ import annotations

from flask import request, url_for

from projections.reporting.newsletter_draft import SECTIONS
from projections.reporting.newsletter_rows import Newsletter
from projections.reporting.newsletters import Newsletters
from web.forms.choices import Choice, Several
from web.forms.day_fields import Day
from web.forms.fields import Form, Options
from web.forms.figures import DAY_HINT, Whole
from web.forms.text_fields import Line, Words
from web.site.tenancy import here

_LONGEST_WORDS = 60


def _paragraphs() -> Options:
    """The paragraphs of the newsletter of this page."""
    with here.read(Newsletters) as view:
        found = view.newsletter((request.view_args or {})["id"])
    return [(each.paragraph, short_words(each.words)) for each in (found.passages if found else ())]


def _standing() -> Options:
    with here.read(Newsletters) as view:
        found = view.newsletter((request.view_args or {})["id"])
    passages = [each for each in found.passages if not each.left_out] if found else []
    return [(each.paragraph, f"{each.section}: {short_words(each.words)}") for each in passages]


class DraftNewsletterForm(Form):
    title = Line(longest=200, needed="Give the newsletter a title.", label="Title")
    since = Day(
        needed="Say from which day on.", past=True, label="What happened from", hint=DAY_HINT
    )
    until = Day(needed="Say up to which day.", past=True, label="Up to", hint=DAY_HINT)


class EditForm(Form):
    paragraph = Line(
        longest=100, needed="Choose a paragraph.", label="Which paragraph", options=_paragraphs
    )
    words = Words(
        longest=3000, needed="Write the paragraph, or leave it out instead.", label="Its words"
    )


class LeaveOutParagraphForm(Form):
    paragraph = Line(
        longest=100, needed="Choose a paragraph.", label="Which paragraph", options=_paragraphs
    )


class ChooseForm(Form):
    keep = Several(label="What stays in", options=_standing)


class AddParagraphForm(Form):
    section = Choice(
        SECTIONS, needed="Say under which heading.", label="Under which heading", kind="select"
    )
    words = Words(longest=3000, needed="Write the paragraph.", label="Its words")


class PublishNewsletterForm(Form):
    number = Whole(needed="Give the edition its number.", label="Edition number")
    published_on = Day(
        needed="Say on which day it is published.", past=True, label="Day", hint=DAY_HINT
    )


class WithdrawNewsletterForm(Form):
    why = Words(longest=1000, needed="Say why, for those who have read it.", label="Why")


def of_page(letter: Newsletter) -> str:
    """The address where staff read the newsletter."""
    return url_for("newsletters.newsletter", id=letter.id)


def short_words(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else f"{words[:_LONGEST_WORDS].rstrip()} …"
