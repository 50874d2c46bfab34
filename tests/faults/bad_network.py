"""A line between Earshot and its database that stalls or is cut, as networks do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_CHUNK = 65_536


class BadNetwork:
    """Used as a context. While it stalls, it takes what is sent and passes nothing on, for ever."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._flows = threading.Event()
        self._flows.set()
        self._lines: list[socket.socket] = []
        self._every: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]

    def __enter__(self) -> BadNetwork:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._flows.set()
        self._lines = list(self._every)
        self.cut()
        for each in self._threads:
            each.join(10)

    @contextmanager
    def stalled(self) -> Iterator[None]:
        """Lines of before stay silent afterwards too, as those that a firewall forgot."""
        self._flows.clear()
        lost = list(self._lines)
        try:
            yield
        finally:
            self._lines = [each for each in self._lines if each not in lost]
            self._flows.set()

    def cut(self) -> None:
        """Ends every line at once."""
        lines, self._lines = self._lines, []
        for each in lines:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _accept(self) -> None:
        while True:
            try:
                ours, _ = self._listening.accept()
            except OSError:
                return
            theirs = socket.create_connection(("127.0.0.1", self._to))
            self._lines += [ours, theirs]
            self._every += [ours, theirs]
            for source, target in ((ours, theirs), (theirs, ours)):
                passing = threading.Thread(target=self._pass, args=(source, target), daemon=True)
                self._threads.append(passing)
                passing.start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(_CHUNK):
                while not self._flows.wait(0.1):
                    pass
                if source not in self._lines:
                    continue  # it was lost while the network stalled
                target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)
