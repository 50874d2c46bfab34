"""Where the pieces of a Word document go: into chapters, or as sections of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from events.fact import Provenance
from projections.reporting.report_rows import Report
from services.change import Change
from services.reporting.report_section import OWN
from services.reporting.written_text import LONGEST, as_markdown
from web.forms.fields import Options
from web.reporting.chapters import Desk
from web.reporting.word_pieces import MOST, Piece
from web.site.cleaned_text import cleaned
from web.site.tenancy import here

OUT, NEW, INTO, BEFORE = "out", "new", "into:", "before:"


@dataclass(frozen=True)
class Placed:
    """A piece, and where the coordinator wants it."""

    piece: Piece
    where: str


def offered(desk: Desk) -> Options:
    """The places for a piece."""
    into = [(f"{INTO}{each.name}", f"Into “{each.title}”") for each in desk.chapters]
    before = [(f"{BEFORE}{e.name}", f"A new section before “{e.title}”") for e in desk.chapters]
    return [(NEW, "A new section at the end"), (OUT, "Leave it out"), *into, *before]


def guess(piece: Piece, desk: Desk) -> str:
    """The chapter of the same title, else a new section."""
    title = piece.title.casefold()
    same = (each.name for each in desk.chapters if each.title.casefold() == title)
    return next((f"{INTO}{name}" for name in same), NEW)


def sent(form: Mapping[str, str]) -> list[Placed]:
    """The pieces as the page sent them back."""
    return [
        Placed(
            Piece(
                " ".join(cleaned(form.get(f"title-{at}", "")).split())[:200],
                cleaned(form[f"words-{at}"]).replace("\r\n", "\n").strip(),
            ),
            form.get(f"where-{at}", ""),
        )
        for at in range(MOST + 1)
        if f"words-{at}" in form
    ]


def problems(placed: list[Placed], desk: Desk) -> dict[str, str]:
    """What stops them from being saved, beside the field it is about."""
    known = {value for value, _ in offered(desk)}
    found = {}
    for at, each in enumerate(placed):
        if each.where not in known:
            found[f"where-{at}"] = "Choose where this goes."
        elif each.where.startswith((NEW, BEFORE)) and not each.piece.title:
            found[f"title-{at}"] = "Give this section a title, or choose a chapter for it."
        if len(each.piece.words) > LONGEST and each.where != OUT:
            found[f"words-{at}"] = f"This is too long. A part holds at most {LONGEST:,} letters."
    if placed and not found and all(each.where == OUT for each in placed):
        found["where-0"] = "All of it is left out. Choose a place for what should come in."
    return found


def changes(report: Report, provenance: Provenance, placed: list[Placed]) -> Iterator[Change]:
    """All of it as changes of one report: new sections, and what is added to chapters."""
    into: dict[str, list[str]] = {}
    for at, each in enumerate(placed):
        own = replace(provenance, key=f"{provenance.key}{at:03}")
        if each.where.startswith(INTO):
            title = f"# {as_markdown(each.piece.title)}\n\n" if each.piece.title else ""
            into.setdefault(each.where.removeprefix(INTO), []).append(title + each.piece.words)
        elif each.where != OUT:
            yield _new_section(report, own, each)
    for name, words in into.items():
        own = replace(provenance, key=f"{provenance.key}{name}")
        yield _added(report, own, name, words)


def _new_section(report: Report, provenance: Provenance, placed: Placed) -> Change:
    return here.report.add_section.change(
        report.id,
        provenance,
        section=_section_id(report.id, provenance),
        title=placed.piece.title,
        before=placed.where.removeprefix(BEFORE) if placed.where != NEW else "",
        words=placed.piece.words,
    )


def _added(report: Report, provenance: Provenance, name: str, words: list[str]) -> Change:
    part = report.part(name)
    there = part.words if part else ""
    if part and part.markup == "plain":
        there = as_markdown(there)
    return here.report.write_part.change(
        report.id,
        provenance,
        section=name,
        words="\n\n".join(each for each in (there, *words) if each),
        seen=part.version if part else 0,
        markup="markdown",
    )


def _section_id(report: UUID, provenance: Provenance) -> str:
    return f"{OWN}{here.ledger.name_of('report section', str(report), provenance.key).hex[:12]}"
