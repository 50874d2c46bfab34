"""The children's version in another language: what is to be translated, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import cast
from uuid import UUID

from events.childrens_version.translation import Part as Name
from projections.childrens_version.translations import ChildrensTranslation, Translated
from projections.reporting.report_rows import Report
from services.reading_age import is_easy_to_read
from web.childrens_version.chapters import TITLES, ChildrensVersionView, version_of
from web.site.language_names import OTHERS, Language, language_of
from web.site.tenancy import here

OF_A_DOCUMENT = "0"  # the number of what a document quotes: nobody can be forgotten with that
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
_CHAPTERS: dict[Name, str] = {**TITLES}  # type: ignore[dict-item]
PART_TITLES: dict[Name, str] = {"cover": "The cover", **_CHAPTERS, "help": "Your turn, and help"}


@dataclass(frozen=True)
class Part:
    """``english`` is what is to be translated now; ``is_late``: the words are of other English."""

    name: Name
    title: str
    english: str
    words: str
    of: str
    is_late: bool

    @property
    def is_done(self) -> bool:
        return bool(self.words) and not self.is_late


@dataclass(frozen=True)
class Rendering:
    """One report's children's version in one language."""

    language: Language
    parts: tuple[Part, ...]
    checked: bool

    @property
    def is_whole(self) -> bool:
        return all(part.is_done for part in self.parts)

    @property
    def is_offered(self) -> bool:
        """Whole, of what the English says now, and checked by a speaker."""
        return self.is_whole and self.checked

    @property
    def asked(self) -> frozenset[tuple[Name, str]]:
        return frozenset((part.name, part.of) for part in self.parts)


def renderings(report: Report) -> list[Rendering]:
    """Every language, whether anything of it is translated or not."""
    with here.read(ChildrensTranslation) as view:
        known = {row.language: row for row in view.of(report.id)}
    english = _english(version_of(report)) if known else {}
    return [_rendering(code, english, known.get(code)) for code in OTHERS]


def rendering(report: Report, code: str) -> Rendering:
    with here.read(ChildrensTranslation) as view:
        known = {row.language: row for row in view.of(report.id)}
    return _rendering(code, _english(version_of(report)), known.get(code))


def offered(report: Report) -> list[Language]:
    """The languages that everybody may read it in."""
    return [each.language for each in renderings(report) if each.parts and each.is_offered]


def quoted_in(report: Report) -> list[UUID]:
    """Which messages are quoted in it, so that a translation is forgotten with any of them."""
    found = (quote.key.split(":") for _, quotes in version_of(report).themes for quote in quotes)
    return [UUID(id) for id, number in found if number != OF_A_DOCUMENT]


def _rendering(code: str, english: dict[Name, str], row: Translated | None) -> Rendering:
    parts = tuple(_part(name, text, row) for name, text in english.items())
    return Rendering(language_of(code), parts, bool(row and row.checked))


def _part(name: Name, text: str, row: Translated | None) -> Part:
    words, was = row.part(name) if row else ("", "")
    of = sha256(text.encode()).hexdigest()
    is_late = bool(words) and was != of
    closed = is_late and name == _QUOTES
    return Part(name, PART_TITLES[name], text, "" if closed else words, of, is_late)


def _english(version: ChildrensVersionView) -> dict[Name, str]:
    """What each part says now, as plain lines; a chapter that is not shown is not asked for."""
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
            decided = made.words if is_easy_to_read(made.words) else ""
            lines += [group.head.heading, decided, f"Why? {made.tag}" if made.tag else ""]
            seen = [each.words for each in group.of("impact") if is_easy_to_read(each.words)]
            lines += [f"What changed: {words}" for words in seen]
    return "\n".join(line for line in lines if line)


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
_QUOTES = "said"  # its old words may hold a quotation that is withdrawn, so nobody is shown them
_BESIDE = ("said", "numbers", "next")  # what stands beside the editors' own words
