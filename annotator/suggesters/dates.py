"""Suggest expressions of time, with their ISO value where the publication date settles it."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.date_phrases import find_dates
from annotator.suggesters.date_values import iso_value, published_on
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import words_of


class DateSuggester:
    """«مساء الجمعة», «2 ديسمبر/كانون الأول الجاري», «قبل نحو ثلاثة أسابيع»."""

    name = "dates"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Expressions of time in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        published = published_on(reading.document)
        for date in find_dates(words):
            yield from proposer.propose(
                date.first,
                date.end,
                "date",
                score=0.85,
                why=because("an expression of time"),
                kb=iso_value(words, date, published),
            )
