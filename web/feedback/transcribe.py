"""Words that came another way: staff write them down, and the child gets five words."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.fact import Provenance
from events.feedback.feedback import About, AgeBand, Channel, Hand
from events.vocabulary import Feeling
from services.feedback.feedback_state import WORDS_LIMIT
from web.feedback.vocabulary import AGES, TOPICS_FOR_STAFF
from web.forms import commands
from web.forms.choices import Choice, YesOrNo
from web.forms.command import Command
from web.forms.fields import Form, Options
from web.forms.form_state import FormState
from web.forms.sent import Errors, key_of
from web.forms.text_fields import Words
from web.site.authentication import who
from web.site.formatting import initial
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("written", __name__)
WAYS = get_args(Channel)[1:]
HANDS = get_args(Hand)[1:]


def _named(names: tuple[str, ...], blank: str) -> Options:
    return [
        ("", blank),
        *((name, TOPICS_FOR_STAFF.get(name, initial(name))) for name in names if name),
    ]


class WrittenForm(Form):
    channel = Choice(WAYS, needed="Say how it came.", label="How it came")
    hand = Choice(
        HANDS,
        needed="Say whether these are their own words.",
        label="How you wrote it down",
        hint="Only what is word for word can ever be quoted, and only with their yes.",
    )
    words = Words(
        longest=WORDS_LIMIT,
        needed="Write down what they said.",
        label="What they said",
        hint="No names. Nobody else's story.",
    )
    better = Words(longest=WORDS_LIMIT, label="What would make it better, if they said so")
    feeling = Choice(
        get_args(Feeling),
        label="How they feel",
        kind="select",
        options=lambda: _named(get_args(Feeling), "Not said"),
        blank="",
    )
    about = Choice(
        get_args(About),
        label="What it is about",
        kind="select",
        options=lambda: _named(get_args(About), "Not said"),
        blank="",
    )
    age_band = Choice(
        get_args(AgeBand),
        label="How old they are",
        kind="select",
        options=lambda: AGES[::-1],
        blank="",
    )
    wants_answer = YesOrNo(
        yes="Yes, they will come back to read it",
        no="No",
        needed="Ask them, and say what they want.",
        label="Do they want an answer?",
    )


def _submit(
    provenance: Provenance,
    *,
    channel: Channel,
    hand: Hand,
    words: str,
    better: str,
    feeling: Feeling,
    about: About,
    age_band: AgeBand,
    wants_answer: bool,
) -> str:
    """Records the message. The five words are made from its key, so no fact needs to hold them."""
    return here.feedback.submit(
        provenance.key,
        replace(provenance, key=""),
        channel=channel,
        hand=hand,
        words=words,
        better=better,
        feeling=feeling,
        about=about,
        age_band=age_band,
        wants_answer=wants_answer,
    )


WRITE_DOWN = Command(
    WrittenForm,
    _submit,
    title="Write down what a child said",
    done="",
    help=(
        "In a meeting, on the phone, in a group, on paper. It goes into the queue like any other "
        "message, with you as the one who wrote it down. They get five words of their own, so that "
        "they can come back and read what was decided. Is a child at risk? Tell those who must act "
        "first."
    ),
)


@pages.route("/<partnership>/work/write-down", methods=["GET", "POST"])
@requires("write down")
def page() -> ResponseReturnValue:
    """Shows the five words to hand over. The same form sent twice is the same message."""
    if request.method != "POST":
        return _form({}, {})
    key = key_of(request.form)
    has_come = here.feedback.has_come(key, by=str(who.id))
    words, errors = WRITE_DOWN.outcome(here.partnership.id)
    if errors and not has_come:
        return _form(request.form.to_dict(), errors), 422
    here.catch_up()
    receipt = here.feedback.receipt_of(key) if errors else str(words)
    typed = [request.form.get(name, "") for name in ("words", "better")]
    return render_template(
        "feedback/transcribe_sent.html",
        words=receipt.split(),
        receipt=receipt,
        id=here.feedback.id_of(key),
        unsaid=here.feedback.unsaid(key, typed) if errors else [],
    )


def _form(values: dict[str, str], errors: Errors) -> str:
    state = FormState(WRITE_DOWN, back=url_for("work.queue"), values=values, errors=errors)
    return commands.draw(state, "feedback/transcribe.html")
