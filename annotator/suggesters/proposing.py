"""Turn what a rule found into a suggested mention of the label schema's type."""

from collections.abc import Iterator

from annotator.model.reason import Why
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.protocols import Reading
from annotator.suggesters.concepts import Concept, concept_types
from annotator.suggesters.words import Words


class Proposer:
    """Makes one suggester's mentions; silent about concepts the label schema has no type for."""

    def __init__(self, reading: Reading, words: Words, suggester: str) -> None:
        """Propose in the name of `suggester`."""
        self._types = concept_types(reading.schema)
        self._words = words
        self._suggester = suggester

    def has(self, concept: Concept) -> bool:
        """Whether the label schema has a type for the concept."""
        return concept in self._types

    def propose(  # noqa: PLR0913 - a mention is that much: where, what, how sure, why, which
        self,
        first: int,
        end: int,
        concept: Concept,
        *,
        score: float,
        why: Why,
        kb: str | None = None,
    ) -> Iterator[SuggestedMention]:
        """The mention of the words `first` up to `end`, if there is a type for it."""
        yield from self.propose_span(
            self._words.span(first, end), concept, score=score, why=why, kb=kb
        )

    def propose_span(
        self, span: Span, concept: Concept, *, score: float, why: Why, kb: str | None = None
    ) -> Iterator[SuggestedMention]:
        """The mention of `span`, if there is a type for the concept."""
        entity_type = self._types.get(concept)
        if entity_type is not None:
            yield SuggestedMention(
                span=span,
                type=entity_type,
                suggester=self._suggester,
                score=score,
                why=why,
                kb=kb or None,
            )
