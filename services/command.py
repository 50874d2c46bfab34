"""Decisions as methods of their service: recall, decide, save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Concatenate, Generic, Literal, ParamSpec, Self, TypeVar, overload
from uuid import UUID

from events.fact import Fact, Provenance
from services.change import Change, Decided
from services.ledger import Ledger
from services.refusals import AlreadyThere, NotFound
from services.state import State, folded

P = ParamSpec("P")
S = TypeVar("S", bound=State)
V = TypeVar("V", bound="Service[Any]")
Begun = Literal["before", "now", "either"]  # when the stream of a command gets its first fact


class Service(Generic[S]):
    """What may be done with one subject: names its facts' ``evolve`` and lists its commands."""

    evolve: ClassVar[staticmethod[[Any, Any], Any]]

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def stream_of(self, subject: UUID) -> UUID:
        """The stream that holds what is decided about a subject: most subjects are their own."""
        return subject

    def known(self, subject: UUID) -> S:
        """The state by now: the beginning where nothing is recorded yet."""
        stream = self.stream_of(subject)
        found: S = folded(type(self).evolve, stream, self.ledger.facts(stream))
        return found

    def recall(self, subject: UUID) -> S:
        """Raises ``NotFound`` where nothing is recorded of it."""
        state = self.known(subject)
        if not state.version:
            raise NotFound
        return state

    def change(
        self,
        subject: UUID,
        provenance: Provenance,
        decide: Callable[[S], Decided],
        begun: Begun = "before",
    ) -> Change:
        """What would be decided, to be saved alone or with other changes."""

        def then(state: S) -> Decided:
            if begun == "before" and not state.version:
                raise NotFound
            if begun == "now" and state.version:
                raise AlreadyThere
            return decide(state)

        return Change(self.stream_of(subject), provenance, type(self).evolve, then)


class Command(Generic[P]):
    """A decision on its service's class: ``DecisionService.make``.

    It knows its ``service`` class, its ``name`` there and ``decide``, the function that decides.
    A form may ask for the keyword parameters of that function. Call it on an instance.
    """

    service: type[Service[Any]]
    name: str

    def __init__(
        self,
        decide: Callable[..., Decided],
        on_service: Callable[Concatenate[Any, Any, Provenance, P], Decided],
        begun: Begun,
    ) -> None:
        self.decide, self.on_service, self.begun = decide, on_service, begun
        self.__doc__ = decide.__doc__

    def __set_name__(self, owner: type[Service[Any]], name: str) -> None:
        self.service, self.name = owner, name

    @overload
    def __get__(self, service: None, owner: type[Service[Any]]) -> Self: ...
    @overload
    def __get__(self, service: Service[Any], owner: type[Service[Any]]) -> BoundCommand[P]: ...
    def __get__(
        self, service: Service[Any] | None, owner: type[Service[Any]]
    ) -> Self | BoundCommand[P]:
        return self if service is None else BoundCommand(self, service)


@dataclass(frozen=True)
class BoundCommand(Generic[P]):
    """A command of one partnership's service: ``here.decision.make(id, provenance, decided=…)``."""

    command: Command[P]
    service: Service[Any]

    def __call__(
        self, subject: UUID, provenance: Provenance, /, *args: P.args, **kwargs: P.kwargs
    ) -> list[Fact]:
        change = self.change(subject, provenance, *args, **kwargs)
        ledger = self.service.ledger
        return ledger.begin(change) if self.command.begun == "now" else ledger.change(change)

    def change(
        self, subject: UUID, provenance: Provenance, /, *args: P.args, **kwargs: P.kwargs
    ) -> Change:
        """The same, not saved yet: one of several for ``Ledger.change_together``."""

        def decide(state: State) -> Decided:
            return self.command.on_service(self.service, state, provenance, *args, **kwargs)

        return self.service.change(subject, provenance, decide, self.command.begun)


def command(decide: Callable[Concatenate[S, Provenance, P], Decided]) -> Command[P]:
    """A decision about something that is there."""
    return Command(decide, _alone(decide), "before")


def opening_command(decide: Callable[Concatenate[S, Provenance, P], Decided]) -> Command[P]:
    """A decision that begins a stream, once."""
    return Command(decide, _alone(decide), "now")


def lazy_command(decide: Callable[Concatenate[S, Provenance, P], Decided]) -> Command[P]:
    """A decision about a stream that begins with its first fact, whenever that comes."""
    return Command(decide, _alone(decide), "either")


def informed_command(
    begun: Begun = "before",
) -> Callable[[Callable[Concatenate[V, S, Provenance, P], Decided]], Command[P]]:
    """A method that decides with what its service reads elsewhere: read again at each try."""

    def made(decide: Callable[Concatenate[V, S, Provenance, P], Decided]) -> Command[P]:
        return Command(decide, decide, begun)

    return made


def _alone(
    decide: Callable[Concatenate[S, Provenance, P], Decided],
) -> Callable[Concatenate[Any, S, Provenance, P], Decided]:
    def on_service(
        _: Service[Any], state: S, provenance: Provenance, /, *args: P.args, **kwargs: P.kwargs
    ) -> Decided:
        return partial(decide, state, provenance)(*args, **kwargs)

    return on_service
