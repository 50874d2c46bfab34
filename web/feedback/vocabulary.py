"""The words for what young people tell us: feelings, topics and ages, in the form's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from web.site.i18n import N_, spoken, spoken_of

FEELINGS = {
    "happy": N_("Happy"),
    "ok": N_("OK"),
    "mixed": N_("Mixed up"),
    "worried": N_("Worried"),
    "sad": N_("Sad"),
    "angry": N_("Angry"),
}
NO_FEELING = N_("No face picked")
TOPICS = {
    "home": N_("Home or family"),
    "school": N_("School"),
    "worker": N_("My worker"),
    "health": N_("Health"),
    "police": N_("Police"),
    "place": N_("My area"),
    "online": N_("Online"),
    "else": N_("Something else"),
}
NO_TOPIC = N_("Not said")
AGES = [
    ("under 10", N_("Under 10")),
    ("10 to 12", N_("10 to 12")),
    ("13 to 15", N_("13 to 15")),
    ("16 to 17", N_("16 to 17")),
    ("18 or over", N_("18 or over")),
    ("", N_("I would rather not say")),
]
SAFE_NOW = [
    ("yes", N_("Yes")),
    ("no", N_("No")),
    ("not sure", N_("I am not sure")),
    ("", N_("I would rather not say")),
]
# Staff write about a child, so "my worker" and "my area" would be wrong here.
TOPICS_FOR_STAFF = {**TOPICS, "worker": "A worker", "place": "A place or area"}
# The page that counts feedback by topic uses shorter words. They may replace the ones above.
TOPICS_COUNTED = {
    **TOPICS_FOR_STAFF,
    "home": "Home",
    "school": "School or college",
    "place": "A place",
    "": "Did not say",
}
_FACE_COLOURS = ("sun", "mint", "peach", "lilac", "sky", "fog")
_TOPIC_COLOURS = ("sun", "sky", "mint", "peach", "lilac", "mint", "sky", "fog")
Picture = tuple[str, str, str]


def feelings_spoken() -> list[Picture]:
    """Each feeling with its words in the language of the page, and its colour."""
    return _coloured(FEELINGS, _FACE_COLOURS)


def topics_spoken() -> list[Picture]:
    return _coloured(TOPICS, _TOPIC_COLOURS)


def feeling_names_spoken() -> dict[str, str]:
    return {"": spoken(NO_FEELING), **spoken_of(FEELINGS)}


def topic_names_spoken() -> dict[str, str]:
    return {"": spoken(NO_TOPIC), **spoken_of(TOPICS)}


def _coloured(words: Mapping[str, str], colours: Sequence[str]) -> list[Picture]:
    found = zip(spoken_of(words).items(), colours, strict=True)
    return [(name, said, colour) for (name, said), colour in found]
