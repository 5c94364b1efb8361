"""Suggest class nouns that stand, with their article alone, for a thing of the story."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.adjectives import adjectives_end
from annotator.suggesters.concepts import Concept
from annotator.suggesters.lexicon import keys
from annotator.suggesters.phrases import PhraseTable
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import Words, words_of

_SECTIONS: tuple[tuple[str, Concept, float], ...] = (
    ("organisation", "organisation", 0.5),
    ("media", "media", 0.45),
    ("military", "military", 0.55),
    ("facility", "facility", 0.42),
    ("location", "location", 0.5),
    ("place", "country", 0.7),
    ("government", "government", 0.65),
)
"""Later ones overrule earlier ones; with each the share that carry a role or an identity."""


@lru_cache
def _nouns() -> PhraseTable[tuple[Concept, float]]:
    listed: Mapping[str, tuple[Concept, float]] = {
        noun: (concept, score)
        for section, concept, score in _SECTIONS
        for noun in keys("organisations", f"class-noun-{section}")
    }
    return PhraseTable(listed, articles=False)


class ClassNounSuggester:
    """«المصنع», «العاصمة», «الحركة», «الحكومة»: what was named before, called by its kind."""

    name = "class-nouns"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Class nouns with their article, in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        if not proposer.has("group"):
            return  # a schema without a type for unnamed persons marks names, no nouns
        for index, word in enumerate(words.items):
            noun = _nouns().at(words, index) if word.definite else None
            if noun is None or _completes_a_name(words, index):
                continue
            end, (concept, score) = noun
            yield from proposer.propose(
                index,
                adjectives_end(words, end, definite=True),
                concept,
                score=score,
                why=because("a class noun with its article: {word}", word=word.key),
            )


def _completes_a_name(words: Words, index: int) -> bool:
    """Whether the noun only completes a longer name, as in «وزارة الدولة»."""
    before = words.previous(index)
    if before is None or before.definite or words[index].proclitics:
        return False
    heads = keys("organisations", "organisation", "government", "military", "media")
    return before.bare in heads
