"""Young people who press Send until they are answered, from many addresses, on a bad line."""

from __future__ import annotations

import random
import re
import threading
import time
from http.client import HTTPConnection, HTTPException
from itertools import count
from urllib.parse import urlencode
from uuid import uuid4

_WORDS = re.compile(r'name="receipt" value="([a-z ]+)"')
_LOST = 0.05
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class YoungPerson(threading.Thread):
    """``acknowledged`` has the words for what was answered; ``tried`` all that was ever sent.

    ``forgetful`` ones send with a new id each time they try again: the control of the test.
    """

    _addresses = count(2)

    def __init__(self, port: int, until: threading.Event, *, forgetful: bool = False) -> None:
        super().__init__(daemon=True)
        self.port, self.until, self.forgetful = port, until, forgetful
        self.acknowledged: dict[str, str] = {}
        self.tried: set[str] = set()
        self.said: set[str] = set()

    def run(self) -> None:
        while not self.until.is_set():
            saying = client_id = str(uuid4())
            while (words := self.send(client_id, saying, _LOST)) is None:
                if self.forgetful:
                    client_id = str(uuid4())
            self.acknowledged[client_id] = words
            self.said.add(saying)

    def ask_again(self, client_id: str) -> str:
        """The answer to what was sent before, however often it takes to get one."""
        while (words := self.send(client_id, client_id)) is None:
            time.sleep(0.2)
        return words

    def send(self, client_id: str, saying: str, lost: float = 0.0) -> str | None:
        """The five words, or none where no answer came or it was too soon."""
        self.tried.add(client_id)
        form = {"client_id": client_id, "feeling": "mixed", "words": saying}
        source = f"127.0.0.{next(self._addresses) % 248 + 2}"
        line = HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(source, 0))
        try:
            line.request("POST", "/norfolk/tell/send", urlencode(form), _FORM)
            if random.random() < lost:
                time.sleep(0.01)
                return None
            answer = line.getresponse()
            page = answer.read().decode()
        except (HTTPException, OSError):
            time.sleep(0.05)
            return None
        finally:
            line.close()
        if answer.status != 200:
            assert answer.status == 429, page
            time.sleep(0.1)
            return None
        return _WORDS.findall(page)[0]
