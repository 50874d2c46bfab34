"""The WSGI application that gunicorn serves."""

from __future__ import annotations

import gc
import logging

from flask import Flask

from infra import settings
from infra.errors import NotReady
from infra.keys.root_key import BadKey
from infra.logs import set_up
from infra.partnerships import Partnerships
from infra.shared_buckets import SharedBuckets
from infra.start_checks import look_at_all
from infra.worker.worker import STANDBY_SECONDS, Worker
from web.app import create_app

_COULD_NOT_LOAD = 4  # gunicorn's own code: stop, do not try again


def make() -> Flask:
    """The application as the settings say. Opened after the fork, in each worker."""
    set_up()
    try:
        given = settings.load()
        partnerships = Partnerships.of(given)
        look_at_all(partnerships)
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
    gc.freeze()  # what lives for ever need not be looked through at every collection
    return made


app = make()
