"""Suggest the triggers people confirmed before, with or without their article."""

from collections.abc import Iterator, Mapping, Sequence

from annotator.arabic.furniture import WITHOUT_EVENTS
from annotator.model.reason import because_count
from annotator.model.suggestion import SuggestedEvent, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.experience import best_type
from annotator.suggesters.words import Word, words_of

_CONFIRMED_ONCE = 0.75


class TriggerMemorySuggester:
    """Events by words confirmed as triggers in this project."""

    name = "trigger-memory"
    stage: Stage = "triggers"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedEvent]:
        """One event for every word that is remembered."""
        memory = reading.memory
        if not memory.triggers:
            return
        silent = [z.span for z in reading.document.zones if z.kind in WITHOUT_EVENTS]
        for word in words_of(reading):
            types = _remembered(word, memory.triggers) if word.is_word else None
            if not types or any(span.overlaps(word.span) for span in silent):
                continue
            event_type = best_type(types)
            if event_type in reading.schema.events:
                count = types[event_type]
                yield SuggestedEvent(
                    trigger=word.span,
                    type=event_type,
                    suggester=self.name,
                    score=1 - (1 - _CONFIRMED_ONCE) / count,
                    why=because_count("confirmed once", "confirmed {count} times", count),
                )


def _remembered(word: Word, triggers: Mapping[str, Mapping[str, int]]) -> Mapping[str, int] | None:
    for form in (word.key, word.bare, f"ال{word.bare}"):
        if form in triggers:
            return triggers[form]
    return None
