"""Sending letters: into a folder, by SMTP, or by Amazon SES."""

from __future__ import annotations

from infra.mail.folder import FolderMailer
from infra.mail.ses import SesMailer
from infra.mail.smtp import SmtpMailer
from infra.settings import Settings
from services.ports import Mailer

__all__ = ["FolderMailer", "SesMailer", "SmtpMailer", "mailer_of"]


def mailer_of(settings: Settings) -> Mailer:
    """Opens the mailer that the settings name."""
    kind, _, rest = settings.post.partition(":")
    match kind:
        case "smtp":
            return SmtpMailer(f"smtp:{rest}", settings.post_from)
        case "ses":
            return SesMailer(rest, settings.post_from)
        case _:
            return FolderMailer(settings.var / "post", aloud=settings.demo)
