"""A command knows its service and its decision, and when its stream begins."""

from __future__ import annotations

import inspect
from uuid import UUID

import pytest

from events.fact import Provenance
from services.command import Command, Service
from services.feedback.language import LanguageService
from services.governance import decision
from services.governance.decision import DecisionService
from services.inspections.visit import VisitService
from services.ledger import Ledger
from services.refusals import AlreadyThere, Missing, NotFound, ToldDifferently
from services.reporting.report import ReportService
from tests.stories import STAFF, TOLD

ID = UUID(int=3)
CHECKED = {"language": "pl", "checked_by": "a speaker"}
LINKED = {"kind": "audit", "evidence": UUID(int=7), "said": "An audit"}


def test_a_command_of_a_class_says_whose_it_is_and_what_it_decides() -> None:
    make = DecisionService.make
    assert isinstance(make, Command)
    assert (make.service, make.name, make.decide) == (DecisionService, "make", decision.make)
    assert make.__doc__ == decision.make.__doc__
    for informed in (VisitService.record, ReportService.publish):
        asked = inspect.signature(informed.decide).parameters.values()
        assert any(each.kind is each.KEYWORD_ONLY for each in asked)


def test_each_command_knows_where_it_stands() -> None:
    for service in Service.__subclasses__():
        for name, found in vars(service).items():
            if isinstance(found, Command):
                assert (found.service, found.name) == (service, name)


def test_a_stream_begins_once_or_was_begun_or_begins_with_what_comes_first(ledger: Ledger) -> None:
    decisions, languages = DecisionService(ledger), LanguageService(ledger)
    with pytest.raises(NotFound):
        decisions.observe_impact(ID, TOLD, impact="It is light.")
    decisions.propose(ID, TOLD, title="Lamps")
    with pytest.raises(AlreadyThere):
        decisions.propose(ID, TOLD, title="Lamps")
    assert languages.known(languages.id).version == 0
    languages.offer(languages.id, TOLD, **CHECKED)
    languages.stop(languages.id, TOLD, language="pl", why="Nobody came")
    assert languages.known(languages.id).version == 2


def test_one_request_of_several_changes_is_saved_whole_once_or_not_at_all(ledger: Ledger) -> None:
    decisions = DecisionService(ledger)
    first = Provenance(STAFF.by, STAFF.source, None, "a click")
    second = Provenance(STAFF.by, STAFF.source, None, "a click-evidence")
    proposed = decisions.propose.change(ID, first, title="Lamps")
    linked = decisions.link_evidence.change(ID, second, **LINKED)
    refused = decisions.make.change(ID, STAFF, decided="", made_by="", reason="")
    with pytest.raises(Missing):
        ledger.change_as_one(proposed, linked, refused)
    assert ledger.facts(ID) == []
    assert len(ledger.change_as_one(proposed, linked)) == 2
    assert ledger.change_as_one(proposed, linked) == []
    with pytest.raises(ToldDifferently):
        ledger.change_as_one(decisions.propose.change(ID, first, title="Other"), linked)
