"""Exact agreement of two sets of events: triggers, and arguments with their roles."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.agreement.span_f1 import F1, set_f1

Offsets = tuple[int, int]
"""Start and end in code points, half open."""


@dataclass(frozen=True, slots=True)
class ComparedArgument:
    """A role and the span that fills it: of the mention, or of another event's trigger."""

    role: str
    filler: Offsets


@dataclass(frozen=True, slots=True)
class ComparedEvent:
    """An event as far as agreement looks at it; identifiers play no part."""

    document: str
    trigger: Offsets
    type: str
    arguments: tuple[ComparedArgument, ...] = ()


@dataclass(frozen=True, slots=True)
class EventScores:
    """Identification looks at spans alone, classification and role at their labels too.

    An attached argument counts with its own trigger, an unattached one with the event's type
    only: (document, event type, filler) and its role.
    """

    trigger_id: F1
    trigger_cls: F1
    argument_id: F1
    argument_role: F1
    argument_id_unattached: F1
    argument_role_unattached: F1


def event_scores(a: Iterable[ComparedEvent], b: Iterable[ComparedEvent]) -> EventScores:
    """Agreement of two layers' events, as trigger and argument scores of event extraction.

    Li, Ji and Huang (2013) for the unattached form; the attached one, in which an argument must
    belong to the same trigger, is the stricter and our default.
    """
    first, second = tuple(a), tuple(b)
    return EventScores(
        trigger_id=set_f1(
            ((e.document, e.trigger) for e in first), ((e.document, e.trigger) for e in second)
        ),
        trigger_cls=set_f1(
            ((e.document, e.trigger, e.type) for e in first),
            ((e.document, e.trigger, e.type) for e in second),
        ),
        argument_id=set_f1(_attached(first), _attached(second)),
        argument_role=set_f1(_attached(first, roles=True), _attached(second, roles=True)),
        argument_id_unattached=set_f1(_unattached(first), _unattached(second)),
        argument_role_unattached=set_f1(
            _unattached(first, roles=True), _unattached(second, roles=True)
        ),
    )


def _attached(
    events: Iterable[ComparedEvent], *, roles: bool = False
) -> list[tuple[str, Offsets, str, Offsets, str]]:
    return [
        (e.document, e.trigger, e.type, argument.filler, argument.role if roles else "")
        for e in events
        for argument in e.arguments
    ]


def _unattached(
    events: Iterable[ComparedEvent], *, roles: bool = False
) -> list[tuple[str, str, Offsets, str]]:
    return [
        (e.document, e.type, argument.filler, argument.role if roles else "")
        for e in events
        for argument in e.arguments
    ]
