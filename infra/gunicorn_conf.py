"""How gunicorn runs Earshot: no control socket, and no access log, which would name children."""

from infra.preloading import preload
from infra.settings import load
from infra.stores import fold_all
from infra.worker.standby import start_beside

bind = "127.0.0.1:8000"
workers = 2
threads = 24
worker_class = "gthread"
preload_app = False
accesslog = None
errorlog = "-"
loglevel = "error"  # warnings of gunicorn name addresses
control_socket_disable = True
forwarder_headers = ""
limit_request_line = 2048
limit_request_fields = 60
timeout = 60
graceful_timeout = 20


def on_starting(server: object) -> None:
    """A web process that starts, or takes the place of one that ended, has nothing to read."""
    preload()


def when_ready(server: object) -> None:
    """Starts our worker beside gunicorn's. If it dies, a web process starts another."""
    if load().follow:
        start_beside()


def on_exit(server: object) -> None:
    """After a clean stop each ledger is whole in its one file."""
    fold_all(load())
