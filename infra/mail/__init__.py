"""Sending letters and text messages: into a folder, by SMTP, Amazon SES and SNS, GOV.UK Notify."""

from __future__ import annotations

from infra.mail.folder import FolderMailer
from infra.mail.notify import Notify, NotifyMailer, NotifyTexter
from infra.mail.ses import SesMailer
from infra.mail.smtp import SmtpMailer
from infra.mail.texts import FolderTexter, NoTexts, SnsTexter
from infra.settings import Settings
from services.ports import Mailer, Texter

__all__ = ["FolderMailer", "FolderTexter", "SesMailer", "SmtpMailer", "mailer_of", "texter_of"]


def mailer_of(settings: Settings) -> Mailer:
    """Opens the mailer that the settings name."""
    kind, _, rest = settings.post.partition(":")
    match kind:
        case "smtp":
            return SmtpMailer(f"smtp:{rest}", settings.post_from)
        case "ses":
            return SesMailer(rest, settings.post_from)
        case "notify":
            return NotifyMailer(_notify(settings), settings.notify_email_template)
        case _:
            return FolderMailer(settings.var / "post", aloud=settings.demo)


def texter_of(settings: Settings) -> Texter:
    """Opens the way for text messages. Where none is named: the folder, beside letters in it."""
    kind, _, region = settings.texts.partition(":")
    match kind or settings.post:
        case "sns":
            return SnsTexter(region)
        case "notify" if settings.texts:
            return NotifyTexter(_notify(settings), settings.notify_text_template)
        case "folder":
            return FolderTexter(settings.var / "post", aloud=settings.demo)
        case _:
            return NoTexts()


def _notify(settings: Settings) -> Notify:
    return Notify(settings.notify_key, settings.notify_url)
