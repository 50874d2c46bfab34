"""The parts of an office document, looked through for macros and for links to other places."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from services.refusals import Refusal

_MOST_PARTS, _LARGEST_LIST = 2000, 256 * 1024
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


def parts_of(content: bytes) -> frozenset[str]:
    """The names in an Office file; only its lists of parts are read. Raises what they break."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
            if len(names) > _MOST_PARTS:
                return frozenset()
            for part in packed.infolist():
                _refuse_part(packed, part)
    except (*BROKEN, ExpatError):
        return frozenset()
    return frozenset(names)


def _refuse_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Raises ``HoldsMacros``, ``RefersElsewhere``, ``NotWhatItSays``."""
    name = part.filename.lower()
    if name.endswith("vbaproject.bin"):
        raise HoldsMacros
    if not (name.endswith(".rels") or name == "[content_types].xml"):
        return
    with packed.open(part) as opened:
        content = opened.read(_LARGEST_LIST + 1)
    if len(content) > _LARGEST_LIST:
        raise NotWhatItSays
    for tag, said in _tags(content):
        if tag == "Relationship" and _loads(said):
            raise RefersElsewhere
        if "macroenabled" in said.get("ContentType", "").lower():
            raise HoldsMacros


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
