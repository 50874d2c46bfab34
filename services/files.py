"""Evidence files: which kinds are accepted, by content and by name, and how they are named."""

from __future__ import annotations

import re

from events.assurance.audit_return import FileType
from services.office_document import NotWhatItSays, office_kind
from services.refusals import Missing, Refusal
from services.spreadsheet_text import is_spreadsheet_text

LARGEST = 10 * 1024 * 1024
IMAGES: frozenset[FileType] = frozenset({"PNG", "JPEG"})
MIMETYPES: dict[FileType, str] = {
    "PDF": "application/pdf",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "CSV": "text/csv",
    "PNG": "image/png",
    "JPEG": "image/jpeg",
}
_NAMED: dict[str, FileType] = {
    "pdf": "PDF",
    "docx": "DOCX",
    "xlsx": "XLSX",
    "csv": "CSV",
    "png": "PNG",
    "jpg": "JPEG",
    "jpeg": "JPEG",
}
_PDF_BEGINS, _PDF_ENDS = 1024, 2048  # as far as readers look for its head and its end
_UNSAFE = re.compile(r"[^\w .()&,'-]")


class NotThatKind(Refusal):
    words = "Only PDF, Word (docx), Excel (xlsx), CSV, PNG and JPEG files can be attached."
    field = "file"


class TooLarge(Refusal):
    words = "The file is larger than 10 MB, the most that can be attached. Make it smaller."
    field = "file"


class BadImage(Refusal):
    words = "This picture cannot be read, or is too large. Save it again in a smaller size."
    field = "file"


class NotKept(Refusal):
    words = "The file could not be kept just now, so nothing was attached. Try again in a while."
    field = "file"


class EvidenceGone(Refusal):
    words = "This file is missing from where evidence is kept. Tell the people who run Earshot."


class EvidenceForgotten(EvidenceGone):
    words = "This file was forgotten, as was promised: its key is destroyed."


def type_of(name: str, content: bytes) -> FileType:
    """What the file is, by its name and by what it holds. Raises a refusal beside the file."""
    if not content:
        raise Missing("Choose a file that is not empty.", field="file")
    if len(content) > LARGEST:
        raise TooLarge
    found = _NAMED.get(name.rpartition(".")[2].lower()) if "." in name else None
    if found is None:
        raise NotThatKind
    if not _holds(found, content):
        raise NotWhatItSays
    return found


def picture_type_of(name: str, content: bytes) -> FileType:
    """Raises ``NotThatKind`` in the words of a picture, whatever else the file is."""
    try:
        found = type_of(name, content)
    except NotThatKind:
        found = None
    if found not in IMAGES:
        raise NotThatKind("Only PNG and JPEG pictures can be shown in a report.")
    return found


def cleaned_name(name: str, type: FileType) -> str:
    """The last part of a name, with letters that are safe anywhere, and its right ending."""
    last = re.split(r"[/\\]", name)[-1].rpartition(".")[0]
    safe = " ".join(_UNSAFE.sub(" ", last).split()).strip(" .")[:80]
    return f"{safe or 'evidence'}.{type.lower() if type != 'JPEG' else 'jpg'}"


def _holds(type: FileType, content: bytes) -> bool:
    match type:
        case "PDF":
            return _is_pdf(content)
        case "PNG":
            return content.startswith(b"\x89PNG\r\n\x1a\n")
        case "JPEG":
            return content.startswith(b"\xff\xd8\xff")
        case "CSV":
            return is_spreadsheet_text(content)
        case "DOCX" | "XLSX":
            return office_kind(content) == type


def _is_pdf(content: bytes) -> bool:
    """Programs put marks or a printer's commands before it, and pad its end. No page begins it."""
    before, head, _ = content[:_PDF_BEGINS].partition(b"%PDF-")
    end = content.rstrip(b"\0\t\n\r \x1a")[-_PDF_ENDS:]
    return bool(head) and b"<" not in before and b"%%EOF" in end
