"""Every urgent message reaches somebody, through a dead mail server, kills and restarts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.alert_trial import AlertTrial
from tests.postgres import Server


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_each_urgent_message_is_alerted_once_the_mail_is_back(kind: str, tmp_path: Path) -> None:
    """The long trial is ``python -m tests.faults.alert_trial``."""
    if kind == "sqlite":
        found = AlertTrial(tmp_path, None).run(messages=20, kills=2, restarts=0, down=5)
    else:
        with Server(durable=False) as server:
            found = AlertTrial(tmp_path, server).run(messages=20, kills=2, restarts=1, down=5)
    assert found.alerted == found.messages == 20
    assert found.doubled <= 1  # a worker may die between sending and saying so
    assert found.leaked == 0
