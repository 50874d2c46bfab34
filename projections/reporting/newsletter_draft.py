"""A newsletter drafted from the facts of some days: one paragraph per fact, under headings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from events.period import PartialDate
from events.reporting.newsletter import Paragraph
from projections.reporting.entries import TAKEN_OFF, WITHDRAWN_FIGURE, Entry

DECIDED = "What was discussed and decided"
GROUPS = "What the sub-groups are doing"
TO_COME = "Dates to come"
SECTIONS = (
    DECIDED,
    GROUPS,
    "What children said",
    "Learning",
    "Training",
    "Figures",
    "Work",
    TO_COME,
)
_SECTION = {
    "decisions": DECIDED,
    "meetings": DECIDED,
    "children": "What children said",
    "reviews": "Learning",
    "audits": "Learning",
    "scrutiny": "Learning",
    "inspections": "Learning",
    "training": "Training",
    "figures": "Figures",
    "work": "Work",
    "next": TO_COME,
}
# Steps of single cases and disagreements are nobody's news: few are counted, and one may be known.
_UNTOLD = frozenset(
    {
        "rests on",
        "priority",
        "rating",
        "rating agreed",
        "challenge",
        "correction",
        "asked",
        "used",
        "development area",
        "step",
        "disagreement",
        "disagreement resolved",
        "question",
        "answer",
        "withdrawn",
    }
)
_AHEAD = frozenset({"next", "training"})

_AT = {"charging": "From {day}", "provider ends": "Ends on {day}", "course": ""}


def drafted(
    entries: Iterable[Entry], since: PartialDate, until: PartialDate, told: Collection[str]
) -> tuple[Paragraph, ...]:
    """The paragraphs in order; what an earlier edition has ``told`` is not told again.

    What a document states without a day belongs where something else of that document does.
    """
    rows = list(entries)
    taken_off = {row.subject for row in rows if row.kind in (TAKEN_OFF, WITHDRAWN_FIGURE)}
    newest = {row.subject: row.key for row in rows if row.section == "figures"}
    made_up = {row.subject for row in rows if row.demo}
    documents = {row.document for row in rows if row.document and _is_of(row, since, until)}
    found = [
        Paragraph(row.key, section, _words(row), row.source, row.key, row.subject in made_up)
        for row in rows
        if row.key not in told
        and row.subject not in taken_off
        and newest.get(row.subject, row.key) == row.key
        and (section := _section(row, since, until, documents))
    ]
    return tuple(sorted(found, key=lambda each: SECTIONS.index(each.section)))


def _section(row: Entry, since: PartialDate, until: PartialDate, documents: set[str]) -> str:
    """Its heading; empty where it is not for a newsletter of these days."""
    if row.kind in _UNTOLD:
        return ""
    if row.first > until.last.isoformat():
        return TO_COME if row.section in _AHEAD else ""
    if not (_is_of(row, since, until) if row.first else row.document in documents):
        return ""
    return GROUPS if row.kind == "sub-group" else _SECTION.get(row.section, "")


def _is_of(row: Entry, since: PartialDate, until: PartialDate) -> bool:
    first, last = since.first.isoformat(), until.last.isoformat()
    ends = row.main if row.stands else row.last  # what goes on is news once
    return bool(row.first) and row.first <= last and ends >= first


def _words(row: Entry) -> str:
    """The paragraph as the fact gives it. Only what is a quotation stands in quotation marks."""
    return " ".join(f"{part[0].upper()}{part[1:].rstrip('.')}." for part in _parts(row) if part)


def _parts(row: Entry) -> Iterator[str]:
    match row.section:
        case "figures":
            yield f"{row.heading}: {row.value} {row.words}".strip()
            yield "Worked out, not stated" if row.derived_from else ""
        case "children":
            yield f"“{row.words}”" if row.kind == "quote" else row.words
            yield f"Said by {row.note}, about {row.heading}"
        case "next":
            yield f"{row.stated}: {row.heading}" if row.stated else row.heading
            yield row.words
        case "training":
            yield _AT.get(row.kind, "{day}").format(day=row.stated) if row.stated else ""
            yield from (row.heading, row.words, row.note)
        case "meetings" if row.kind == "present":
            yield f"{row.words}: {row.value} came"
        case "meetings" if row.kind == "meeting":
            yield f"{row.heading} met{f' on {row.stated}' if row.stated else ''}"
            yield row.words
        case "meetings" if row.kind == "resolution":
            yield row.words
            yield f"This asks {row.note}" if row.note else ""
        case "decisions" if row.kind == "made":
            yield row.words
            yield f"Why: {row.note}" if row.note else ""
        case _:
            yield from (row.heading, row.words, row.note)
