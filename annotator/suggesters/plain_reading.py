"""Read a document as learners do: nothing decided in it, and nothing remembered."""

from collections.abc import Sequence
from functools import cache
from typing import cast

from annotator.arabic.clitics import segment
from annotator.arabic.sentences import sentences
from annotator.arabic.tokenize import tokenize
from annotator.model.document import Document
from annotator.model.label_schema import LabelSchema
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.plugins import load_plugins
from annotator.protocols import Reading, Suggester
from annotator.suggesters.known_names import distinctive_names
from annotator.suggesters.resolver import resolve_mentions

UNJUDGED = frozenset({"memory", "trigger-memory", "camel-entities"})
"""Suggesters no model learns to judge: they repeat what people said, or have models themselves."""

_LIKELY = 0.4


def plain_reading(document: Document, schema: LabelSchema) -> Reading:
    """The document with its words and sentences, and nothing else."""
    tokens = tokenize(document.text)
    return Reading(
        document=document,
        schema=schema,
        words=segment(document.text, confirmed=distinctive_names(), tokens=tokens),
        sentences=sentences(document.text, tokens=tokens),
    )


@cache
def installed_rules() -> tuple[Suggester, ...]:
    """Every installed suggester that judges nothing."""
    loaded = load_plugins("suggesters").plugins.values()
    suggesters = [cast("Suggester", plugin) for plugin in loaded]
    return tuple(s for s in suggesters if s.stage in {"mentions", "triggers"})


def rule_mentions(reading: Reading, suggesters: Sequence[Suggester]) -> list[SuggestedMention]:
    """The mentions that suggesters propose, but for those who know by heart; unresolved."""
    return [
        suggestion
        for suggester in suggesters
        if suggester.stage == "mentions" and suggester.name not in UNJUDGED
        for suggestion in suggester.suggest(reading, ())
        if isinstance(suggestion, SuggestedMention)
    ]


def rule_triggers(
    reading: Reading, suggesters: Sequence[Suggester], mentions: Sequence[SuggestedMention]
) -> list[SuggestedEvent]:
    """The triggers that they propose beside the likely ones of the mentions."""
    likely = [mention for mention in mentions if mention.score >= _LIKELY]
    resolved = resolve_mentions(likely, [], reading.schema)
    return [
        suggestion
        for suggester in suggesters
        if suggester.stage == "triggers" and suggester.name not in UNJUDGED
        for suggestion in suggester.suggest(reading, resolved)
        if isinstance(suggestion, SuggestedEvent)
    ]
