"""Suggest nationalities and other affiliations by their adjectives and demonyms."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.fixed_names import words_in_fixed_names
from annotator.suggesters.nisbas import certain_nisbas, is_nisba, nisbas
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class NisbaSuggester:
    """الروسي, الأمريكيين, الأكراد: inside titles and names of bodies too, never in proper names."""

    name = "nisba"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """One mention for each such word."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        inside_names = words_in_fixed_names(words)
        for word in words:
            if not is_nisba(word) or word.index in inside_names:
                continue
            certain = word.bare in certain_nisbas()
            yield from proposer.propose(
                word.index,
                word.index + 1,
                "nationality",
                score=0.9 if certain else 0.4,
                why=because("a nisba adjective: {word}", word=word.key),
                kb=nisbas()[word.bare],
            )
