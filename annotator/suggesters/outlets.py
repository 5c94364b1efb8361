"""Suggest media outlets by how news speaks of them: told to «X», and the article's own source."""

from collections.abc import Iterator, Sequence

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.bodies import quoted_name_end
from annotator.suggesters.lexicon import fold_phrase, keys
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.speech import is_verb_of_saying
from annotator.suggesters.words import Words, words_of

_WORDS_BACK = 6
"""How far before the name the verb of saying may stand."""


class OutletSuggester:
    """«قال لـ"المشرق"», and the name under which the article appeared."""

    name = "outlets"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Outlets in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        source = _own_name(reading.document.meta.get("source", ""))
        for index in range(len(words)):
            end = index + len(source)
            if source and [w.key for w in words.items[index:end]] == source:
                yield from proposer.propose(
                    index, end, "media", score=0.85, why=because("the source of the article")
                )
            closed = _told_outlet_end(words, index)
            if closed is not None:
                yield from proposer.propose(
                    index + 2, closed, "media", score=0.6, why=because("somebody told it something")
                )


def _own_name(source: str) -> list[str]:
    """The words of the source's name without what kind of outlet it is."""
    words = fold_phrase(source).split()
    kinds = keys("organisations", "media")
    while words and words[0].removeprefix("ال") in kinds:
        words.pop(0)
    descriptions = {"للانباء", "الاخباريه", "الاسبوعيه", "الدوليه", "اليوميه", "الالكترونيه"}
    while words and words[-1] in descriptions:
        words.pop()
    return words


def _told_outlet_end(words: Words, index: int) -> int | None:
    """Where the name ends, its closing mark not included, that begins with ل before a mark."""
    if words[index].full != "ل":
        return None
    closed = quoted_name_end(words, index + 1)
    before = words.items[max(index - _WORDS_BACK, 0) : index]
    if closed is None or not any(is_verb_of_saying(word) for word in before):
        return None
    return closed - 1
