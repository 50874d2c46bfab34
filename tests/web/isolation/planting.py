"""Three partnerships, each full of words that nobody else may be shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from events.assurance.audit_tool import Criterion, Standard
from events.fact import Provenance
from events.inspections.form import Question
from events.period import PartialDate
from events.reporting.report_draft import Ruleset
from events.value import Value
from infra.onboarding import Joining, join_partnership
from infra.partnerships import Partnerships
from services.inspections.planned_visit_state import Plan
from tests.publishing import published
from tests.web.routes import ids_in
from web.site.permissions import ROLES
from web.site.tenancy import Tenant

SLUGS = ("aldermoor", "brackenfen", "carrowdale")
_MARKS = dict(zip(SLUGS, ("Quillfeather", "Zinnobar", "Umbrelline"), strict=True))
_RULES: Ruleset = "Working Together 2023"
_PUBLIC = ("title", "theme", "decided", "report", "editor")
_PRIVATE = [
    "said",
    "audit",
    "form",
    "visitplace",
    "planned",
    "meeting",
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
    """``names`` may be on the way in for all, ``public`` on its own pages. The rest is private."""

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
    """The e-mail address of the user of this role."""
    return f"{role.replace(' ', '-')}@{_MARKS[slug].lower()}.example"


def plant(partnerships: Partnerships, slug: str) -> Planted:
    """Makes a partnership with one of everything in it, each with a word of its own."""
    mark = _MARKS[slug]
    name, short = f"{mark} nameword", f"{mark} short"
    tenant = join_partnership(partnerships, Joining(slug, name, short, mark, (), "", ""))
    for role in (*ROLES, "former"):
        given = "coordinator" if role == "former" else role
        tenant.access.give(
            _provenance(slug),
            name=f"{mark} {role}name",
            email=email_of(role, slug),
            role=given,  # type: ignore[arg-type]
            agency="one" if role == "agency" else "",
        )
    public = _publish(tenant, mark)
    receipt = _hear(tenant, mark)
    _audit(tenant, mark)
    _scrutinise(tenant, mark)
    _inspect(tenant, mark)
    _govern(tenant, mark)
    _ask(tenant, mark)
    _review(tenant, mark)
    tenant.catch_up()
    ids = ids_in(tenant)
    people = {f"{mark} {role}name" for role in ROLES}
    private = {f"{mark} {kind}word" for kind in _PRIVATE} | people | set(map(str, ids.values()))
    private |= {f"@{mark.lower()}.example"}
    ours = frozenset(private), ids, f"{mark.lower()}-report", receipt
    return Planted(slug, frozenset({name, short}), public, *ours)


def _provenance(slug: str) -> Provenance:
    return Provenance(f"{_MARKS[slug]} readerword", "a test", None, uuid4().hex)


def _publish(tenant: Tenant, mark: str) -> frozenset[str]:
    """What everybody may read on the partnership's own pages: a decision, a theme, a report."""
    decision, report = uuid4(), uuid4()
    words = {kind: f"{mark} {kind}word" for kind in _PUBLIC}
    tenant.decision.propose(
        decision, _provenance(tenant.slug), title=words["title"], theme=words["theme"]
    )
    tenant.decision.make(
        decision,
        replace(_provenance(tenant.slug), source="a test, line 1"),
        outcome="we did",
        decided=words["decided"],
        made_by="a board",
        reason="it was needed",
        child_reason=words["decided"],
    )
    tenant.report.draft(
        report,
        _provenance(tenant.slug),
        name=f"{mark.lower()}-report",
        title=words["report"],
        period=None,
        ruleset=_RULES,
    )
    tenant.childrens_version.write(
        report,
        _provenance(tenant.slug),
        report=report,
        chapter="hello",
        words=words["editor"],
        seen=0,
    )
    tenant.childrens_translation.translate(
        report, "pl", _provenance(tenant.slug), part="hello", words=f"{mark} polishword", of="a"
    )
    published(tenant, report, _provenance(tenant.slug), where="a page")
    return frozenset(words.values())


def _hear(tenant: Tenant, mark: str) -> str:
    client = str(uuid4())
    receipt = tenant.feedback.submit(client, feeling="sad", words=f"{mark} saidword")
    id = tenant.feedback.id_of(client)
    tenant.feedback.read(id, _provenance(tenant.slug), reader="triage")
    tenant.feedback.give_theme(id, _provenance(tenant.slug), theme=f"{mark} themeword")
    tenant.quotation.propose(id, _provenance(tenant.slug), words=f"{mark} saidword")
    tenant.quotation.sign_off(id, _provenance(tenant.slug), number=1, why=f"{mark} safeword")
    return receipt


def _audit(tenant: Tenant, mark: str) -> None:
    """An audit whose agency has answered and is challenged."""
    audit, tool = uuid4(), uuid4()
    asked = (Standard("s1", f"{mark} standardword", (Criterion("It is so"),)),)
    tenant.audit_tool.publish(
        tool, _provenance(tenant.slug), title=f"{mark} toolword", standards=asked
    )
    tenant.audit.begin(
        audit,
        _provenance(tenant.slug),
        kind="peer review",
        title=f"{mark} auditword",
        agencies=("one",),
        reviewer="another",
        tool=tool,
    )
    tenant.audit.find(
        audit, _provenance(tenant.slug), kind="good practice", finding=f"{mark} findingword"
    )
    of = {"agency": "one", "standard": "s1"}
    tenant.audit_return.answer(
        audit, _provenance(tenant.slug), **of, rating="green", doing=f"{mark} returnword"
    )
    tenant.audit_return.submit(audit, _provenance(tenant.slug), agency="one")
    tenant.audit_return.challenge(
        audit, _provenance(tenant.slug), **of, rating="red", why=f"{mark} challengeword"
    )


def _scrutinise(tenant: Tenant, mark: str) -> None:
    tenant.scrutiny.plan(
        uuid4(),
        _provenance(tenant.slug),
        title=f"{mark} scrutinyword",
        year="2026",
        themes=("voice",),
    )


def _govern(tenant: Tenant, mark: str) -> None:
    meeting, risk, figure = uuid4(), uuid4(), uuid4()
    tenant.meeting.hold(meeting, _provenance(tenant.slug), body="a board")
    tenant.meeting.discuss(meeting, _provenance(tenant.slug), item="1", text=f"{mark} minuteword")
    tenant.risk.raise_risk(risk, _provenance(tenant.slug), kind="risk", title=f"{mark} riskword")
    tenant.figure.report(
        figure, _provenance(tenant.slug), name=f"{mark} figureword", value=Value(7), unit="visits"
    )
    tenant.course.offer(uuid4(), _provenance(tenant.slug), title=f"{mark} courseword")
    tenant.partnership.give_role(
        tenant.partnership.id, _provenance(tenant.slug), role=f"{mark} roleword", holder="a person"
    )


def _ask(tenant: Tenant, mark: str) -> None:
    """An engagement, and what its group said."""
    asked = uuid4()
    tenant.engagement.plan(
        asked,
        _provenance(tenant.slug),
        kind="workshop",
        group=f"{mark} groupword",
        theme="a theme",
        question="a question",
    )
    tenant.engagement.hold(asked, _provenance(tenant.slug), held_on=_DAY, came=Value(9))
    tenant.engagement.hear(asked, _provenance(tenant.slug), words=f"{mark} groupsaidword")
    tenant.newsletter.draft(
        uuid4(), _provenance(tenant.slug), title=f"{mark} letterword", since=_DAY, until=_DAY
    )


def _review(tenant: Tenant, mark: str) -> None:
    tenant.case_review.consider(
        uuid4(),
        _provenance(tenant.slug),
        reference=f"{mark} caseword",
        details=f"{mark} detailsword",
        aware_on=_DAY,
        to_notify=True,
    )
    tenant.national_learning.receive_learning(
        uuid4(),
        _provenance(tenant.slug),
        title=f"{mark} learningword",
        publisher="a panel",
        about="",
    )
    tenant.calendar_feed.make(
        uuid4(), _provenance(tenant.slug), name=f"{mark} feedword", secret=mark
    )


def _inspect(tenant: Tenant, mark: str) -> None:
    form, visit = uuid4(), uuid4()
    inspector = tenant.access.id_of(email_of("inspector", tenant.slug))
    asked = (Question("seen", "words", "What did you see?"),)
    provenance = Provenance(str(inspector), "a test", None, uuid4().hex)
    tenant.inspection_form.publish(
        form, _provenance(tenant.slug), title=f"{mark} formword", questions=asked
    )
    going = uuid4()
    tenant.inspector.invite(
        going, _provenance(tenant.slug), name=f"{mark} inspectorname", access=inspector
    )
    place, meet = f"{mark} plannedword", f"{mark} meetingword"
    plan = Plan(place, PartialDate("2099-02-03"), "14:30", meet, form, (going,))
    tenant.planned_visit.plan(uuid4(), _provenance(tenant.slug), plan=plan, today=_DAY.first)
    tenant.visit.record(
        visit,
        provenance,
        form=form,
        number=1,
        place=f"{mark} visitplaceword",
        visited_on=_DAY,
        inspectors=(f"{mark} inspectorname",),
        given={"seen": f"{mark} answerword"},
    )
