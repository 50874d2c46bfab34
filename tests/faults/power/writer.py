"""Writes to Norfolk until it is killed, and says what was acknowledged: an id in each line.

``python -m tests.faults.power.writer`` with the settings of a service in its environment.
"""

from __future__ import annotations

import os
import threading
from uuid import uuid4

from infra.partnerships import Partnerships
from infra.settings import load

_THREADS = 3


def main() -> None:
    partnerships = Partnerships.of(load())
    tenant, log = partnerships.open("norfolk"), partnerships.log("norfolk")

    def talk() -> None:
        while True:
            client = uuid4().hex
            tenant.feedback.submit(client, words=f"words of {client}")
            os.write(1, f"{client}\n".encode())

    for _ in range(_THREADS):
        threading.Thread(target=talk, daemon=True).start()
    while True:
        tenant.catch_up()
        log.advance(at_once=True)


if __name__ == "__main__":
    main()
