"""Let a learned model judge what the rules propose, and propose what they do not see."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.experience import WORTH
from annotator.suggesters.judging import Evidence
from annotator.suggesters.label_layers import sentences_of
from annotator.suggesters.learning import INNERMOST, OUTERMOST, TRIGGERS, sentences_for
from annotator.suggesters.model_file import LearnedModel
from annotator.suggesters.repeated_names import lifted
from annotator.suggesters.span_beliefs import likely_pieces
from annotator.suggesters.transfer import transferred_sentences
from annotator.suggesters.words import words_of

Candidate: TypeAlias = tuple[Span, str]
"""A span and a type."""

_LEAST = 0.1
_WORDS_OF_A_DECISION = 5_000
"""By so many words learned from, a model's belief is worth one more decision on the same text."""
_TRUSTED_AT = 5_000
"""After so many words a model's belief counts as much as what people did with the same text."""


@dataclass(frozen=True)
class Believed:
    """What a model believes about a document: by head, candidate -> probability."""

    heads: tuple[Mapping[Candidate, float], ...]

    def of(self, candidate: Candidate, *heads: int) -> tuple[float, ...]:
        """The probabilities of one candidate under some heads."""
        return tuple(self.heads[head].get(candidate, 0.0) for head in heads)

    def candidates(self, *heads: int) -> set[Candidate]:
        """All that is believed possible under some heads."""
        return {candidate for head in heads for candidate in self.heads[head]}


def believe(
    model: LearnedModel, reading: Reading, proposals: Sequence[SuggestedMention]
) -> Believed:
    """What `model` believes; `proposals` are those of the rule suggesters."""
    words = words_of(reading)
    see = transferred_sentences if model.transferred else sentences_for
    sentences = see(reading, proposals, ())
    if not sentences:
        return Believed(({}, {}, {}))
    places = sentences_of(words)
    beliefs = model.chain.believe(sentences)
    likely = [
        dict(likely_pieces(of_head, head, places))
        for of_head, head in zip(beliefs, model.chain.heads, strict=True)
    ]
    for layer in (OUTERMOST, INNERMOST):
        likely[layer] = lifted(likely[layer], words)
    return Believed(
        tuple(
            {(words.span(p.first, p.end), p.type): belief for p, belief in of_head.items()}
            for of_head in likely
        )
    )


class LearnedMentions:
    """Judges mentions when all other suggesters have had their say."""

    stage: Stage = "mentions judged"

    def __init__(self, model: LearnedModel) -> None:
        """Judge by `model`."""
        self.name = model.name
        self.model = model
        learned = model.words_learned if model.transferred else 0
        self.worth = WORTH + learned / _WORDS_OF_A_DECISION
        self._latest: tuple[Reading, Believed] | None = None

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
        """All in `found`, scored anew where it can be, and what only the model believes."""
        proposed = [s for s in found if isinstance(s, SuggestedMention)]
        rules = [s for s in proposed if s.suggester in self.model.judged]
        believed = believe(self.model, reading, rules)
        self._latest = (reading, believed)
        yield from (
            self._weighed(s, believed) for s in proposed if s.suggester not in self.model.judged
        )
        unseen = believed.candidates(OUTERMOST, INNERMOST)
        for suggestion in rules:
            candidate = (suggestion.span, suggestion.type)
            unseen.discard(candidate)
            evidence = Evidence(believed.of(candidate, OUTERMOST, INNERMOST), suggestion.score)
            yield replace(suggestion, score=self.model.mentions.score(evidence))
        for span, type_name in sorted(unseen):
            evidence = Evidence(believed.of((span, type_name), OUTERMOST, INNERMOST), None)
            score = self.model.mentions.score(evidence)
            if score >= _LEAST and type_name in reading.schema.entities:
                yield SuggestedMention(span, type_name, self.name, score, self.model.why)

    def _weighed(self, suggestion: SuggestedMention, believed: Believed) -> SuggestedMention:
        """A suggestion that the model did not learn to judge, a little less or more likely."""
        if not self.model.transferred:
            return suggestion
        words = self.model.words_learned
        trust = words / (words + _TRUSTED_AT)
        belief = max(believed.of((suggestion.span, suggestion.type), OUTERMOST, INNERMOST))
        return replace(suggestion, score=trust * belief + (1.0 - trust) * suggestion.score)

    def believed(self, reading: Reading) -> Believed:
        """What was believed when mentions were judged; empty if they were not."""
        if self._latest is not None and self._latest[0] is reading:
            return self._latest[1]
        return Believed(({}, {}, {}))


class LearnedTriggers:
    """Judges triggers, with what the model believed of the same words at the mentions."""

    stage: Stage = "triggers judged"

    def __init__(self, mentions: LearnedMentions) -> None:
        """Share the model and the beliefs of `mentions`."""
        self.name = mentions.name
        self._mentions = mentions

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[Suggestion]:
        """All in `found`, scored anew where it can be, and what only the model believes."""
        model = self._mentions.model
        believed = self._mentions.believed(reading)
        unseen = believed.candidates(TRIGGERS)
        for suggestion in found:
            if not isinstance(suggestion, SuggestedEvent):
                continue
            if suggestion.suggester not in model.judged:
                yield suggestion
                continue
            candidate = (suggestion.trigger, suggestion.type)
            unseen.discard(candidate)
            evidence = Evidence(believed.of(candidate, TRIGGERS), suggestion.score)
            yield replace(suggestion, score=model.triggers.score(evidence))
        for span, type_name in sorted(unseen):
            score = model.triggers.score(Evidence(believed.of((span, type_name), TRIGGERS), None))
            if score >= _LEAST and type_name in reading.schema.events:
                yield SuggestedEvent(span, type_name, self.name, score, model.why)
