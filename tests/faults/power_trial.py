"""Young people tell while the power is cut again and again; what was acknowledged is looked for."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from events.feedback.feedback import FeedbackSubmitted
from infra.start_checks import look_at_all
from tests.faults.power.power import Power
from tests.infra.backup.places import Place
from tests.postgres import Server

_ROOT = Path(__file__).parents[2]
_FEWEST = 20


@dataclass
class PowerTrial:
    """On SQLite the machine of the service fails, with PostgreSQL that of the database."""

    place: Place
    power: Power
    server: Server | None
    chance: random.Random
    acknowledged: set[str] = field(default_factory=set)
    cuts: int = 0
    unflushed: int = 0
    lost: set[str] = field(default_factory=set)
    closed: list[str] = field(default_factory=list)

    def run(self, cuts: int) -> PowerTrial:
        for _ in range(cuts):
            self._cut_once()
            self._look()
        return self

    def _cut_once(self) -> None:
        given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(_ROOT), **self.place.all_settings}
        own = {} if self.server else self.power.environment
        with (
            self.said.open("wb") as said,
            subprocess.Popen(
                [sys.executable, "-m", "tests.faults.power.writer"],
                env={**given, **own},
                cwd=_ROOT,
                stdout=subprocess.PIPE,
                stderr=said,
            ) as writer,
        ):
            assert writer.stdout
            for _ in range(_FEWEST):
                line = writer.stdout.readline().decode().strip()
                assert line, f"the writer ended: {self.said.read_text()}"
                self.acknowledged.add(line)
            time.sleep(self.chance.uniform(0, 0.5))  # the moment of the cut is left to chance
            self.unflushed += self.power.cut(self._failing or writer, self.chance)
            writer.kill()
            self.acknowledged |= set(writer.stdout.read().decode().split("\n")[:-1])
        if self.server:
            self.server.launch()
        self.cuts += 1

    @property
    def said(self) -> Path:
        """What the writer complained of."""
        return self.place.folder / "writer.log"

    @property
    def _failing(self) -> subprocess.Popen[bytes] | None:
        return self.server.process if self.server else None

    def _look(self) -> None:
        with closing(self.place.opened()) as partnerships:
            look_at_all(partnerships)
            self.closed += partnerships.closed.values()
            recorder = partnerships.store.recorder("norfolk")
            feedback, rows = partnerships.open("norfolk").feedback, list(recorder.rows(0))
            there = {row.originator_id for row in rows if row.topic == FeedbackSubmitted.TOPIC}
            self.lost |= {each for each in self.acknowledged if feedback.id_of(each) not in there}
            assert recorder.verify_chain().n == len(rows)
            partnerships.open("norfolk").catch_up()
