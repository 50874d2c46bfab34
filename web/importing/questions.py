"""What a table leaves open: which of its headings are ours, and whether months come first."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from flask import render_template
from werkzeug.datastructures import MultiDict

from events.fact import Provenance
from web.importing.american_days import american, day_first
from web.importing.delegates import counted, is_by_person
from web.importing.headings import STATUS, headings_in, plain, renamed
from web.importing.table import NotATable, Rows, Table
from web.importing.table_kind import Kind
from web.site.tenancy import here

_PERSONS = "attendance"  # the kind of table that may have a row for each person


@dataclass(frozen=True)
class Open:
    """``lacking`` are our needed columns that no heading gives. ``day`` has its month first."""

    headings: list[str]
    lacking: list[str]
    day: str

    @property
    def is_open(self) -> bool:
        return bool(self.lacking or self.day)


def known_headings(name: str) -> Mapping[str, str]:
    """Our heading by theirs, as an earlier table of this kind taught."""
    found = here.import_headings.known(here.import_headings.id).known.get(name, {})
    return {plain(theirs): ours for theirs, ours in found.items()}


def open_in(name: str, kind: Kind, rows: Rows) -> Open:
    """What must be asked before the rows can be checked."""
    known = known_headings(name)
    found = headings_in(kind, rows, known)
    named = {plain(each) for each in found}
    given = named | {plain(ours) for theirs, ours in known.items() if theirs in named}
    if plain(STATUS) in given:
        return Open(found, [], american(rows))
    needed = (each.label for each in kind.columns if each.needed)
    return Open(found, [each for each in needed if plain(each) not in given], american(rows))


def answered(name: str, kind: Kind, rows: Rows, form: MultiDict[str, str]) -> Rows:
    """The rows with our headings and the day first. Raises ``NotATable`` where that can't be."""
    found = headings_in(kind, rows, known_headings(name))
    chosen = {label: form.get(f"of-{at}", "") for at, label in enumerate(asked_labels(name, kind))}
    ours_by_theirs = {theirs: ours for ours, theirs in chosen.items() if theirs in found}
    if day := american(rows):
        if form.get("months") != "yes":
            raise NotATable(f"“{day}” is no day. Write the day first, as 25/03/2024.")
        rows = day_first(rows)
    return understood(name, kind, rows, ours_by_theirs)


def understood(name: str, kind: Kind, rows: Rows, ours_by_theirs: Mapping[str, str]) -> Rows:
    """The rows with our headings. A row for each person is counted, and names are left out."""
    if not ours_by_theirs:
        return rows
    plain_rows = renamed(kind, rows, ours_by_theirs)
    if name == _PERSONS and is_by_person(plain_rows):
        return counted(plain_rows)
    return plain_rows


def remember(
    name: str,
    kind: Kind,
    headings: Collection[str],
    provenance: Provenance,
    form: MultiDict[str, str],
) -> None:
    """Keeps which of their headings stand for ours: those of the table, and nothing else."""
    chosen = {
        theirs: label
        for at, label in enumerate(asked_labels(name, kind))
        if (theirs := form.get(f"of-{at}", "")) in headings and plain(theirs) != plain(label)
    }
    if chosen:
        service = here.import_headings
        service.remember(service.id, provenance, table=name, ours_by_theirs=chosen)


def asked_labels(name: str, kind: Kind) -> list[str]:
    return [*kind.labels, *([STATUS] if name == _PERSONS else [])]


def ask(name: str, kind: Kind, table: Table, found: Open, errors: Mapping[str, str]) -> str:
    """The page that asks, with what is known or has the same name chosen already."""
    known = {plain(ours): theirs for theirs, ours in known_headings(name).items()}
    same = {plain(each): each for each in found.headings}
    labels = asked_labels(name, kind)
    return render_template(
        "importing/importing_questions.html",
        name=name,
        kind=kind,
        found=found,
        labels=[
            (f"of-{at}", label, same.get(plain(label)) or known.get(plain(label), ""))
            for at, label in enumerate(labels)
        ],
        headings=[(each, each) for each in found.headings],
        persons=STATUS if name == _PERSONS else "",
        rows=json.dumps(table.rows, ensure_ascii=False),
        errors=errors,
    )
