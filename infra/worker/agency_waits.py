"""What waits for an agency: returns to hand in, and actions that it owns."""

from __future__ import annotations

from datetime import date

from events.working_days import ENGLAND
from infra.worker.waits import AHEAD_WORKING_DAYS, NOTHING, Waits, counted, listed
from projections.access.people import Person
from projections.assurance.audit_returns import AuditReturns
from projections.assurance.audits import Audit, Audits
from projections.deadlines.deadlines import Deadlines
from projections.governance.arrangements import Arrangements
from web.deadlines.deadline_lines import DeadlineLine, line_of
from web.site.tenancy import Tenant


def for_agency(tenant: Tenant, person: Person, day: date) -> Waits:
    """Both stand on the page of its returns."""
    with tenant.read(Arrangements) as view:
        frame = view.frame()
    names = frame.names_of(person.agency) if frame else frozenset({person.agency})
    returns, actions = _returns(tenant, names), _actions(tenant, names, day)
    said, lines, late = [], [], 0
    if returns:
        said.append(f"{counted(len(returns), 'return')} to hand in")
        due = [f"- {each.title}" + (f", due {each.due}" if each.due else "") for each in returns]
        lines += [f"{said[-1]}:", *due, ""]
        late += sum(bool(each.due and each.due.last < day) for each in returns)
    if actions:
        said.append(f"{counted(len(actions), 'action')} to do")
        lines += [f"{said[-1]}:", *listed(actions), ""]
        late += sum(each.stands.shape == "late" for each in actions)
    if not said:
        return NOTHING
    count = len(returns) + len(actions)
    return Waits(", ".join(said), tuple(lines), "returns/", late, count - late)


def _returns(tenant: Tenant, names: frozenset[str]) -> list[Audit]:
    """Audits that ask this agency, of which its return was not handed in."""
    with tenant.read(Audits) as programme:
        asked = [
            (each, name)
            for each in programme.all()
            if each.asks and not each.conclusion
            for name in names.intersection(each.agencies)
        ]
    with tenant.read(AuditReturns) as returns:
        begun = [(audit, returns.one(audit.id, name)) for audit, name in asked]
    return [audit for audit, mine in begun if not (mine and mine.submitted_on)]


def _actions(tenant: Tenant, names: frozenset[str], day: date) -> list[DeadlineLine]:
    """Actions that it owns and that are late, or due within the next ten working days."""
    until = ENGLAND.after(day, AHEAD_WORKING_DAYS)
    with tenant.read(Deadlines) as board:
        rows = board.owned_by(names)
    return [line_of(row, day) for row in rows if row.due and row.due.last <= until]
