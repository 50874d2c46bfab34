"""What is read before web processes are made is all that they run, and nothing of it is opened."""

from __future__ import annotations

import subprocess
import sys

_ASKED = """
import os, sys, threading
from infra.preloading import preload
preload()
opened = [os.readlink(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd")
          if os.path.exists(f"/proc/self/fd/{each}")]
print([each for each in opened if each.startswith("socket:") or each.endswith(".db")])
print(threading.active_count())
ours = ("web", "infra", "services", "events", "projections")
before = set(sys.modules)
from web.app import create_app
create_app(None, b"a secret for the tests, 32 bytes", https=False)
print(sorted(each for each in set(sys.modules) - before if each.split(".")[0] in ours))
"""


def test_all_is_read_and_nothing_is_opened() -> None:
    asked = [sys.executable, "-c", _ASKED]
    said = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines() == ["[]", "1", "[]"]
