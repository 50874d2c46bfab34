"""Importing a table: check it cell by cell, show it, record it as a whole or not at all."""

from __future__ import annotations

import json

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.refusals import Refusal
from web.forms.sent import provenance
from web.importing import questions
from web.importing.checked_table import CheckedTable
from web.importing.row_check import check
from web.importing.table import NotATable, Rows, Table
from web.importing.table_files import read_table, within_bounds
from web.importing.table_kind import Kind
from web.importing.table_kinds import KINDS
from web.site.cleaned_text import cleaned
from web.site.permissions import requires
from web.site.tenancy import here

pages = Blueprint("importing", __name__)
_LARGEST = 3 * 1024 * 1024  # the file, or its rows as the page sends them back
_SHOWN = 50
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.before_request
def take_files() -> None:
    """A file may be larger than a form."""
    request.max_content_length = request.max_form_memory_size = _LARGEST


@pages.get("/<partnership>/work/import/")
@requires("keep governance")
def index() -> ResponseReturnValue:
    return render_template("importing/importing.html", kinds=KINDS)


@pages.get("/<partnership>/work/import/<name>")
@requires("keep governance")
def form(name: str) -> ResponseReturnValue:
    return _form(name, {})


@pages.post("/<partnership>/work/import/<name>")
@requires("keep governance")
def preview(name: str) -> ResponseReturnValue:
    """Stores nothing: the rows go to the page and come back from it."""
    kind, file = _kind(name), request.files.get("file")
    try:
        table = read_table(file.read() if file else b"")
    except NotATable as refusal:
        return _form(name, {"file": refusal.said}), 422
    return _look_at(name, kind, table)


@pages.post("/<partnership>/work/import/<name>/headings")
@requires("keep governance")
def answer(name: str) -> ResponseReturnValue:
    """Takes the answers to what a table left open, and remembers its headings."""
    kind = _kind(name)
    try:
        rows = _rows(request.form.get("rows", ""))
        found = questions.open_in(name, kind, rows)
        table = Table(questions.answered(name, kind, rows, request.form))
    except NotATable as refusal:
        return _form(name, {"file": refusal.said}), 422
    if still := questions.open_in(name, kind, table.rows).lacking:
        words = f"Say which column is {', '.join(still)}."
        return questions.ask(name, kind, Table(rows), found, {"form": words}), 422
    questions.remember(name, kind, found.headings, provenance(request.form), request.form)
    return _checked(name, kind, table)


def _look_at(name: str, kind: Kind, table: Table) -> ResponseReturnValue:
    """Asks what the table leaves open, else shows what it would record."""
    found = questions.open_in(name, kind, table.rows)
    if found.is_open:
        return questions.ask(name, kind, table, found, {})
    try:
        rows = questions.understood(name, kind, table.rows, questions.known_headings(name))
    except NotATable as refusal:
        return _form(name, {"file": refusal.said}), 422
    return _checked(name, kind, Table(rows, table.note))


def _checked(name: str, kind: Kind, table: Table) -> ResponseReturnValue:
    checked = check(kind, table.rows)
    return _preview(name, table, checked), 422 if checked.problems else 200


@pages.post("/<partnership>/work/import/<name>/record")
@requires("keep governance")
def record(name: str) -> ResponseReturnValue:
    """Records all rows in one save. Checks them again, because the record may have moved on."""
    kind = _kind(name)
    try:
        rows = _rows(request.form.get("rows", ""))
        checked = check(kind, rows)
        if checked.problems:
            return _preview(name, Table(rows), checked), 422
        here.ledger.change_together(checked.changes)
    except Refusal as refusal:
        return _form(name, {"file": refusal.said}), 422
    here.catch_up()
    flash(
        f"Recorded: {checked.new} new, {checked.corrected} corrected. There already, and left as "
        f"they are: {checked.there}."
    )
    return redirect(url_for(".index"), 303)


def _kind(name: str) -> Kind:
    if name not in KINDS:
        abort(404)
    return KINDS[name]


def _rows(text: str) -> Rows:
    """The rows that the page sent back. Raises ``NotATable`` if they are not ours."""
    try:
        rows = json.loads(text)
        json.dumps(rows, ensure_ascii=False).encode()  # drops half a letter at the end
    except (ValueError, RecursionError):
        raise NotATable from None
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise NotATable
    return within_bounds([[cleaned(cell).strip() for cell in row] for row in rows])


def _is_row(row: object) -> bool:
    return isinstance(row, list) and all(isinstance(cell, str) for cell in row)


def _form(name: str, errors: dict[str, str]) -> str:
    kind = _kind(name)
    rows = [[each.label, "Yes" if each.needed else "No", each.hint] for each in kind.columns]
    return render_template(
        "importing/importing_form.html", name=name, kind=kind, rows=rows, errors=errors
    )


def _preview(name: str, table: Table, checked: CheckedTable) -> str:
    return render_template(
        "importing/importing_preview.html",
        name=name,
        kind=_kind(name),
        checked=checked,
        lines=[
            [f"Row {line.number}", line.standing, *line.cells] for line in checked.lines[:_SHOWN]
        ],
        notes=[note for note in (table.note, *checked.notes) if note],
        rows=json.dumps(table.rows, ensure_ascii=False),
        shown=_SHOWN,
        errors={"form": "Nothing was recorded."} if checked.problems else {},
    )
