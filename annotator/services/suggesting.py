"""Suggest for one document: run the suggesters stage by stage, and keep what can stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar, cast

from annotator.errors import SuggesterError
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import (
    SuggestedArgument,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
    span_of,
)
from annotator.plugins import load_plugins
from annotator.protocols import Experienced, Memory, Reading, Stage, Suggester
from annotator.services.reading import make_reading
from annotator.suggesters.experience import WORTH, weighed
from annotator.suggesters.precision import tempered, with_experience
from annotator.suggesters.resolver import resolve_events, resolve_mentions
from annotator.suggesters.surfaces import surface_key

Kind = TypeVar("Kind", SuggestedMention, SuggestedEvent)

SHOWN_FROM = 0.4
"""Suggestions less likely than this are not shown: they would cost more than they help."""


@dataclass(frozen=True)
class Beside:
    """What takes part in a document's suggestions beside the suggesters themselves."""

    given: Sequence[Suggestion] = ()
    """Proposals for the document from elsewhere: a file, a server."""
    proclitics: Mapping[str, str] | None = None
    """Of folded words, by another segmenter than ours."""
    failures: dict[str, str] = field(default_factory=dict)
    """Suggester -> why it failed; filled here, and whoever is in it is not asked again."""


@lru_cache
def installed_suggesters() -> tuple[Suggester, ...]:
    """Every suggester that is installed and loads, by name."""
    return tuple(
        cast("Suggester", plugin) for plugin in load_plugins("suggesters").plugins.values()
    )


def suggest_document(  # noqa: PLR0913 - what suggestions depend on is that much
    document: Document,
    schema: LabelSchema,
    memory: Memory,
    annotations: Annotations,
    suggesters: Sequence[Suggester] | None = None,
    *,
    beside: Beside | None = None,
) -> tuple[Suggestion, ...]:
    """What the machine proposes beside `annotations`: mentions first, then events with arguments.

    The same document, memory and annotations give the same suggestions. Nothing is proposed that
    was decided here, nor anything that crosses what was decided. Without `suggesters`, all that
    are installed take part; one that fails is left out and named in the failures of `beside`.
    """
    beside = beside or Beside()
    reading = make_reading(document, schema, memory, annotations, proclitics=beside.proclitics)
    chosen = installed_suggesters() if suggesters is None else suggesters
    worth = max((s.worth for s in chosen if isinstance(s, Experienced)), default=WORTH)
    refused = _Refused(reading, annotations, worth=worth)
    mentions = resolve_mentions(
        refused.without(
            (*beside.given, *_judged(reading, chosen, "mentions", (), beside)), SuggestedMention
        ),
        [mention.span for mention in annotations.mentions],
        schema,
    )
    events = resolve_events(
        refused.without(
            (*beside.given, *_judged(reading, chosen, "triggers", mentions, beside)), SuggestedEvent
        ),
        [event.trigger for event in annotations.events],
    )
    filled = _completed(reading, chosen, mentions, events, beside)
    kept: list[Suggestion] = [*mentions, *events]
    return tuple(filled[suggestion.id] for suggestion in kept)


def suggest_arguments(
    document: Document,
    schema: LabelSchema,
    memory: Memory,
    annotations: Annotations,
    suggesters: Sequence[Suggester] | None = None,
) -> tuple[SuggestedEvent, ...]:
    """The annotated events, filled as the machine would with what is annotated."""
    reading = make_reading(document, schema, memory, annotations)
    chosen = installed_suggesters() if suggesters is None else suggesters
    filled = _completed(reading, chosen, (), (), Beside())
    events = (filled[event.id] for event in reading.known_events)
    return tuple(event for event in events if isinstance(event, SuggestedEvent))


def _run(
    reading: Reading,
    suggesters: Iterable[Suggester],
    stage: Stage,
    found: Sequence[Suggestion],
    beside: Beside,
) -> Iterator[Suggestion]:
    for suggester in suggesters:
        if suggester.stage == stage and suggester.name not in beside.failures:
            try:
                yield from suggester.suggest(reading, found)
            except SuggesterError as error:
                beside.failures[suggester.name] = str(error)


_JUDGED_AT: Mapping[Stage, Stage] = {
    "mentions": "mentions judged",
    "triggers": "triggers judged",
}


def _judged(
    reading: Reading,
    suggesters: Sequence[Suggester],
    stage: Stage,
    found: Sequence[Suggestion],
    beside: Beside,
) -> Sequence[Suggestion]:
    """What is proposed at a stage, judged by each suggester that judges it, in turn.

    Of judges with one name the last counts: what a project learned replaces what ships.
    """
    proposed = list(_run(reading, suggesters, stage, found, beside))
    for name, judge in {s.name: s for s in suggesters if s.stage == _JUDGED_AT[stage]}.items():
        judged = list(_run(reading, (judge,), judge.stage, proposed, beside))
        proposed = proposed if name in beside.failures else judged
    return proposed


def _completed(
    reading: Reading,
    suggesters: Iterable[Suggester],
    mentions: Sequence[SuggestedMention],
    events: Sequence[SuggestedEvent],
    beside: Beside,
) -> dict[str, Suggestion]:
    """By identifier what is suggested, and known events, with what all suggesters add to it."""
    every: list[Suggestion] = [*mentions, *reading.known_events, *events]
    filled = {suggestion.id: suggestion for suggestion in every}
    for proposed in _run(reading, suggesters, "arguments", (*mentions, *events), beside):
        known = filled.get(proposed.id)
        if known is None:
            continue
        attributes = {**proposed.attributes, **known.attributes}
        if isinstance(known, SuggestedEvent) and isinstance(proposed, SuggestedEvent):
            arguments = _joined(known.arguments, proposed.arguments)
            filled[proposed.id] = replace(known, arguments=arguments, attributes=attributes)
        else:
            filled[proposed.id] = replace(known, attributes=attributes)
    return filled


def _joined(
    known: Sequence[SuggestedArgument], proposed: Sequence[SuggestedArgument]
) -> tuple[SuggestedArgument, ...]:
    """Both, the likelier of two that say the same."""
    best = {(argument.role, argument.filler): argument for argument in known}
    for argument in proposed:
        same = best.get((argument.role, argument.filler))
        if same is None or argument.score > same.score:
            best[argument.role, argument.filler] = argument
    return tuple(best.values())


class _Refused:
    """Which proposals must not be shown: decided, refused by surface, or too unlikely."""

    def __init__(self, reading: Reading, annotations: Annotations, *, worth: float) -> None:
        self._text = reading.document.text
        self._memory = reading.memory
        self._worth_of_mentions = worth
        self._decided = {decision.id for decision in annotations.decisions}
        self._rejected = {
            (decision.layer, surface_key(self._text, decision.span), decision.type)
            for decision in annotations.decisions
            if decision.verdict == "rejected" and decision.span.end <= len(self._text)
        }

    def without(self, proposed: Iterable[Suggestion], kind: type[Kind]) -> Iterator[Kind]:
        """The proposals of `kind` that may be shown, with scores weighed by experience."""
        for suggestion in proposed:
            if not isinstance(suggestion, kind) or suggestion.id in self._decided:
                continue
            surface = surface_key(self._text, span_of(suggestion))
            is_trigger = isinstance(suggestion, SuggestedEvent)
            layer = "event" if is_trigger else "mention"
            if (layer, surface, suggestion.type) in self._rejected:
                continue
            score = weighed(
                suggestion.score,
                surface,
                suggestion.type,
                self._memory,
                is_trigger=is_trigger,
                worth=WORTH if is_trigger else self._worth_of_mentions,
            )
            if score >= SHOWN_FROM:
                by = self._memory.sources.get(suggestion.suggester, {}).get(suggestion.type)
                score = tempered(score, by, lowest=SHOWN_FROM)
                why = with_experience(suggestion.why, by)
                yield replace(suggestion, score=round(score, 3), why=why)
