"""Opening the stores at the start of a process, also where the database is away for a moment."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from datetime import datetime
from functools import partial

from eventsourcing.persistence import PersistenceError
from sqlalchemy.exc import SQLAlchemyError

from infra.errors import Away, NotReady
from infra.partnerships import Partnerships
from infra.proof.note_key import BadNote
from infra.proof.public_checkpoints import Daily
from infra.settings import Settings
from infra.start_checks import look_at_all
from web.site.unavailable import is_passing

TRIES_SECONDS = 30.0  # less than gunicorn waits for a process that starts
_PAUSE = 0.5
_log = logging.getLogger(__name__)


def opened(settings: Settings, seconds: float = TRIES_SECONDS) -> Partnerships:
    """The partnerships, each looked at before the first request.

    Raises ``NotReady`` or ``BadKey`` where they cannot be used; ``Away`` where the database did
    not answer for so long.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            return _opened(settings)
        except Exception as error:
            if not (isinstance(error, Away) or is_passing(error)):
                raise
            if time.monotonic() > until:
                raise Away(str(error)) from error
            _log.warning("the database is away; it is tried again")
            time.sleep(_PAUSE)


def _opened(settings: Settings) -> Partnerships:
    partnerships = Partnerships.of(settings)
    partnerships.store.clock.ask(partial(newest_day, partnerships))
    try:
        look_at_all(partnerships)
    except BaseException:
        partnerships.close()
        raise
    return partnerships


def newest_day(partnerships: Partnerships) -> datetime | None:
    """The newest day that any partnership's log signed for: one is signed daily, however quiet."""
    found = list[datetime]()
    for slug in partnerships.served():
        with suppress(BadNote, NotReady, PersistenceError, SQLAlchemyError):
            if day := Daily(partnerships.log(slug)).newest():
                found.append(day.at)
    return max(found, default=None)
