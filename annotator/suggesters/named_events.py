"""Suggest events with a proper name of their own: الحرب العالمية الثانية."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.lexicon import keys
from annotator.suggesters.phrases import PhraseTable, table
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import Words, words_of


@lru_cache
def _names() -> PhraseTable[str]:
    return table(keys("nouns", "named-event"), articles=True)


def named_event_end(words: Words, index: int) -> int | None:
    """Where the named event that begins at the word ends; None without one."""
    found = _names().at(words, index)
    return found[0] if found else None


class NamedEventSuggester:
    """Events known by a proper name, outside the story that is told."""

    name = "named-events"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Named events in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        for index in range(len(words)):
            end = named_event_end(words, index)
            if end is not None:
                yield from proposer.propose(
                    index, end, "named event", score=0.85, why=because("a listed name of an event")
                )
