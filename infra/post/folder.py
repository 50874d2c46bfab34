"""Letters as files in a folder, for the embedded default and the demo."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from services.ports import Letter, NotSent


@dataclass(frozen=True)
class FolderPost:
    """Each letter is a file of its own, newest last; ``aloud`` also prints it to the console."""

    folder: Path
    aloud: bool = False

    def send(self, letter: Letter) -> None:
        """Raises ``NotSent`` where the folder cannot be written to."""
        name = "".join(c if c.isalnum() or c in "@.-" else "_" for c in letter.to)
        text = f"To: {letter.to}\nSubject: {letter.subject}\n\n{letter.text}\n"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            file = self.folder / f"{time.time_ns()}-{name}.txt"
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(text)
        except OSError as error:
            raise NotSent(f"{self.folder} cannot be written to: {error.strerror}") from error
        if self.aloud:
            sys.stdout.write(f"\n--- post ---\n{text}------------\n")
            sys.stdout.flush()
