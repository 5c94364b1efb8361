"""Suggest persons, places and organisations by the entity model of camel-tools, where it is."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.arabic.tokenize import Token, tokenize
from annotator.model.reason import because
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.camel_data import state_of
from annotator.suggesters.camel_process import LABELS, CamelProcess, shared_process
from annotator.suggesters.concepts import Concept, concept_types

_CONCEPTS: dict[str, Concept] = {
    "PERS": "person",
    "LOC": "country",
    "ORG": "organisation",
}
"""Of several types a place or body could be, the one news speaks of most."""


class CamelEntitySuggester:
    """Labels of a language model; silent where package or data are not installed."""

    name = "camel-entities"
    stage: Stage = "mentions"

    def __init__(self, process: CamelProcess | None = None) -> None:
        """Ask `process`; without one, the child that all share, if camel-tools could work."""
        self._process = process

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Mentions in reading order, scored by the model's least certain word.

        Raises:
            SuggesterError: camel-tools is installed and fails.
        """
        process = self._process
        if process is None:
            if state_of("NamedEntityRecognition").lacks:
                return
            process = shared_process()
        text = reading.document.text
        sentences = _sentences(tokenize(text), reading.sentences)
        if not sentences:
            return
        labels = process.entities([[token.of(text) for token in words] for words in sentences])
        types = concept_types(reading.schema)
        cores = {word.word.start: word.core for word in reading.words}
        for span, label, score in _mentions(sentences, labels):
            entity_type = types.get(_CONCEPTS[label]) if label in _CONCEPTS else None
            if label == "MISC" and "MISC" in reading.schema.entities:
                entity_type = "MISC"
            core = cores.get(span.start, span)
            if entity_type is None or core is None or core.start >= span.end:
                continue
            yield SuggestedMention(
                span=Span(core.start, span.end),
                type=entity_type,
                suggester=self.name,
                score=score,
                why=because("camel-tools: {label}", label=label),
            )


def _sentences(tokens: Sequence[Token], spans: Sequence[Span]) -> list[list[Token]]:
    """The tokens of each sentence that has any."""
    ends = iter(spans)
    sentence = next(ends, None)
    numbered: list[tuple[int, Token]] = []
    number = 0
    for token in tokens:
        while sentence is not None and token.start >= sentence.end:
            sentence, number = next(ends, None), number + 1
        numbered.append((number, token))
    return [[token for _, token in group] for _, group in groupby(numbered, key=lambda p: p[0])]


def _mentions(
    sentences: Sequence[Sequence[Token]], labels: LABELS
) -> Iterator[tuple[Span, str, float]]:
    """Span, label and score of each run of labels; an I without its B begins one too."""
    for tokens, given in zip(sentences, labels, strict=True):
        start, end, kind, score = 0, 0, "", 1.0
        for token, (label, probability) in zip(tokens, given, strict=True):
            position, _, name = label.partition("-")
            if kind and (position != "I" or name != kind):
                yield Span(start, end), kind, score
                kind = ""
            if not name:
                continue
            if not kind:
                start, kind, score = token.start, name, 1.0
            end, score = token.end, min(score, probability)
        if kind:
            yield Span(start, end), kind, score
