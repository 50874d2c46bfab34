"""The children's version in another language: its parts, and how far each is translated."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from events.childrens_version.translation import Part as Name
from projections.childrens_version.translations import ChildrensTranslation, Translated
from projections.reporting.report_rows import Report
from web.childrens_version.chapters import TITLES, version_of
from web.childrens_version.english_text import english_of
from web.site.language_names import OTHERS, Language, language_of
from web.site.tenancy import here

OF_A_DOCUMENT = "0"  # of quotations of a document, which are never forgotten
_CHAPTERS: dict[Name, str] = {**TITLES}  # type: ignore[dict-item]
PART_TITLES: dict[Name, str] = {"cover": "The cover", **_CHAPTERS, "help": "Your turn, and help"}


@dataclass(frozen=True)
class Part:
    """``english`` is the text to translate now. ``is_late``: it has changed since."""

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
    """One report's children's version in one language.

    ``seconded_by`` is who outside this service checked it.
    """

    language: Language
    parts: tuple[Part, ...]
    checked: bool
    seconded_by: str = ""

    @property
    def is_whole(self) -> bool:
        return all(part.is_done for part in self.parts)

    @property
    def is_offered(self) -> bool:
        """Whether every part is translated from today's English, and a speaker has checked it."""
        return self.is_whole and self.checked

    @property
    def asked(self) -> frozenset[tuple[Name, str]]:
        return frozenset((part.name, part.of) for part in self.parts)


def renderings(report: Report) -> list[Rendering]:
    """Every language, translated or not."""
    with here.read(ChildrensTranslation) as view:
        known = {row.language: row for row in view.of(report.id)}
    english = english_of(version_of(report)) if known else {}
    return [_rendering(code, english, known.get(code)) for code in OTHERS]


def rendering(report: Report, code: str) -> Rendering:
    with here.read(ChildrensTranslation) as view:
        known = {row.language: row for row in view.of(report.id)}
    return _rendering(code, english_of(version_of(report)), known.get(code))


def offered(report: Report) -> list[Language]:
    """The languages that everybody may read it in."""
    return [each.language for each in renderings(report) if each.parts and each.is_offered]


def quoted_in(report: Report) -> list[UUID]:
    """The messages that the version quotes. Forgetting one of them forgets the translation too."""
    found = (quote.key.split(":") for _, quotes in version_of(report).themes for quote in quotes)
    return [UUID(id) for id, number in found if number != OF_A_DOCUMENT]


def _rendering(code: str, english: dict[Name, str], row: Translated | None) -> Rendering:
    parts = tuple(_part(name, text, row) for name, text in english.items())
    by = row.seconded_by if row else ""
    return Rendering(language_of(code), parts, bool(row and row.checked), by)


def _part(name: Name, text: str, row: Translated | None) -> Part:
    words, was = row.part(name) if row else ("", "")
    of = sha256(text.encode()).hexdigest()
    is_late = bool(words) and was != of
    closed = is_late and name == _QUOTES
    return Part(name, PART_TITLES[name], text, "" if closed else words, of, is_late)


_QUOTES = "said"  # its old words may hold a quotation that is withdrawn, so nobody sees them
