"""The minutes of a meeting as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from events.fact import Fact

FileType = Literal["PDF", "DOCX", "XLSX", "CSV", "PNG", "JPEG"]


@dataclass(frozen=True)
class MinutesFileNamed(Fact):
    """Begins the stream of one file: the file itself is sealed under the stream's own key.

    ``name`` is the name of the file, which may be a person's.
    """

    TOPIC = "minutes_file.named"
    PERSONAL = frozenset({"name"})
    name: str


@dataclass(frozen=True)
class MinutesAttached(Fact):
    """A file on the stream of its meeting. ``digest`` is the SHA-256 of its sealed bytes, in hex.

    ``size`` is in bytes.
    """

    TOPIC = "meeting.minutes_attached"
    PERSONAL = frozenset()
    file: UUID
    digest: str
    type: FileType
    size: int
