"""Many at once, as after an assembly: everybody is answered, nobody waits long, no page fails."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from events.feedback.feedback import FeedbackSubmitted
from infra.partnerships import Partnerships
from tests.faults.gunicorn import Gunicorn
from tests.faults.serving import SQLITE_FIRST
from tests.faults.telling import Teller
from tests.infra.drawing import facts_of

_ANSWERS = {200, 503}
_FEW, _MANY = 24, 512
LONGEST = 60.0


def tells_and_returns(teller: Teller) -> tuple[list[int], float, str]:
    """The statuses of every answer, the longest wait, and the five words if there are any yet."""
    found, longest, words = [], 0.0, ""

    def noted(answer: tuple[int, str]) -> tuple[int, str]:
        nonlocal longest
        longest = max(longest, teller.took)
        found.append(answer[0])
        return answer

    form = teller.form_in(noted(teller.get("tell"))[1])
    if form and (status := noted(teller.send(form, "many at once")))[0] == 200:
        words = teller.words_in(status[1])
        noted(teller.finds(words))
    return found, longest, words


@SQLITE_FIRST
@pytest.mark.parametrize(
    "count", [_FEW, pytest.param(_MANY, marks=pytest.mark.faults_long)], ids=str
)
def test_a_crowd_is_answered_in_words(
    norfolk: Partnerships, settings: dict[str, str], tmp_path: Path, count: int
) -> None:
    with Gunicorn(settings, tmp_path / "log") as server, ThreadPoolExecutor(count) as together:
        tellers = [
            Teller(server.port, source=f"127.{n // 200 + 1}.{n % 200 + 1}.2") for n in range(count)
        ]
        answers = list(together.map(tells_and_returns, tellers))
    statuses = Counter(status for found, _, _ in answers for status in found)
    longest, words = max(wait for _, wait, _ in answers), [each for *_, each in answers if each]
    kind = "postgresql" if "EARSHOT_DATABASE_URL" in settings else "sqlite"
    waits = f"longest wait {longest:.1f} s, {len(words)} told"
    print(f"{count} at once, {kind}: {dict(statuses)}, {waits}")
    assert set(statuses) <= _ANSWERS
    assert longest < LONGEST
    told = facts_of(norfolk.store.recorder("norfolk"), norfolk.keys)
    assert sum(isinstance(fact, FeedbackSubmitted) for fact in told) >= len(words)
    assert len(set(words)) == len(words) > 0
    log = (tmp_path / "log").read_text()
    assert "a page failed" not in log
    assert "Traceback" not in log
