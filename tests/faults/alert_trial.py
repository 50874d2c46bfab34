"""Urgent messages while the mail server is down, workers are killed and the database restarts.

``python -m tests.faults.alert_trial`` makes the long trial of design/safety.md (1,000 messages, ten
minutes, 20 kills, 5 restarts) on both stores, and prints what it found. The test makes a short one.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any
from uuid import UUID

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from events.fact import Provenance
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from infra.settings import load
from infra.stores import migrate_all
from services.refusals import Refusal
from tests.infra.command import Earshot, free_port
from tests.postgres import Server

SLUG = "moor"
ON_DUTY = "ann@moor.example"
# None of these may be in any letter: a child's words, a place, the words of a receipt.
CANARY = "Zebedee-House-canary he hits me every night"
_TOLD = Provenance("a tester", "a test")


@dataclass
class Box:
    """What a mail server took in. The time of each letter is that of its arrival."""

    letters: list[tuple[float, str, str, str]] = field(default_factory=list)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        key, body = str(message["Message-ID"]), str(message.get_content())
        self.letters.extend((time.time(), to, key, body) for to in envelope.rcpt_tos)
        return "250 OK"


@dataclass(frozen=True)
class Found:
    """What the trial found. ``slowest`` are seconds from the mail's return to the last alert."""

    messages: int
    alerted: int
    doubled: int
    slowest: float
    leaked: int
    kills: int
    restarts: int

    def __str__(self) -> str:
        share = 100 * self.doubled / max(1, self.alerted)
        return (
            f"{self.messages} urgent messages, {self.kills} kills, {self.restarts} restarts: "
            f"{self.alerted} alerted, {self.doubled} doubled ({share:.1f} %), the last "
            f"{self.slowest:.1f} s after the mail was back, {self.leaked} letters with words"
        )


class AlertTrial:
    """One partnership with one person on duty. ``server`` is its PostgreSQL, none on SQLite."""

    def __init__(self, folder: Path, server: Server | None) -> None:
        self.server, self.box = server, Box()
        self.smtp_port = free_port()
        settings = {
            "EARSHOT_VAR": str(folder / "var"),
            "EARSHOT_POST": f"smtp://127.0.0.1:{self.smtp_port}",
        }
        if server:
            settings["EARSHOT_DATABASE_URL"] = server.url(server.fresh())
        self.earshot = Earshot(folder, settings)
        migrate_all(load(settings))
        self.partnerships = Partnerships.of(load(settings))
        self.worker: subprocess.Popen[bytes] | None = None

    def run(self, messages: int, kills: int, restarts: int, down: float) -> Found:
        """The mail is down for ``down`` seconds, in which all else happens; then it is back."""
        ids = self._join()
        self._start()
        self._meanwhile(ids, messages, kills, restarts, down)
        mail = Controller(self.box, hostname="127.0.0.1", port=self.smtp_port)
        mail.start()
        back = time.time()
        try:
            self._wait(ids, back)
        finally:
            mail.stop()
            self._stop()
            self.partnerships.close()
        return self._found(ids, back, kills, restarts)

    def _join(self) -> dict[str, UUID]:
        tenant = join_partnership(
            self.partnerships, Joining(SLUG, "Moor SCP", "Moor", "", (), "", "")
        )
        tenant.access.give(_TOLD, name="Ann", email=ON_DUTY, role="triage")
        return {}

    def _meanwhile(
        self, ids: dict[str, UUID], messages: int, kills: int, restarts: int, down: float
    ) -> None:
        """Messages come all the time; kills and restarts come at random moments between them."""
        until, tenant = time.time() + down, self.partnerships.open(SLUG)
        told = sorted(random.uniform(0, down) for _ in range(messages))
        acts = sorted(
            [(random.uniform(0, down), self._kill) for _ in range(kills)]
            + [(random.uniform(0, down), self._restart) for _ in range(restarts)],
            key=lambda act: act[0],
        )
        start = time.time()
        while told or acts:
            now = time.time() - start
            if acts and acts[0][0] <= now:
                acts.pop(0)[1]()
            if told and told[0] <= now:
                told.pop(0)
                self._tell(tenant, f"m{len(ids)}", ids)
            else:
                time.sleep(0.01)
        time.sleep(max(0.0, until - time.time()))

    def _tell(self, tenant: Any, client: str, ids: dict[str, UUID]) -> None:
        """Tried until it is recorded, as a young person does who gets no answer."""
        while True:
            try:
                tenant.feedback.submit(client, words=CANARY, asks_help=True)
            except Refusal:
                raise
            except Exception:
                time.sleep(0.2)
                continue
            ids[client] = tenant.feedback.id_of(client)
            return

    def _start(self) -> None:
        self.worker = self.earshot.start("worker")

    def _kill(self) -> None:
        self._stop()
        self._start()

    def _stop(self) -> None:
        if self.worker:
            self.worker.kill()
            self.worker.communicate()

    def _restart(self) -> None:
        if self.server:
            self.server.restart()

    def _wait(self, ids: dict[str, UUID], back: float) -> None:
        while time.time() - back < 120 and len(self._told()) < len(ids):
            time.sleep(0.5)
        time.sleep(5)  # what is doubled would come now

    def _told(self) -> Counter[str]:
        """How often each message was named in a letter."""
        lines = (line for *_, body in self.box.letters for line in body.splitlines())
        return Counter(line.rpartition("/")[2].strip() for line in lines if "/feedback/" in line)

    def _found(self, ids: dict[str, UUID], back: float, kills: int, restarts: int) -> Found:
        told, named = self._told(), {str(id) for id in ids.values()}
        assert told.keys() <= named
        last = max((at for at, *_ in self.box.letters), default=back)
        leaked = sum("canary" in body or "hits" in body for *_, body in self.box.letters)
        doubled = sum(times - 1 for times in told.values())
        return Found(
            len(ids), len(told), doubled, last - back, leaked, kills, restarts if self.server else 0
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--restarts", type=int, default=5)
    parser.add_argument("--down", type=float, default=600)
    parser.add_argument("--store", choices=["sqlite", "postgresql", "both"], default="both")
    asked = vars(parser.parse_args())
    store = asked.pop("store")
    if store != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            print("SQLite:", AlertTrial(Path(folder), None).run(**asked), flush=True)
    if store == "sqlite":
        return
    with tempfile.TemporaryDirectory() as folder, Server() as server:
        print("PostgreSQL:", AlertTrial(Path(folder), server).run(**asked), flush=True)


if __name__ == "__main__":
    main()
