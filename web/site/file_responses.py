"""Files on their way in and out: kept in memory, of a bounded size, and how one is handed over."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import wraps
from typing import IO, Any, TypeVar, cast
from uuid import UUID

from flask import Request, Response, abort, request, send_file

from events.fact import FORGOTTEN
from projections.assurance.audit_return_rows import Return
from services.files import LARGEST, MIMETYPES, EvidenceForgotten
from web.site.tenancy import here

View = TypeVar("View", bound=Callable[..., Any])
_AROUND = 64 * 1024  # what a form needs besides the file


def takes_files(view: View) -> View:
    """Lets this route's requests be as large as a file may be; stands above the guard."""

    @wraps(view)
    def taking(*args: Any, **kwargs: Any) -> Any:
        request.max_content_length = LARGEST + _AROUND
        return view(*args, **kwargs)

    return cast(View, taking)


def handed_over(returns: Iterable[Return], evidence: UUID) -> Response:
    """A file of one of these returns, to be saved and never shown as a page of ours.

    Answers 404 where none of them has it. Raises ``EvidenceGone``.
    """
    found = next(((each, got) for each in returns if (got := each.piece(evidence))), None)
    if found is None:
        abort(404)
    held, (piece, name) = found
    if name == FORGOTTEN:
        raise EvidenceForgotten
    content = here.audit_return.evidence.fetch(held.id, piece.digest)
    response = send_file(
        io.BytesIO(content),
        mimetype=MIMETYPES[piece.type],  # type: ignore[index]
        as_attachment=True,
        download_name=name,
        max_age=0,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


def shown(content: bytes, type: str) -> Response:
    """A picture within a page of ours; it can do nothing, and is kept by nobody."""
    response = Response(content, mimetype=MIMETYPES[type])  # type: ignore[index]
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


class KeptInMemory(Request):
    """No file that comes is ever written to a disk unsealed; ``max_content_length`` bounds it."""

    def _get_file_stream(self, *_: Any, **__: Any) -> IO[bytes]:
        return io.BytesIO()
