"""Empty tables with our headings, to fill in."""

from __future__ import annotations

import csv
import io

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from web.importing.table_kind import Kind
from web.importing.table_kinds import KINDS
from web.importing.xlsx_files import workbook_of
from web.site.permissions import requires

pages = Blueprint("import_templates", __name__)
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.get("/<partnership>/work/import/<name>/template.csv")
@requires("keep governance")
def as_csv(name: str) -> ResponseReturnValue:
    made = io.StringIO()
    csv.writer(made).writerow(_kind(name).labels)
    return _file(made.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"{name}.csv")


@pages.get("/<partnership>/work/import/<name>/template.xlsx")
@requires("keep governance")
def as_xlsx(name: str) -> ResponseReturnValue:
    return _file(workbook_of(_kind(name).labels), _SHEET, f"{name}.xlsx")


def _kind(name: str) -> Kind:
    return KINDS[name] if name in KINDS else abort(404)


def _file(data: bytes, kind: str, name: str) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, content_type=kind, headers=named)
