"""Suggest titles and offices, which end where the holder's name begins."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.lexicon import keys
from annotator.suggesters.offices import Office, find_offices
from annotator.suggesters.personal_names import name_end
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import Words, words_of


class TitleSuggester:
    """«الرئيس الروسي», «المبعوث الخاص للرئيس الأمريكي», «المتحدث باسم وزارة الدفاع»."""

    name = "titles"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Titles in reading order, the outer one before those in its complement."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        for office in find_offices(words):
            score = _score(words, office)
            if score:
                yield from proposer.propose(
                    office.first,
                    office.end,
                    "title",
                    score=score,
                    why=because("an office: {word}", word=words[office.first].key),
                )


def _score(words: Words, office: Office) -> float:
    """How sure it is; 0 for what is no title at all."""
    before_name = words.follower(office.end) is not None and name_end(words, office.end) is not None
    style = office.end - office.first == 1 and words[office.first].bare in keys("titles", "style")
    if style:
        return 0.0
    if before_name:
        return 0.85
    if not office.complete:
        return 0.0
    return 0.7
