"""Three partnerships, each full of words that nobody else may ever be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from events.assurance.audit_tool import Criterion, Standard
from events.fact import Told
from events.inspections.inspection import Question
from events.period import PartialDate
from events.reporting.figure import Value
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from services.reporting.report import Ruleset
from tests.publishing import published
from tests.web.routes import ids_in
from web.site.tenancy import Place

SLUGS = ("aldermoor", "brackenfen", "carrowdale")
ROLES = ("coordinator", "triage", "scrutineer", "inspector", "agency", "editor", "youth worker")
_MARKS = dict(zip(SLUGS, ("Quillfeather", "Zinnobar", "Umbrelline"), strict=True))
_RULES: Ruleset = "Working Together 2023"
_PUBLIC = ("title", "theme", "decided", "report", "editor")
_PRIVATE = [
    "said",
    "audit",
    "form",
    "visitplace",
    "answer",
    "reader",
    "finding",
    "minute",
    "risk",
    "role",
    "tool",
    "standard",
    "return",
    "challenge",
    "scrutiny",
    "case",
    "details",
    "learning",
    "feed",
    "course",
    "group",
    "groupsaid",
    "letter",
    "safe",
]
_DAY = PartialDate("2025-02-03")


@dataclass(frozen=True)
class Planted:
    """``names`` may stand on the way in for all, ``public`` on its own pages, the rest is ours."""

    slug: str
    names: frozenset[str]
    public: frozenset[str]
    private: frozenset[str]
    ids: dict[str, UUID]
    report: str
    receipt: str

    @property
    def coordinator(self) -> str:
        return email_of("coordinator", self.slug)


def email_of(role: str, slug: str) -> str:
    """The address of whoever has this role there."""
    return f"{role.replace(' ', '-')}@{_MARKS[slug].lower()}.example"


def plant(partnerships: Partnerships, slug: str) -> Planted:
    """Makes a partnership with one of everything in it, each with a word of its own."""
    mark = _MARKS[slug]
    name, short = f"{mark} nameword", f"{mark} short"
    place = join_partnership(partnerships, Joining(slug, name, short, mark, (), "", ""))
    for role in (*ROLES, "former"):
        given = "coordinator" if role == "former" else role
        place.access.give(
            _told(slug),
            name=f"{mark} {role}name",
            email=email_of(role, slug),
            role=given,  # type: ignore[arg-type]
            agency="one" if role == "agency" else "",
        )
    public = _publish(place, mark)
    receipt = _hear(place, mark)
    _audit(place, mark)
    _scrutinise(place, mark)
    _inspect(place, mark)
    _govern(place, mark)
    _ask(place, mark)
    _review(place, mark)
    place.catch_up()
    ids = ids_in(place)
    people = {f"{mark} {role}name" for role in ROLES}
    private = {f"{mark} {kind}word" for kind in _PRIVATE} | people | set(map(str, ids.values()))
    private |= {f"@{mark.lower()}.example"}
    ours = frozenset(private), ids, f"{mark.lower()}-report", receipt
    return Planted(slug, frozenset({name, short}), public, *ours)


def _told(slug: str) -> Told:
    return Told(f"{_MARKS[slug]} readerword", "a test", None, uuid4().hex)


def _publish(place: Place, mark: str) -> frozenset[str]:
    """What everybody may read on this partnership's own pages: a decision, a theme, a report."""
    decision, report = uuid4(), uuid4()
    words = {kind: f"{mark} {kind}word" for kind in _PUBLIC}
    place.decision.propose(decision, _told(place.slug), title=words["title"], theme=words["theme"])
    place.decision.make(
        decision,
        replace(_told(place.slug), source="a test, line 1"),
        outcome="we did",
        decided=words["decided"],
        made_by="a board",
        reason="it was needed",
        child_reason=words["decided"],
    )
    place.report.draft(
        report,
        _told(place.slug),
        name=f"{mark.lower()}-report",
        title=words["report"],
        period=None,
        ruleset=_RULES,
    )
    place.childrens_version.write(
        report,
        _told(place.slug),
        report=report,
        chapter="hello",
        words=words["editor"],
        seen=0,
    )
    place.childrens_translation.translate(
        report, "pl", _told(place.slug), part="hello", words=f"{mark} polishword", of="a"
    )
    published(place, report, _told(place.slug), where="a page")
    return frozenset(words.values())


def _hear(place: Place, mark: str) -> str:
    client = str(uuid4())
    receipt = place.feedback.submit(client, feeling="sad", words=f"{mark} saidword")
    id = place.feedback.id_of(client)
    place.feedback.read(id, _told(place.slug), reader="triage")
    place.feedback.give_theme(id, _told(place.slug), theme=f"{mark} themeword")
    place.quote.propose(id, _told(place.slug), words=f"{mark} saidword")
    place.quote.sign_off(id, _told(place.slug), number=1, why=f"{mark} safeword")
    return receipt


def _audit(place: Place, mark: str) -> None:
    """An audit whose agency has answered and is challenged."""
    audit, tool = uuid4(), uuid4()
    asked = (Standard("s1", f"{mark} standardword", (Criterion("It is so"),)),)
    place.tools.publish(tool, _told(place.slug), title=f"{mark} toolword", standards=asked)
    place.audit.begin(
        audit,
        _told(place.slug),
        kind="peer review",
        title=f"{mark} auditword",
        agencies=("one",),
        reviewer="another",
        tool=tool,
    )
    place.audit.find(audit, _told(place.slug), kind="good practice", finding=f"{mark} findingword")
    of = {"agency": "one", "standard": "s1"}
    place.returns.answer(audit, _told(place.slug), **of, rating="green", doing=f"{mark} returnword")
    place.returns.submit(audit, _told(place.slug), agency="one")
    place.returns.challenge(
        audit, _told(place.slug), **of, rating="red", why=f"{mark} challengeword"
    )


def _scrutinise(place: Place, mark: str) -> None:
    place.scrutiny.plan(
        uuid4(), _told(place.slug), title=f"{mark} scrutinyword", year="2026", themes=("voice",)
    )


def _govern(place: Place, mark: str) -> None:
    meeting, risk, figure = uuid4(), uuid4(), uuid4()
    place.meeting.hold(meeting, _told(place.slug), body="a board")
    place.meeting.discuss(meeting, _told(place.slug), item="1", text=f"{mark} minuteword")
    place.risk.raise_risk(risk, _told(place.slug), kind="risk", title=f"{mark} riskword")
    place.figure.report(
        figure, _told(place.slug), name=f"{mark} figureword", value=Value(7), unit="visits"
    )
    place.course.offer(uuid4(), _told(place.slug), title=f"{mark} courseword")
    place.partnership.give_role(
        place.partnership.id, _told(place.slug), role=f"{mark} roleword", holder="a person"
    )


def _ask(place: Place, mark: str) -> None:
    """A group that was asked together, and what it said."""
    asked = uuid4()
    place.engagement.plan(
        asked,
        _told(place.slug),
        kind="workshop",
        group=f"{mark} groupword",
        theme="a theme",
        question="a question",
    )
    place.engagement.hold(asked, _told(place.slug), held_on=_DAY, came=Value(9))
    place.engagement.hear(asked, _told(place.slug), words=f"{mark} groupsaidword")
    place.newsletter.draft(
        uuid4(), _told(place.slug), title=f"{mark} letterword", since=_DAY, until=_DAY
    )


def _review(place: Place, mark: str) -> None:
    place.case.consider(
        uuid4(),
        _told(place.slug),
        reference=f"{mark} caseword",
        details=f"{mark} detailsword",
        aware_on=_DAY,
        to_notify=True,
    )
    place.review.receive_learning(
        uuid4(), _told(place.slug), title=f"{mark} learningword", publisher="a panel", about=""
    )
    place.feed.make(uuid4(), _told(place.slug), name=f"{mark} feedword", secret=mark)


def _inspect(place: Place, mark: str) -> None:
    form, visit = uuid4(), uuid4()
    inspector = place.access.id_of(email_of("inspector", place.slug))
    asked = (Question("seen", "words", "What did you see?"),)
    told = Told(str(inspector), "a test", None, uuid4().hex)
    place.forms.publish(form, _told(place.slug), title=f"{mark} formword", questions=asked)
    place.inspectors.invite(
        uuid4(), _told(place.slug), name=f"{mark} inspectorname", access=inspector
    )
    place.visits.record(
        visit,
        told,
        form=form,
        number=1,
        place=f"{mark} visitplaceword",
        visited_on=_DAY,
        inspectors=(f"{mark} inspectorname",),
        given={"seen": f"{mark} answerword"},
    )
