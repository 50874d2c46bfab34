"""The files of editions: public ones for everybody, all for users who check the record."""

from __future__ import annotations

import re
from uuid import UUID

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from projections.reporting.edition_rows import KeptEdition, Shelved
from projections.reporting.editions import Editions
from web.ports.editions import VERSIONS
from web.site.permissions import open_to_all, requires
from web.site.tenancy import here

pages = Blueprint("editions", __name__)
_TYPES = {"html": "text/html; charset=utf-8", "pdf": "application/pdf"}
_NEWEST = re.compile(r"([a-z]+)\.(html|pdf)")
_DAY = 24 * 60 * 60  # no longer: a withdrawn edition must also leave the caches of others
_MINUTE = 60


@pages.get("/<partnership>/reports/<report>/published/<file>")
@open_to_all
def published(report: str, file: str) -> ResponseReturnValue:
    """``full.pdf`` is the newest, ``full-1.pdf`` the first edition. Both only while public."""
    with here.read(Editions) as view:
        row = view.called(report)
    if row is None:
        abort(404)
    newest = _NEWEST.fullmatch(file)
    found = _newest(row, *newest.groups()) if newest else row.of(file)
    if found is None or found.is_withdrawn:
        abort(404)
    answer = _handed_over(found)
    answer.headers["Cache-Control"] = f"public, max-age={_MINUTE if newest else _DAY}"
    return answer


@pages.get("/<partnership>/work/reports/<uuid:id>/editions/<file>")
@requires("check the record")
def kept(id: UUID, file: str) -> ResponseReturnValue:
    """Any edition, withdrawn or not."""
    with here.read(Editions) as view:
        row = view.of(id)
    found = row.of(file) if row else None
    if found is None:
        abort(404)
    return _handed_over(found)


def _newest(row: Shelved, version: str, form: str) -> KeptEdition | None:
    if version not in {each.name for each in VERSIONS}:
        return None
    kept = [each for each in row.kept if (each.version, each.form) == (version, form)]
    return next((each for each in reversed(kept) if not each.is_withdrawn), None)


def _handed_over(found: KeptEdition) -> Response:
    """The file. Answers 404 if it is not there as it was kept."""
    content = here.edition_store.fetch(found.digest)
    if content is None:
        abort(404)
    answer = Response(content, content_type=_TYPES[found.form])
    answer.set_etag(found.digest)
    answer.headers["Content-Disposition"] = f'inline; filename="{found.file}"'
    answer.make_conditional(request)
    return answer
