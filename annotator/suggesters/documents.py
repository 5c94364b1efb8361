"""Suggest documents: plans, statements, agreements as texts, reports, laws."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.adjectives import adjectives_end
from annotator.suggesters.lexicon import keys
from annotator.suggesters.personal_names import is_known_name, name_end
from annotator.suggesters.phrases import PhraseTable, table
from annotator.suggesters.places import place_at
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import Words, words_of

_PRONOUNS = ("ها", "هم", "ه")


@lru_cache
def _heads() -> PhraseTable[str]:
    listed = keys("nouns", "document-strong")
    return table(listed, articles=False)


class DocumentSuggester:
    """«خطة السلام الأمريكية», «البيان», «خطة ترامب»."""

    name = "documents"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Documents in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        for index in range(len(words)):
            head = _heads().at(words, index)
            if head is not None:
                end = _phrase_end(words, head[0])
                yield from proposer.propose(
                    index,
                    end,
                    "document",
                    score=0.7 if end > head[0] else 0.55,
                    why=because("a noun for a document: {word}", word=words[index].key),
                )


def _phrase_end(words: Words, end: int) -> int:
    """With complement and adjectives."""
    definite = words[end - 1].definite
    nxt = words.follower(end)
    if nxt is not None and not definite:
        place = place_at(words, end)
        if is_known_name(nxt):
            return name_end(words, end) or end
        if place is not None and not place.place.weak:
            end, definite = place.end, True
        elif nxt.definite:
            end, definite = end + 1, True
    return adjectives_end(words, end, definite=definite)
