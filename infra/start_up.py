"""Opening the stores at the start of a process, also where the database is away for a moment."""

from __future__ import annotations

import logging
import time

from infra.errors import Away
from infra.partnerships import Partnerships
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
    try:
        look_at_all(partnerships)
    except BaseException:
        partnerships.close()
        raise
    return partnerships
