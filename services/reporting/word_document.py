"""A Word document that is brought into a report: what is refused before it is read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from itertools import count
from xml.parsers.expat import ExpatError, ParserCreate

from services.files import LARGEST
from services.office_document import (
    BROKEN,
    HoldsMacros,
    NotWhatItSays,
    RefersElsewhere,
    office_kind,
)
from services.refusals import Missing, Refusal

_LARGEST_UNPACKED = 60 * 1024 * 1024
_LARGEST_TEXT = 10 * 1024 * 1024
_MOST_ELEMENTS = 150_000  # of one part: several hundred pages, and read within seconds


class NotADocument(Refusal):
    words = "This is no Word document. Save it as .docx, then bring that in."
    field = "file"


class DocumentTooLarge(Refusal):
    words = "The document is larger than 10 MB. Take large pictures out, then bring it in."
    field = "file"


class DocumentTooLong(Refusal):
    words = "This document is too long to be read at once. Bring it in by parts."
    field = "file"


class DocumentHoldsMacros(Refusal):
    words = "This document holds macros. Save it without them as .docx, then bring that in."
    field = "file"


class DocumentRefersElsewhere(Refusal):
    words = (
        "This document loads something from elsewhere when it is opened, such as a template or a "
        "linked picture. Break those links, then bring it in. Links to click may stay."
    )
    field = "file"


def refuse_unsafe(name: str, content: bytes) -> None:
    """Raises one of the refusals above, or ``Missing`` where nothing was chosen."""
    if not content:
        raise Missing("Choose a Word document that is not empty.", field="file")
    if len(content) > LARGEST:
        raise DocumentTooLarge
    if not name.lower().endswith(".docx"):
        raise NotADocument
    try:
        kind = office_kind(content)
    except HoldsMacros as error:
        raise DocumentHoldsMacros from error
    except RefersElsewhere as error:
        raise DocumentRefersElsewhere from error
    except NotWhatItSays as error:
        raise NotADocument from error
    if kind != "DOCX":
        raise NotADocument
    _refuse_bomb(content)


def _refuse_bomb(content: bytes) -> None:
    """A small file can unpack to far more than anybody writes, or define words that grow."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        listed = packed.infolist()
        if sum(each.file_size for each in listed) > _LARGEST_UNPACKED:
            raise DocumentTooLarge
        for each in listed:
            _refuse_part(packed, each)


def _refuse_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Reads a part as it will be read: neither its name nor its first bytes say what it is."""
    reader = ParserCreate()
    reader.StartDoctypeDeclHandler = _refuse_declaration
    reader.StartElementHandler = _refusing_many()
    try:
        with packed.open(part) as opened:
            content = opened.read(_LARGEST_TEXT + 1)
    except BROKEN as error:
        raise NotADocument from error
    is_large = len(content) > _LARGEST_TEXT
    try:
        reader.Parse(content, not is_large)
    except (ExpatError, ValueError, LookupError):  # no XML, so nothing unpacks to more
        return
    if is_large:
        raise DocumentTooLarge


def _refusing_many() -> Callable[..., None]:
    many = count(1)

    def begun(*_: object) -> None:
        if next(many) > _MOST_ELEMENTS:
            raise DocumentTooLong

    return begun


def _refuse_declaration(*_: object) -> None:
    raise NotADocument
