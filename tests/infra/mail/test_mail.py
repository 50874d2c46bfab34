"""Letters go out by folder, by a real SMTP server, by SES; what did not go out is said."""

from __future__ import annotations

import io
import socket
import stat
import threading
from collections.abc import Iterator
from contextlib import redirect_stdout
from email import message_from_bytes, message_from_string
from email.policy import default
from pathlib import Path
from traceback import format_exception
from typing import Any

import boto3
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from infra.mail import FolderMailer, SesMailer, SmtpMailer, mailer_of
from infra.settings import load
from services.ports import Attachment, Letter, NotSent

LETTER = Letter("ms.okafor@norfolk.example", "Sign in … once…", "Open this:\nhttps://x/…\n")
PDF = "application/pdf"
SENDER = "earshot@norfolk.example"


class Box:
    """What a mail server took in; it refuses letters to people it does not know."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []

    async def handle_RCPT(  # what aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("unknown"):
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.envelopes.append(envelope)
        return "250 OK"


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def smtp(box: Box) -> Iterator[SmtpMailer]:
    controller = Controller(box, hostname="127.0.0.1", port=_free_port())
    controller.start()
    yield SmtpMailer(f"smtp://127.0.0.1:{controller.port}", SENDER)
    controller.stop()


def test_a_mail_server_gets_the_letter_as_it_was_written(smtp: SmtpMailer, box: Box) -> None:
    smtp.send(LETTER)
    [envelope] = box.envelopes
    assert envelope.rcpt_tos == [LETTER.to]
    assert envelope.mail_from == SENDER
    assert isinstance(envelope.content, bytes)
    message = message_from_bytes(envelope.content, policy=default)
    assert message["Subject"] == LETTER.subject
    assert message.get_content().replace("\r\n", "\n") == LETTER.text


def test_what_is_attached_goes_with_it(smtp: SmtpMailer, box: Box, tmp_path: Path) -> None:
    letter = Letter(LETTER.to, "A copy", "Attached.\n", (Attachment("a.pdf", PDF, b"%PDF"),))
    smtp.send(letter)
    [envelope] = box.envelopes
    assert isinstance(envelope.content, bytes)
    [part] = message_from_bytes(envelope.content, policy=default).iter_attachments()
    assert (part.get_filename(), part.get_content()) == ("a.pdf", b"%PDF")
    FolderMailer(tmp_path / "post").send(letter)
    attached, written = sorted((tmp_path / "post").iterdir())
    assert attached.read_bytes() == b"%PDF"
    assert f"Attached: {attached.name}" in written.read_text()


def test_ses_takes_what_is_attached(ses: Any) -> None:
    ses.create_email_identity(EmailIdentity=SENDER)
    SesMailer("eu-west-2", SENDER).send(
        Letter(LETTER.to, "A copy", "Attached.\n", (Attachment("a.pdf", PDF, b"%PDF"),))
    )
    [sent] = ses_backends[DEFAULT_ACCOUNT_ID]["eu-west-2"].sent_messages
    [part] = message_from_string(sent.raw_data, policy=default).iter_attachments()
    assert part.get_content() == b"%PDF"


def test_a_letter_that_is_refused_was_not_sent(smtp: SmtpMailer, box: Box) -> None:
    whom = "unknown"
    with pytest.raises(NotSent, match="SMTPRecipientsRefused 550") as raised:
        smtp.send(Letter(f"{whom}@norfolk.example", "Hello", "Hello"))
    assert f"{whom}@" not in "".join(format_exception(raised.value))  # which may be logged
    assert box.envelopes == []


def test_an_address_cannot_smuggle_in_another(smtp: SmtpMailer, box: Box) -> None:
    with pytest.raises(NotSent):
        smtp.send(Letter("a@b.example\nBcc: c@d.example", "Hello", "Hello"))
    assert box.envelopes == []


def test_a_mail_server_that_is_down_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotSent, match="the mail server did not take it"):
        SmtpMailer(f"smtp://127.0.0.1:{_free_port()}", SENDER).send(LETTER)


def test_a_mail_server_that_hangs_up_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        hangs_up = threading.Thread(target=lambda: listening.accept()[0].close())
        hangs_up.start()
        with pytest.raises(NotSent, match="the mail server did not take it"):
            SmtpMailer(f"smtp://127.0.0.1:{listening.getsockname()[1]}", SENDER).send(LETTER)
        hangs_up.join()


def test_a_password_is_never_printed() -> None:
    assert "secret" not in repr(SmtpMailer("smtp://somebody:secret@mail.example", SENDER))


def test_a_letter_is_a_private_file(tmp_path: Path) -> None:
    FolderMailer(tmp_path / "post").send(LETTER)
    [file] = (tmp_path / "post").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert LETTER.text in file.read_text()
    assert LETTER.to in file.name


def test_the_newest_letter_is_last_and_no_name_leads_elsewhere(tmp_path: Path) -> None:
    post = FolderMailer(tmp_path / "post")
    for number in range(3):
        post.send(Letter("../../x@y", f"number {number}", ""))
    files = sorted((tmp_path / "post").iterdir())
    assert [f"number {number}" in file.read_text() for number, file in enumerate(files)] == [
        True,
        True,
        True,
    ]
    assert [each.name for each in tmp_path.iterdir()] == ["post"]


def test_the_demo_also_prints_it(tmp_path: Path) -> None:
    with redirect_stdout(io.StringIO()) as printed:
        FolderMailer(tmp_path, aloud=True).send(LETTER)
    assert LETTER.text in printed.getvalue()


def test_a_folder_that_cannot_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "post").write_text("a file")
    with pytest.raises(NotSent, match="cannot be written to"):
        FolderMailer(tmp_path / "post").send(LETTER)


@pytest.fixture
def ses(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    with mock_aws():
        yield boto3.client("sesv2", region_name="eu-west-2")


def test_ses_takes_a_letter_from_a_sender_it_knows(ses: Any) -> None:
    ses.create_email_identity(EmailIdentity=SENDER)
    SesMailer("eu-west-2", SENDER).send(LETTER)
    [sent] = ses_backends[DEFAULT_ACCOUNT_ID]["eu-west-2"].sent_messages
    assert (sent.source, sent.subject, sent.body) == (SENDER, LETTER.subject, LETTER.text)
    assert sent.destinations["ToAddresses"] == [LETTER.to]


def test_ses_refuses_a_sender_it_does_not_know(ses: Any) -> None:
    with pytest.raises(NotSent, match="SES did not take it"):
        SesMailer("eu-west-2", SENDER).send(LETTER)


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ("folder", FolderMailer),
        ("smtp://mail.example:25", SmtpMailer),
        ("ses:eu-west-2", SesMailer),
    ],
)
def test_the_settings_name_the_post(named: str, kind: type) -> None:
    assert type(mailer_of(load({"EARSHOT_POST": named}))) is kind


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
