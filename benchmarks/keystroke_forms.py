"""The fewest keys that bring one role, or the attributes of an event, to what the gold has."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotator.model.event import Event
from annotator.model.label_schema import LabelSchema
from annotator.model.mention import AttributeValue
from annotator.services.adjustments import cycled_value
from annotator.services.pointing import Pointing
from benchmarks.keystroke_gold import held

_MOST_ROLE_KEYS = 12


def cycling(
    schema: LabelSchema, event: Event, goal: Mapping[str, AttributeValue]
) -> tuple[str, ...]:
    """The fewest keys of attributes that lead to the goal; one may follow another by itself."""
    waiting: deque[tuple[Event, tuple[str, ...]]] = deque([(event, ())])
    seen: list[Mapping[str, AttributeValue]] = []
    while waiting:
        now, keys = waiting.popleft()
        if held(schema, now) == goal:
            return keys
        if now.attributes in seen:
            continue
        seen.append(now.attributes)
        for name in goal:
            value = cycled_value(schema, now, name)
            others = {key: kept for key, kept in now.attributes.items() if key != name}
            after = others if value is None else {**others, name: value}
            key = schema.event_attributes[name].key
            waiting.append((replace(now, attributes=after), (*keys, key)))
    message = f"no keys lead from {event.attributes} to {dict(goal)}"
    raise LookupError(message)


def fewest(
    begun: Sequence[tuple[Pointing, tuple[str, ...]]],
    goal: frozenset[str],
    letter: str,
    candidates: Sequence[str],
    labels: dict[str, str],
) -> tuple[str, ...] | None:
    """Breadth first over what the keys of a pointed role do."""
    waiting = deque(begun)
    seen = set()
    while waiting:
        pointing, keys = waiting.popleft()
        if keys and frozenset(pointing.fillers) == goal:
            return keys
        stands = replace(pointing, passed=())  # the order of what was taken out makes few odds
        if stands in seen or len(keys) == _MOST_ROLE_KEYS:
            continue
        seen.add(stands)
        waiting.append((pointing.with_next(candidates), (*keys, letter)))
        waiting.append((pointing.emptied(), (*keys, "backspace")))
        for label, filler_id in labels.items():
            waiting.append((pointing.picked(filler_id), (*keys, label)))
    return _by_its_letter(begun, goal, letter, candidates)


def _by_its_letter(
    begun: Sequence[tuple[Pointing, tuple[str, ...]]],
    goal: frozenset[str],
    letter: str,
    candidates: Sequence[str],
) -> tuple[str, ...] | None:
    """One candidate put in and taken out after the other: the way to a filler without a label."""
    for begin, typed in begun:
        pointing, keys = begin, typed
        for _ in candidates:
            if keys and frozenset(pointing.fillers) == goal:
                return keys
            if pointing.fillers:
                pointing, keys = pointing.emptied(), (*keys, "backspace")
            pointing, keys = pointing.with_next(candidates), (*keys, letter)
    return None
