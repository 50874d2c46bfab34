"""What could harm a child here, and what stands in the way: for the impact assessment.

They are those of docs/security.md, for people who assess and do not program.
"""

from __future__ import annotations

from typing import NamedTuple


class Risk(NamedTuple):
    """What could happen, what is done against it, and what is left for people to do."""

    risk: str
    measures: str
    left: str


RISKS: tuple[Risk, ...] = (
    Risk(
        "Somebody in the same house finds out that a child told us.",
        "No account, cookie, message or e-mail to the child. One press leaves. Five words open the "
        "answer and never show what was said.",
        "Explain on posters how to look for help from a safe device.",
    ),
    Risk(
        "A cry for help is not read in time.",
        "People on duty are told at once by e-mail and text message, one after another, until "
        "somebody opens it. The page tells the child honestly when nobody is there.",
        "Keep the rota filled, holidays too, and look at the page “On duty” each week.",
    ),
    Risk(
        "A child is recognised in a number, a quotation or a report.",
        "Small numbers are hidden, others rounded. Words are quoted only after a yes and after two "
        "people looked at them. Public numbers move once a week.",
        "Read each report as somebody from the same school would.",
    ),
    Risk(
        "A member of staff reads or removes what they should not.",
        "Who opened words is on the record, by the hour. Forgetting takes two people. With an "
        "escalated concern nobody may have let both in, and a scrutineer has a week to stop it.",
        "Have the scrutineer look at the record of looks.",
    ),
    Risk(
        "Data are kept longer than they are needed.",
        "What is due is listed. Words are destroyed with their key, in every copy.",
        "Set a period for each outcome, and confirm what is due.",
    ),
    Risk(
        "Somebody steals a disk, a backup or a password.",
        "Words, names and addresses are encrypted under keys that are kept elsewhere.",
        "Keep keys and backups apart, and renew the keys each quarter.",
    ),
    Risk(
        "The record is altered afterwards.",
        "Nothing can be changed without being found out; anybody can check that with a file.",
        "Keep a checkpoint outside the service.",
    ),
)
