"""Suggest personal names, and give a name's later, shorter mentions the identity of the first."""

from collections.abc import Iterator, Sequence

from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.persons import find_persons
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class NameSuggester:
    """Names after titles and verbs of saying, by given and family names, by repetition."""

    name = "names"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Names in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        identities = reading.memory.identities
        for person in find_persons(words):
            yield from proposer.propose(
                person.first,
                person.end,
                "person",
                score=person.score,
                why=person.why,
                kb=identities.get(words.surface(person.first, person.end)),
            )
