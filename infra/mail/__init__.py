"""Sending letters: into a folder, by SMTP, or by Amazon SES."""

from __future__ import annotations

from infra.mail.folder import FolderPost
from infra.mail.ses import SesPost
from infra.mail.smtp import SmtpPost
from infra.settings import Settings
from services.ports import Post

__all__ = ["FolderPost", "SesPost", "SmtpPost", "post_of"]


def post_of(settings: Settings) -> Post:
    """The post that the settings name."""
    kind, _, rest = settings.post.partition(":")
    match kind:
        case "smtp":
            return SmtpPost(f"smtp:{rest}", settings.post_from)
        case "ses":
            return SesPost(rest, settings.post_from)
        case _:
            return FolderPost(settings.var / "post", aloud=settings.demo)
