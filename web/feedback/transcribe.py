"""Words that came another way: written down for a child, who gets five words for it too."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from events.feedback.feedback import About, AgeBand, Channel, Hand
from events.vocabulary import Feeling
from services.feedback.feedback_state import WORDS_LIMIT
from web.feedback.tell import AGES
from web.forms.commands import Ask, Options
from web.forms.fields import Choice, Form, Words, key_of, load, new_key, provenance, refused
from web.site.authentication import requires
from web.site.tenancy import here

pages = Blueprint("written", __name__)
WAYS = get_args(Channel)[1:]
HANDS = get_args(Hand)[1:]
ABOUT = {
    "home": "Home or family",
    "school": "School",
    "worker": "A worker",
    "health": "Health",
    "police": "Police",
    "place": "A place or area",
    "online": "Online",
    "else": "Something else",
}


class WrittenForm(Form):
    channel = Choice(WAYS, needed="Say how it came.")
    hand = Choice(HANDS, needed="Say whether these are their own words.")
    words = Words(longest=WORDS_LIMIT, needed="Write down what they said.")
    better = Words(longest=WORDS_LIMIT)
    feeling = Choice(get_args(Feeling))
    about = Choice(get_args(About))
    age_band = Choice(get_args(AgeBand))
    wants_answer = Choice(("yes", "no"), needed="Ask them, and say what they want.")


def _named(names: tuple[str, ...], blank: str) -> Options:
    return [("", blank), *((name, ABOUT.get(name, name.capitalize())) for name in names if name)]


ASKS = (
    Ask("channel", "How it came", "radios", options=lambda: [(w, w.capitalize()) for w in WAYS]),
    Ask(
        "hand",
        "How you wrote it down",
        "radios",
        "Only what is word for word can ever be quoted, and only with their yes.",
        options=lambda: [(hand, hand.capitalize()) for hand in HANDS],
    ),
    Ask("words", "What they said", "textarea", "No names. Nobody else's story."),
    Ask("better", "What would make it better, if they said so", "textarea"),
    Ask(
        "feeling",
        "How they feel",
        "select",
        options=lambda: _named(get_args(Feeling), "Not said"),
        blank="",
    ),
    Ask(
        "about",
        "What it is about",
        "select",
        options=lambda: _named(get_args(About), "Not said"),
        blank="",
    ),
    Ask("age_band", "How old they are", "select", options=lambda: AGES[::-1], blank=""),
    Ask(
        "wants_answer",
        "Do they want an answer?",
        "radios",
        options=lambda: [("yes", "Yes, they will come back to read it"), ("no", "No")],
    ),
)


@pages.get("/<partnership>/work/write-down")
@requires("write down")
def page() -> ResponseReturnValue:
    return _form({}, {})


@pages.post("/<partnership>/work/write-down")
@requires("write down")
def record() -> ResponseReturnValue:
    """Shows the five words to be handed over. Sent again, it is the same message and words."""
    given, errors = load(WrittenForm(), request.form)
    key, words = key_of(request.form), ""
    if not errors:
        said = {**given, "wants_answer": given["wants_answer"] == "yes"}
        with refused(errors):
            by = replace(provenance(request.form), key="")  # the five words are made from the key
            words = here.feedback.submit(key, by, **said)
    if errors:
        return _form(request.form.to_dict(), errors), 422
    here.catch_up()
    id: UUID = here.feedback.id_of(key)
    return render_template(
        "feedback/transcribe_sent.html", words=words.split(), receipt=words, id=id
    )


def _form(values: dict[str, str], errors: dict[str, str]) -> str:
    return render_template(
        "feedback/transcribe.html",
        asks=ASKS,
        values=values,
        errors=errors,
        key=values.get("key") or new_key(),
        back=url_for("work.queue"),
    )
