"""Loads every seed file through the services, with progress. Loading twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from events.fact import Provenance
from infra.onboarding import join_partnership
from infra.partnerships import Partnerships
from infra.seeds.founding_partnerships import FOUR
from infra.seeds.loader import play
from infra.seeds.seed_file import Seed, every_seed
from projections.reporting.editions import Editions

_WIDTH = 30


def load_seeds(partnerships: Partnerships, say: Callable[[str], object], bar: TextIO) -> None:
    """Makes the four partnerships and plays each seed file. Raises ``BadSeed``."""
    for asked in FOUR:
        join_partnership(partnerships, asked)
    for seed in every_seed():
        tenant = partnerships.open(seed.partnership)
        before = tenant.ledger.recorder.max_notification_id() or 0
        for done in play(seed, tenant):
            _show(bar, seed, done)
        tenant.catch_up()
        new = (tenant.ledger.recorder.max_notification_id() or 0) - before
        say(f"{seed.partnership}: {seed.name}, {new} new facts" if new else _nothing_new(seed))


def ask_for_editions(partnerships: Partnerships) -> None:
    """Has each document's report kept as a web page and a PDF, once the server runs."""
    for asked in FOUR:
        tenant = partnerships.open(asked.slug)
        with tenant.read(Editions) as view:
            waiting = [row for row in view.shelved.where() if not row.is_ours and not row.ground]
        for row in waiting:
            provenance = Provenance("Earshot", "loaded", None, "loaded")
            tenant.edition.ask(row.report, provenance, report=row.report)
        tenant.catch_up()


def _nothing_new(seed: Seed) -> str:
    return f"{seed.partnership}: {seed.name}, nothing new"


def _show(bar: TextIO, seed: Seed, done: int) -> None:
    if bar.isatty():
        full = _WIDTH * done // max(1, len(seed.steps))
        end = "\n" if done == len(seed.steps) else ""
        bar.write(f"\r{seed.name[:24]:<24} [{'#' * full:<{_WIDTH}}] {done}/{len(seed.steps)}{end}")
        bar.flush()
