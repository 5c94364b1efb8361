"""Suggest unnamed persons: groups in the plural or dual, and one person by noun and nisba."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.numerals import number_before
from annotator.suggesters.people import find_people
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class GroupSuggester:
    """«مسؤولون أمريكيون وروس», «الجانبان», «30 شخصا»."""

    name = "groups"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Noun phrases for persons in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        if not proposer.has("group"):
            return  # a schema without a type for unnamed persons marks names, no nouns
        for people in find_people(words):
            counted = number_before(words, people.first)
            yield from proposer.propose(
                people.first if counted is None else counted,
                people.end,
                people.concept if counted is None else "group",
                score=people.score if counted is None else 0.75,
                why=people.why if counted is None else because("counted persons"),
            )
