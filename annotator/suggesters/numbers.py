"""Suggest numbers, percentages, measures and sums of money outside of dates."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.date_phrases import find_dates
from annotator.suggesters.numerals import find_numbers
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class NumberSuggester:
    """«80», «ثلاثة ملايين», «30 في المئة», «70 كلم», «5 مليارات دولار»."""

    name = "numbers"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Numbers and sums in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        dated = {i for date in find_dates(words) for i in range(date.first, date.end)}
        for number in find_numbers(words):
            if number.first not in dated:
                yield from proposer.propose(
                    number.first,
                    number.end,
                    number.concept,
                    score=0.8 if number.concept == "money" else 0.7,
                    why=because("a number")
                    if number.concept == "number"
                    else because("a number with a currency"),
                )
