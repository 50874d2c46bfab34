"""A Word document that is brought into a report: what is refused before it is read."""

from __future__ import annotations

import io
import zipfile

from services.files import LARGEST
from services.office_document import HoldsMacros, NotWhatItSays, RefersElsewhere, parts_of
from services.refusals import Missing, Refusal

_LARGEST_UNPACKED = 60 * 1024 * 1024
_LARGEST_TEXT = 10 * 1024 * 1024
_MAIN = "word/document.xml"


class NotADocument(Refusal):
    words = "This is no Word document. Save it as .docx, then bring that in."
    field = "file"


class DocumentTooLarge(Refusal):
    words = "The document is larger than 10 MB. Take large pictures out, then bring it in."
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
        parts = parts_of(content)
    except HoldsMacros as error:
        raise DocumentHoldsMacros from error
    except RefersElsewhere as error:
        raise DocumentRefersElsewhere from error
    except NotWhatItSays as error:
        raise NotADocument from error
    if _MAIN not in parts:
        raise NotADocument
    _refuse_bomb(content)


def _refuse_bomb(content: bytes) -> None:
    """A small file can unpack to far more than anybody writes, or define words that grow."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        listed = packed.infolist()
        texts = [each for each in listed if each.filename.lower().endswith((".xml", ".rels"))]
        if sum(each.file_size for each in listed) > _LARGEST_UNPACKED:
            raise DocumentTooLarge
        for each in texts:
            with packed.open(each) as opened:
                text = opened.read(_LARGEST_TEXT + 1)
            if len(text) > _LARGEST_TEXT:
                raise DocumentTooLarge
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise NotADocument
