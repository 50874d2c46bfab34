"""Publishing: final first, approved by each in turn, copies recorded only where they went out."""

from __future__ import annotations

import pytest

from events.reporting.publication_settings import ApprovalOrderSet, CopyRecipientsSet
from events.reporting.report import CopyNotSent, ReportApproved, ReportDrafted
from events.reporting.report_drafting import ReportFinalised
from services.refusals import Missing
from services.reporting import publication_settings as publication
from services.reporting import report_circulation
from services.reporting.report_state import (
    NotPublishedYet,
    evolve,
)
from tests.stories import STREAM, given, recorded

DRAFTED = recorded(
    ReportDrafted,
    name="r",
    title="R",
    also_called="",
    number=None,
    period=None,
    ruleset="Working Together 2023",
    duties=(),
    versions=(),
)
FINAL = recorded(ReportFinalised)
EXECUTIVE = recorded(ReportApproved, body="Executive", approved_on=None)
FULL = recorded(ReportApproved, body="full partnership", approved_on=None)
ORDER = ("Executive", "Full Partnership")
UNSET = publication.Publication.initial(STREAM)


def test_the_order_names_each_body_once() -> None:
    with pytest.raises(Missing):
        publication.set_order(UNSET, FINAL.provenance, bodies=("Executive", "executive"))
    set_to = publication.set_order(UNSET, FINAL.provenance, bodies=ORDER)
    assert type(set_to) is ApprovalOrderSet
    assert publication.evolve(UNSET, set_to).order == ORDER


def test_copies_go_nowhere_until_both_addresses_are_set() -> None:
    assert UNSET.recipients == {}
    with pytest.raises(Missing):
        publication.set_recipients(UNSET, FINAL.provenance, panel="a@b.example", centre="")
    said = publication.set_recipients(
        UNSET, FINAL.provenance, panel="a@b.example", centre="c@d.example"
    )
    assert type(said) is CopyRecipientsSet
    assert list(publication.evolve(UNSET, said).recipients.values()) == [
        "a@b.example",
        "c@d.example",
    ]


def test_a_copy_that_did_not_go_out_is_known_and_may_be_tried_again() -> None:
    unsent = {"recipient": "The Panel", "why": "no route"}
    given(evolve, DRAFTED).when(report_circulation.note_unsent, **unsent).refused(NotPublishedYet)
    assert given(evolve, DRAFTED, recorded(CopyNotSent, **unsent)).state.copies == frozenset()
