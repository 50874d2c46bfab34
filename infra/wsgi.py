"""The WSGI application that gunicorn serves."""

from __future__ import annotations

import gc
import logging

from flask import Flask

from infra import settings
from infra.database import patience
from infra.errors import NotReady
from infra.keys.root_key import BadKey
from infra.logs import set_up
from infra.partnerships import Partnerships
from infra.recovery import forget_again
from infra.shared_buckets import SharedBuckets
from infra.worker.worker import STANDBY_SECONDS, Worker
from web.app import create_app

_COULD_NOT_LOAD = 4  # gunicorn's own code: stop, do not try again


def make() -> Flask:
    """The application as the settings say. Opened after the fork, in each worker."""
    set_up()
    try:
        given = settings.load()
        partnerships = Partnerships.of(given)
        forget_again(partnerships)  # before the first request, in case a backup was restored
    except (settings.BadSettings, NotReady, BadKey, OSError) as error:
        logging.getLogger("earshot").error("Earshot can't start: %s", error)
        raise SystemExit(_COULD_NOT_LOAD) from None
    if given.follow:
        turn = given.var / "worker.turn"
        Worker(partnerships, turn, standby=STANDBY_SECONDS).start()
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
