"""Text messages by folder, by SNS; letters and text messages by GOV.UK Notify, over real HTTP."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.sns.models import sns_backends

from infra.mail import FolderTexter, SnsTexter, texter_of
from infra.mail.notify import Notify, NotifyMailer, NotifyTexter
from infra.mail.texts import NoTexts
from infra.settings import load
from services.ports import Attachment, Letter, NotSent, TextMessage

MESSAGE = TextMessage("+447700900123", "An urgent message waits (4F2A7C).", "urgent:1")
KEY = f"test-{'a' * 8}-1111-4111-8111-{'b' * 12}-{'c' * 8}-1111-4111-8111-{'d' * 12}"
TEMPLATE = "11111111-1111-4111-8111-111111111111"


@dataclass
class Notifying:
    """A server that answers as Notify's API does; ``status`` is what it answers next."""

    status: int = 201
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def notify() -> Iterator[Notifying]:
    world = Notifying()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            assert self.headers["Authorization"].startswith("Bearer ")
            world.asked.append((self.path, body))
            said = {"errors": [{"error": "BadRequestError", "message": body.get("phone_number")}]}
            answer = json.dumps({"id": "1"} if world.status == 201 else said).encode()
            self.send_response(world.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    world.url = f"http://127.0.0.1:{server.server_port}"
    yield world
    server.shutdown()
    server.server_close()


def test_the_folder_keeps_each_text_message(tmp_path: Path) -> None:
    FolderTexter(tmp_path / "post").send(MESSAGE)
    [file] = (tmp_path / "post").iterdir()
    assert file.read_text() == f"To: {MESSAGE.to}\n\n{MESSAGE.text}\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_sns_takes_a_text_message(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with mock_aws():
        boto3.client("sns", region_name="eu-west-2")
        SnsTexter("eu-west-2").send(MESSAGE)
        [(to, text)] = sns_backends[DEFAULT_ACCOUNT_ID]["eu-west-2"].sms_messages.values()
    assert (to, text) == (MESSAGE.to, MESSAGE.text)


def test_notify_takes_letters_and_text_messages(notify: Notifying) -> None:
    there = Notify(KEY, notify.url)
    NotifyTexter(there, TEMPLATE).send(MESSAGE)
    NotifyMailer(there, TEMPLATE).send(Letter("a@b.example", "Urgent", "Open it.", key="urgent:2"))
    [(sms, text), (email, letter)] = notify.asked
    assert (sms, email) == ("/v2/notifications/sms", "/v2/notifications/email")
    assert text["personalisation"] == {"body": MESSAGE.text}
    assert (text["phone_number"], text["reference"]) == (MESSAGE.to, "urgent:1")
    assert letter["personalisation"] == {"subject": "Urgent", "body": "Open it."}
    assert (letter["email_address"], letter["reference"]) == ("a@b.example", "urgent:2")


@pytest.mark.parametrize(
    ("status", "is_final"), [(400, True), (403, False), (429, False), (500, False)]
)
def test_what_notify_refuses_is_tried_again_unless_the_number_is_bad(
    notify: Notifying, status: int, is_final: bool
) -> None:
    notify.status = status
    with pytest.raises(NotSent, match=f"{status}") as refused:
        NotifyTexter(Notify(KEY, notify.url), TEMPLATE).send(MESSAGE)
    assert refused.value.is_final == is_final
    assert MESSAGE.to not in str(refused.value)  # which is logged


def test_where_nobody_answers_it_is_tried_again(notify: Notifying) -> None:
    with pytest.raises(NotSent) as refused:
        NotifyTexter(Notify(KEY, "http://127.0.0.1:9"), TEMPLATE).send(MESSAGE)
    assert not refused.value.is_final


def test_notify_takes_no_attachments() -> None:
    pdf = Attachment("a.pdf", "application/pdf", b"%PDF")
    with pytest.raises(NotSent, match="attachments"):
        NotifyMailer(Notify(KEY), TEMPLATE).send(Letter("a@b.example", "s", "t", (pdf,)))


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, FolderTexter),
        ({"EARSHOT_POST": "ses:eu-west-2"}, NoTexts),
        ({"EARSHOT_POST": "ses:eu-west-2", "EARSHOT_TEXTS": "folder"}, FolderTexter),
        ({"EARSHOT_TEXTS": "sns:eu-west-2"}, SnsTexter),
    ],
)
def test_the_settings_name_the_way(given: dict[str, str], kind: type[object]) -> None:
    assert isinstance(texter_of(load(given)), kind)


def test_where_no_way_is_set_that_is_said() -> None:
    with pytest.raises(NotSent, match="EARSHOT_TEXTS") as refused:
        NoTexts().send(MESSAGE)
    assert refused.value.is_final
