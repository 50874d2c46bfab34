"""Letters as files in a folder, for the embedded default and the demo."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from services.ports import Letter, NotSent


@dataclass(frozen=True)
class FolderMailer:
    """Each letter is a file of its own, newest last; ``aloud`` also prints it to the console."""

    folder: Path
    aloud: bool = False

    def send(self, letter: Letter) -> None:
        """Raises ``NotSent`` where the folder cannot be written to."""
        name, now = _safe(letter.to), _stamp()
        files = {f"{now}-{name}-{_safe(each.name)}": each.content for each in letter.attachments}
        text = f"To: {letter.to}\nSubject: {letter.subject}\n\n{letter.text}\n"
        text += "".join(f"Attached: {file}\n" for file in files)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for file, content in (files | {f"{now}-{name}.txt": text.encode()}).items():
                _write(self.folder / file, content)
        except OSError as error:
            words = f"{self.folder} cannot be written to: {error.strerror}"
            raise NotSent(words, is_down=True) from error
        if self.aloud:
            sys.stdout.write(f"\n--- post ---\n{text}------------\n")
            sys.stdout.flush()


_NUMBERS = count()


def _stamp() -> str:
    """Nanoseconds since 1970 and a number: later letters have later names, whatever the clock."""
    return f"{time.time_ns()}-{next(_NUMBERS) % 1000:03}"


def _safe(name: str) -> str:
    return "".join(c if c.isalnum() or c in "@.-" else "_" for c in name)


def _write(file: Path, content: bytes) -> None:
    """Whoever finds the file finds all of it."""
    unfinished = file.with_name(f".{file.name}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    unfinished.rename(file)
