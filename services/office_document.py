"""The parts of an office document, looked through for macros and for links to other places."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from typing import Literal
from xml.parsers.expat import ExpatError, ParserCreate

from services.refusals import Refusal

OfficeKind = Literal["DOCX", "XLSX"]
_MOST_PARTS, _LARGEST_LIST = 2000, 256 * 1024
_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OPEN_XML}.wordprocessingml.document.main+xml"
_EXCEL = f"{_OPEN_XML}.spreadsheetml.sheet.main+xml"
_MAINS: dict[str, OfficeKind] = {_WORD: "DOCX", _EXCEL: "XLSX"}
# Word for the web calls its main part otherwise: the list of content types says how.
_USUAL = (("/word/document.xml", _WORD), ("/xl/workbook.xml", _EXCEL))
# What the reader of an archive raises where the archive is broken.
BROKEN = (
    zipfile.BadZipFile,
    ValueError,
    NotImplementedError,
    OSError,
    EOFError,
    RuntimeError,
    zlib.error,
    lzma.LZMAError,
)


class NotWhatItSays(Refusal):
    words = "What the file holds is not what its name says. Save it again, then attach that."
    field = "file"


class HoldsMacros(Refusal):
    words = "This file holds macros. Save it without them, or as a PDF, then attach that."
    field = "file"


class RefersElsewhere(Refusal):
    words = (
        "This file loads something from elsewhere when it is opened, such as a template or a "
        "linked picture. Break those links, or save it as a PDF, then attach that. Links to click "
        "may stay."
    )
    field = "file"


def office_kind(content: bytes) -> OfficeKind | None:
    """What an Office file is. None if it is none, or broken.

    Only its lists of parts are read. Raises ``HoldsMacros``, ``RefersElsewhere``,
    ``NotWhatItSays``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = {f"/{name}".lower() for name in packed.namelist()}
            if len(names) > _MOST_PARTS:
                return None
            tags = [each for part in packed.infolist() for each in _looked_through(packed, part)]
    except (*BROKEN, ExpatError):
        return None
    said = [(each.get("PartName", ""), each.get("ContentType", "")) for _, each in tags]
    mains = [*_USUAL, *((part, kind) for part, kind in said if kind in _MAINS)]
    return next((_MAINS[kind] for part, kind in mains if part.lower() in names), None)


def _looked_through(
    packed: zipfile.ZipFile, part: zipfile.ZipInfo
) -> list[tuple[str, dict[str, str]]]:
    """The tags of a list of parts; none of any other part.

    Raises ``HoldsMacros``, ``RefersElsewhere``, ``NotWhatItSays``.
    """
    name = part.filename.lower()
    if name.endswith("vbaproject.bin"):
        raise HoldsMacros
    if not (name.endswith(".rels") or name == "[content_types].xml"):
        return []
    with packed.open(part) as opened:
        content = opened.read(_LARGEST_LIST + 1)
    if len(content) > _LARGEST_LIST:
        raise NotWhatItSays
    tags = _tags(content)
    for tag, said in tags:
        if tag == "Relationship" and _loads(said):
            raise RefersElsewhere
        if "macroenabled" in said.get("ContentType", "").lower():
            raise HoldsMacros
    return tags


def _loads(said: Mapping[str, str]) -> bool:
    """Whether a relationship is to something outside the file that nobody has to click."""
    outside = said.get("TargetMode", "").strip().lower() == "external"
    return outside and not said.get("Type", "").endswith("/hyperlink")


def _tags(content: bytes) -> list[tuple[str, dict[str, str]]]:
    """The tags of a list of parts, without prefix. Raises ``NotWhatItSays``, ``ExpatError``."""
    found: list[tuple[str, dict[str, str]]] = []
    reader = ParserCreate()
    reader.StartElementHandler = lambda tag, said: found.append((tag.rpartition(":")[2], said))
    reader.StartDoctypeDeclHandler = _refuse_declaration  # so no entity unpacks to more
    reader.Parse(content, True)
    return found


def _refuse_declaration(*_: object) -> None:
    raise NotWhatItSays
