"""The English text of a children's version, part by part, for translators."""

from __future__ import annotations

from typing import cast, get_args

from events.childrens_version.translation import Part as Name
from events.vocabulary import Outcome
from services.reading_age import is_easy_to_read
from web.childrens_version.grounds import Ground
from web.childrens_version.version_view import ChildrensVersionView

WHO_WE_ARE = (
    "Many grown-ups work as one team to keep children safe here. They come from the council, from "
    "health and from the police. Each year they must say what they did. This is what they did, "
    "told for you."
)
COVER = "Our year\nThe children's report."
HELP = (
    "Your turn\nDid we miss something? Tell us. You do not have to say who you are.\n"
    "Need help now?\nIn danger right now? Call 999.\n"
    "Want to talk? Childline is free, day and night. Call 0800 1111."
)


_LEADS = tuple(f"{outcome.capitalize()}: " for outcome in get_args(Outcome))


def is_easy_decision(words: str) -> bool:
    """Whether children can read what was decided: its outcome before it makes it no easier."""
    lead = next((lead for lead in _LEADS if words.startswith(lead)), "")
    return is_easy_to_read(words.removeprefix(lead))


def english_of(version: ChildrensVersionView) -> dict[Name, str]:
    """The words of each part as plain lines. A chapter that is not shown has no part."""
    found: dict[Name, str] = {"cover": COVER}
    for chapter in version.chapters:
        drawn = _DRAWN[chapter.name](version) if chapter.name in _DRAWN else ""
        lines = [chapter.title, chapter.words or drawn]
        if chapter.words and chapter.name in _BESIDE:
            lines.append(drawn)
        found[cast(Name, chapter.name)] = "\n".join(line for line in lines if line)
    return {**found, "help": HELP}


def _said(version: ChildrensVersionView) -> str:
    lines = [f"{version.told_us} told us something here."] if version.told_us else []
    for theme, quotes in version.themes:
        lines += [theme, *(f"“{quote.words}” {quote.who}" for quote in quotes)]
    return "\n".join(lines)


def _did(version: ChildrensVersionView) -> str:
    lines = []
    for group in version.did:
        for made in group.of("made"):
            decided = made.words if is_easy_decision(made.words) else ""
            lines += [group.head.heading, decided, f"Why? {made.tag}" if made.tag else ""]
            lines += [_ground(each) for each in version.grounds.get(group.head.key, ())]
            seen = [each.tag for each in group.of("impact") if is_easy_to_read(each.tag)]
            lines += [f"What changed: {words}" for words in seen]
    return "\n".join(line for line in lines if line)


def _ground(ground: Ground) -> str:
    match ground.kind:
        case "quote":
            return f"You said: “{ground.words}”"
        case "paraphrase":
            return f"You told us: {ground.words}"
        case "visit":
            return f"Young people went to see: {ground.words}"


def _numbers(version: ChildrensVersionView) -> str:
    return "\n".join(f"{each.value} {each.heading}" for each in version.numbers)


def _next(version: ChildrensVersionView) -> str:
    return "\n".join(str(aim.heading or aim.words) for aim in version.aims)


_DRAWN = {
    "hello": lambda version: WHO_WE_ARE,
    "said": _said,
    "did": _did,
    "numbers": _numbers,
    "next": _next,
}
_BESIDE = ("said", "numbers", "next")  # their drawn text is shown beside the editors' own words
