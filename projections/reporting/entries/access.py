"""Who may sign in is not for a report."""

from __future__ import annotations

from typing import assert_never

from events.access import access, letters


def entry(fact: access.AccessFact) -> None:
    match fact:
        case (
            access.AccessGiven()
            | access.AgencyAccessGiven()
            | access.YoungEditorAccessGiven()
            | access.YouthWorkerAccessGiven()
            | access.AccessEnded()
            | access.SignInLinkMade()
            | access.SignedIn()
            | access.SessionBegun()
            | access.SignedOut()
            | letters.TextNumberGiven()
            | letters.DigestChosen()
        ):
            return
        case _:
            assert_never(fact)
