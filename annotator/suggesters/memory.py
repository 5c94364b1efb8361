"""Suggest what people confirmed before under the same text, the longest first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from annotator.model.reason import because_count
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Memory, Reading, Stage
from annotator.suggesters.words import Words, words_of

_LONGEST = 12
"""Words of the longest surface looked up."""
_CONFIRMED_ONCE = 0.8


class MemorySuggester:
    """Mentions by surfaces confirmed in this project; nothing but the counts decides."""

    name = "memory"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Every remembered surface; the resolver chooses among those that cannot all stand."""
        memory = reading.memory
        if not memory.mentions:
            return
        words = words_of(reading)
        longest = min(_LONGEST, max(surface.count(" ") for surface in memory.mentions) + 1)
        for first in range(len(words)):
            for end, surfaces in _surfaces(words, first, longest):
                types: Counter[str] = Counter()
                for surface in surfaces:
                    types.update(memory.mentions.get(surface, {}))
                for entity_type, count in sorted(types.items()):
                    if entity_type not in reading.schema.entities:
                        continue
                    # Of several types each gets its share: what stands beside the words decides.
                    share = count / types.total()
                    yield SuggestedMention(
                        span=words.span(first, end),
                        type=entity_type,
                        suggester=self.name,
                        score=share * (1 - (1 - _CONFIRMED_ONCE) / count),
                        why=because_count("confirmed once", "confirmed {count} times", count),
                        kb=_identity(memory, surfaces),
                    )


def _identity(memory: Memory, surfaces: Sequence[str]) -> str | None:
    known = (memory.identities.get(surface) for surface in surfaces)
    return next((slug for slug in known if slug is not None), None)


def _surfaces(words: Words, first: int, longest: int) -> Iterator[tuple[int, list[str]]]:
    """The surfaces that begin at a word and end in its sentence, with the end of each.

    Where a label schema has mentions begin with their proclitics, a surface may have been
    confirmed with others or without any.
    """
    word = words[first]
    surfaces = [word.key]
    if word.proclitics and word.start == word.token_start:
        surfaces.append(word.full)
    for end in range(first + 1, min(first + longest, len(words)) + 1):
        yield end, surfaces
        if end == len(words) or words[end].sentence != word.sentence:
            return
        gap = words.text[words[end - 1].end : words[end].token_start]
        follows = f"{' ' if gap else ''}{words[end].full}"
        surfaces = [f"{surface}{follows}" for surface in surfaces]
