"""Files that are sent and received: in memory, of limited size, and offered as a download."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from functools import wraps
from typing import IO, Any, TypeVar, cast
from uuid import UUID

from flask import Request, Response, abort, request, send_file
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser
from werkzeug.utils import cached_property

from events.fact import FORGOTTEN
from projections.assurance.audit_return_rows import Return
from services.files import LARGEST, MIMETYPES, EvidenceForgotten
from web.site.cleaned_text import cleaned
from web.site.tenancy import here

View = TypeVar("View", bound=Callable[..., Any])
_LONG_FORM = 3 * 1024 * 1024
MOST_FIELDS = 5000  # a whole audit of 60 standards by 20 agencies has about 3,700
SENT_AT_MOST = 40 * 1024 * 1024  # what is larger than a file may be is read and let go


def takes_files(view: View) -> View:
    """Allows requests of this route to be as large as any phone's photo. Put it above the guard.

    So a file that is too large is refused beside its field, with all that was typed around it.
    """

    @wraps(view)
    def taking(*args: Any, **kwargs: Any) -> Any:
        request.max_content_length = SENT_AT_MOST
        return view(*args, **kwargs)

    return cast(View, taking)


def takes_words(view: View) -> View:
    """Allows a form with as many letters as a part of a report holds. Put it above the guard."""

    @wraps(view)
    def taking(*args: Any, **kwargs: Any) -> Any:
        request.max_content_length = request.max_form_memory_size = _LONG_FORM
        return view(*args, **kwargs)

    return cast(View, taking)


def handed_over(returns: Iterable[Return], evidence: UUID) -> Response:
    """A file of one of these returns, as a download that no browser shows as a page of ours.

    Answers 404 if none of them has it. Raises ``EvidenceGone``.
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
    """A picture for a page of ours. It can run nothing, and nobody caches it."""
    response = Response(content, mimetype=MIMETYPES[type])  # type: ignore[index]
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


class KeptInMemory(Request):
    """Never writes a sent file to a disk unencrypted. ``max_content_length`` limits it.

    A form of thousands of fields costs much and is none of ours: it is answered 413, unread.
    """

    max_form_parts = MOST_FIELDS

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """What the address asks for, without letters that nobody sees."""
        return _cleaned(super().args)

    def _load_form_data(self) -> None:
        if "form" not in self.__dict__:
            super()._load_form_data()
            self.__dict__["form"] = _cleaned(self.__dict__["form"])

    def make_form_data_parser(self) -> FormDataParser:
        if self.mimetype == "application/x-www-form-urlencoded":
            sent = self.get_data(cache=True)
            if sent.count(b"&") >= MOST_FIELDS:
                raise RequestEntityTooLarge
        return super().make_form_data_parser()

    def _get_file_stream(self, *_: Any, **__: Any) -> IO[bytes]:
        return _AtMost()


class _AtMost(io.BytesIO):
    """A file as it comes in. Of one that is too large, no more is held than tells that it is."""

    def write(self, some: Any) -> int:
        super().write(some[: max(0, LARGEST + 1 - self.tell())])
        return len(some)


def _cleaned(typed: MultiDict[str, str]) -> MultiDict[str, str]:
    return ImmutableMultiDict([(name, cleaned(said)) for name, said in typed.items(multi=True)])
