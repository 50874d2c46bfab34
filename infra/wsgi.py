"""The WSGI application that gunicorn serves."""

from __future__ import annotations

import gc
import logging

from flask import Flask

from infra import settings
from infra.database import patience
from infra.errors import Away, NotReady
from infra.keys.root_key import BadKey
from infra.logs import set_up
from infra.shared_buckets import SharedBuckets
from infra.start_up import opened
from infra.worker.standby import Standby
from web.app import create_app

_TRY_AGAIN = 1  # gunicorn starts another process, and never gives up
_COULD_NOT_LOAD = 4  # gunicorn's own code: stop, do not try again


def make() -> Flask:
    """The application as the settings say. Opened after the fork, in each worker."""
    set_up()
    try:
        given = settings.load()
        partnerships = opened(given)
    except Away as away:
        logging.getLogger("earshot").error("Earshot waits for its database: %s", away)
        raise SystemExit(_TRY_AGAIN) from None
    except (settings.BadSettings, NotReady, BadKey, OSError) as error:
        logging.getLogger("earshot").error("Earshot can't start: %s", error)
        raise SystemExit(_COULD_NOT_LOAD) from None
    if given.follow:
        Standby(given.var / "worker.turn").start()
    made = create_app(
        partnerships,
        partnerships.session_secret(),
        https=given.is_https,
        proxies=given.proxies,
        buckets=SharedBuckets(given.var / "buckets.db"),
    )
    made.config["SHORTEST_TELLING"] = given.shortest_telling
    made.wsgi_app = patience.bounded(made.wsgi_app)  # type: ignore[method-assign]
    gc.freeze()  # what lives for ever need not be looked through at every collection
    return made


app = make()
