"""The rows of the attacker's table (docs/security.md) that can be tried from outside.

Each row attacks, and gives what it got away with: nothing, where the way is closed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from uuid import uuid4

from tests.attacks.world import AT, World
from tests.faults.visitor import Visitor
from tests.infra.command import Earshot
from tests.web.staff import WORKERS
from web.site.rate_limit import PACES

ROOT = Path(__file__).parents[2]
PUBLIC = ("", "/you-said", "/you-said.atom", "/privacy", "/proof/checkpoint", "/reports/")
_CHANGING = re.compile(r'name="(csrf_token|key|client_id|token)" value="[^"]+"')
Row = Callable[[World], str]


def an_urgent_message_wakes_nobody(world: World) -> str:
    words = "He hits me every night, said the Dunnock"
    world.tell(words)
    until = monotonic() + WORKERS
    while monotonic() < until:
        letters = [each.read_text() for each in world.post.glob("*") if each.is_file()]
        urgent = [each for each in letters if "urgent" in each.lower()]
        if urgent:
            return "a letter holds the words" if any("Dunnock" in each for each in urgent) else ""
        sleep(0.1)
    return "nobody was told"


def the_record_leads_a_scrutineer_to_five_words(world: World) -> str:
    told = world.tell("A heron by the weir")
    scrutineer = world.staff("scrutineer@norfolk.example")
    shown = scrutineer.get(f"{AT}/work/replay/")[1]
    if told["client_id"] in shown:
        return "the replay shows the id that a form is sent again with"
    stolen = {name: told[name] for name in ("client_id", "words", "feeling")}
    page = world.visitor().post(f"{AT}/tell/send", **stolen)[1]
    return "its id alone gives the five words" if told["receipt"] in page else ""


def one_adult_with_two_mailboxes_deletes_a_concern(world: World) -> str:
    words = "A curlew who must be heard"
    item = world.escalated(words)
    first = world.staff("coordinator@norfolk.example")
    second = f"second-{uuid4().hex[:6]}@norfolk.example"
    first.get(f"{AT}/work/people/")
    first.post(f"{AT}/work/people/", name="Second self", email=second, role="coordinator")
    other = world.staff(second)
    number = item.rpartition("/")[2]
    for asker, confirmer in ((first, other), (other, first)):
        asker.get(item)
        asker.post(f"{item}/lift", why="No longer needed")
        asker.post(f"{item}/forget", ground="should never have been recorded")
        confirmer.get(f"{AT}/work/forgetting/{number}")
        confirmer.post(f"{AT}/work/forgetting/{number}/confirm")
    triage = world.staff("triage@norfolk.example")
    return "" if words in triage.get(item)[1] else "the words are gone"


def public_pages_tell_that_a_concern_was_escalated(world: World) -> str:
    words = "A snipe about school"
    world.tell(words, about="school")
    triage = world.staff("triage@norfolk.example")
    item = world.item(triage, words)
    triage.post(f"{item}/theme", theme="Waiting")
    before = _public(world)
    given = {"told_to": "The front door", "escalated_at": "2026-01-05T10:00", "reference": "S-1"}
    triage.post(f"{item}/escalate", **given)
    changed = [path for path, page in _public(world).items() if page != before[path]]
    return f"{', '.join(changed)} changed" if changed else ""


def the_public_checkpoint_counts_a_message(world: World) -> str:
    before = world.visitor().get(f"{AT}/proof/checkpoint")
    world.tell("A single wren")
    return "" if world.visitor().get(f"{AT}/proof/checkpoint") == before else "it changed"


def many_networks_shut_the_channel(world: World) -> str:
    for number in range(PACES["tell"].partnership + 20):
        flooder = world.visitor(f"172.{16 + number // 250}.{number % 250}.1")
        flooder.post(f"{AT}/tell/send", feeling="happy", words="Flood")
    status, _ = world.visitor("198.51.100.7").post(
        f"{AT}/tell/send", client_id=str(uuid4()), feeling="sad", words="A child in the flood"
    )
    return "" if status == 200 else f"a child got {status}"


def a_picture_signs_staff_out(world: World) -> str:
    triage = world.staff("triage@norfolk.example")
    triage.headers["Sec-Fetch-Site"] = "cross-site"
    cleared = triage.answered("GET", f"{AT}/leave.svg").get("Clear-Site-Data")
    del triage.headers["Sec-Fetch-Site"]
    signed_in = triage.get(f"{AT}/work/")[0] == 200
    return "" if signed_in and not cleared else f"cleared {cleared}, signed in {signed_in}"


def another_site_signs_somebody_in(world: World) -> str:
    strange = world.visitor(Sec_Fetch_Site="cross-site")
    status, _ = strange.post(f"{AT}/work/sign-in/{uuid4()}/secret")
    return "" if status == 403 else f"the button of a link answered {status}"


def the_time_of_signing_in_tells_who_works_here(world: World) -> str:
    """A ratio in one run: here and strange addresses take turns."""
    spent: dict[str, list[float]] = {
        "coordinator@norfolk.example": [],
        "nobody@norfolk.example": [],
    }
    for _ in range(12):
        for email, seconds in spent.items():
            visitor, begun = world.visitor(), monotonic()
            visitor.post(f"{AT}/work/sign-in", email=email)
            seconds.append(monotonic() - begun)
    known, strange = (median(seconds) for seconds in spent.values())
    return "" if 0.5 < known / strange < 2 else f"{known / strange:.1f} times as long"


def a_huge_form_is_read(world: World) -> str:
    flood = {f"f{number}": "1" for number in range(28_000)}
    status, _ = world.visitor().post(f"{AT}/tell/send", **flood)
    return "" if status == 413 else f"it answered {status}"


def codes_of_questions_are_tried_out(world: World) -> str:
    guesser = world.visitor()
    tried = [guesser.get(f"{AT}/ask/{number:06}")[0] for number in range(14)]
    return "" if tried[-1] == 429 else f"the last try answered {tried[-1]}"


def a_file_signed_by_anybody_passes(world: World) -> str:
    out = world.folder / "norfolk.jsonl"
    assert world.earshot.run("bundle", "norfolk", "--out", str(out)).code == 0
    verifier = ROOT / "infra" / "proof" / "verify.py"
    done = subprocess.run([sys.executable, "-I", str(verifier), str(out)], capture_output=True)
    return "" if done.returncode == 3 else f"the verifier ended with {done.returncode}"


def the_demonstration_is_served_in_earnest(world: World) -> str:
    return _starts(world, EARSHOT_DEMO="yes", EARSHOT_PUBLIC_URL="https://earshot.example")


def words_go_to_a_database_in_clear(world: World) -> str:
    return _starts(world, EARSHOT_DATABASE_URL="postgresql://db.example/earshot?sslmode=disable")


def _starts(world: World, **settings: str) -> str:
    apart = Earshot(world.folder, {"EARSHOT_VAR": str(world.folder / "apart"), **settings})
    return "" if apart.run("migrate").code else "it starts"


def _public(world: World) -> dict[str, str]:
    """Public pages as a stranger sees them, without what changes with each look."""
    stranger = world.visitor()
    return {path: _steady(stranger, f"{AT}{path}") for path in PUBLIC}


def _steady(stranger: Visitor, path: str) -> str:
    return re.sub(
        r'name="(csrf_token|key|client_id|token)" value="[^"]+"', "", stranger.get(path)[1]
    )


ROWS: tuple[Row, ...] = (
    an_urgent_message_wakes_nobody,
    the_record_leads_a_scrutineer_to_five_words,
    one_adult_with_two_mailboxes_deletes_a_concern,
    public_pages_tell_that_a_concern_was_escalated,
    the_public_checkpoint_counts_a_message,
    a_picture_signs_staff_out,
    another_site_signs_somebody_in,
    the_time_of_signing_in_tells_who_works_here,
    a_huge_form_is_read,
    codes_of_questions_are_tried_out,
    a_file_signed_by_anybody_passes,
    the_demonstration_is_served_in_earnest,
    words_go_to_a_database_in_clear,
)
# It comes last, and takes hundreds of messages: only the script makes it.
FLOOD: Row = many_networks_shut_the_channel
