"""A line between a tablet and the service that can be cut: for every part of the browser at once.

Playwright's own ``set_offline`` acts on each part apart. After a browser was started anew it kept
the worker from answering in about half of the runs; without a service it answered in all.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from urllib.parse import urlsplit

BAD_GATEWAY = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbad"


class Line:
    """Forwards to an address while ``is_there``; else it ends what is open and takes nothing.

    While ``is_bad`` it answers as a gateway does whose service is away.
    """

    def __init__(self, address: str) -> None:
        at = urlsplit(address)
        self.to = (str(at.hostname), int(at.port or 0))
        self.is_there, self.is_bad = True, False
        self.open: list[socket.socket] = []
        self.turn = threading.Lock()  # a connection is made before a cut or after it
        self.gate = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.address = f"http://127.0.0.1:{self.gate.getsockname()[1]}"
        threading.Thread(target=self._take, daemon=True).start()

    def cut(self, *, is_bad: bool = False) -> None:
        with self.turn:
            self.is_there, self.is_bad = False, is_bad
            for each in self.open:
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
            self.open.clear()

    def mend(self) -> None:
        with self.turn:
            self.is_there = True

    def close(self) -> None:
        self.cut()
        self.gate.close()

    def _take(self) -> None:
        with suppress(OSError):  # the gate is closed
            while True:
                near, _ = self.gate.accept()
                with self.turn:
                    self._connect(near)

    def _connect(self, near: socket.socket) -> None:
        if not self.is_there:
            threading.Thread(target=_refuse, args=(near, self.is_bad), daemon=True).start()
            return
        far = socket.create_connection(self.to)
        self.open += [near, far]
        for one, other in ((near, far), (far, near)):
            threading.Thread(target=_pass_on, args=(one, other), daemon=True).start()


def _refuse(near: socket.socket, is_bad: bool) -> None:
    with near, suppress(OSError):
        if is_bad and near.recv(65536):
            near.sendall(BAD_GATEWAY)


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while some := one.recv(65536):
            other.sendall(some)
    for each in (one, other):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        with suppress(OSError):
            each.close()
