"""Suggest events by the words that name them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.arabic.furniture import WITHOUT_EVENTS
from annotator.model.reason import because
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.concepts import Concept, concept_types
from annotator.suggesters.event_types import event_types
from annotator.suggesters.fixed_names import words_in_fixed_names
from annotator.suggesters.once import made_once
from annotator.suggesters.trigger_lexicon import LOOKED_AHEAD, TriggerEntry, holds, trigger_entries
from annotator.suggesters.words import Word, Words, words_of

_LOOKED_BACK = 2
_HOLD_NO_EVENTS: tuple[Concept, ...] = (
    "organisation",
    "government",
    "military",
    "media",
    "title",
)


@dataclass(frozen=True, slots=True)
class FoundTrigger:
    """A word and the reading under which it names an event."""

    word: Word
    entry: TriggerEntry


@made_once
def find_triggers(words: Words) -> Sequence[FoundTrigger]:
    """Every word that names an event, under its first reading whose conditions hold."""
    inside_names = words_in_fixed_names(words)
    entries = trigger_entries()
    found = []
    for word in words:
        if word.is_word and word.index not in inside_names:
            readings = entries.get(word.bare if word.definite else word.key, ())
            entry = next((entry for entry in readings if fits(words, word, entry)), None)
            if entry is not None:
                found.append(FoundTrigger(word, entry))
    return found


def fits(words: Words, word: Word, entry: TriggerEntry) -> bool:
    """Whether the form can be this reading here, and its conditions hold."""
    if word.definite and entry.word_class in {"past", "present"}:
        return False
    if entry.word_class in {"past", "present"} and set(word.proclitics) & set("بك"):
        return False
    if not entry.conditions:
        return True
    before = words.items[max(word.index - _LOOKED_BACK, 0) : word.index]
    following = words.items[word.index + 1 : word.index + 1 + LOOKED_AHEAD]
    return holds(
        entry.conditions,
        [w.bare for w in before if w.sentence == word.sentence],
        [w.bare for w in following if w.sentence == word.sentence],
    )


class TriggerSuggester:
    """Verbs of any person and tense, masdars, participles; light verbs never."""

    name = "triggers"
    stage: Stage = "triggers"

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[SuggestedEvent]:
        """Events in reading order, arguments and attributes not yet guessed."""
        words = words_of(reading)
        types = event_types(reading.schema)
        silent = [z.span for z in reading.document.zones if z.kind in WITHOUT_EVENTS]
        silent += _names(reading, found)
        for trigger in find_triggers(words):
            span = words.span(trigger.word.index, trigger.word.index + 1)
            if trigger.entry.type in types and not any(s.overlaps(span) for s in silent):
                yield SuggestedEvent(
                    trigger=span,
                    type=types[trigger.entry.type],
                    suggester=self.name,
                    score=_score(trigger.entry),
                    why=because("a form of {word}", word=trigger.entry.lemma),
                )


def _names(reading: Reading, found: Sequence[Suggestion]) -> list[Span]:
    """Names of bodies and titles: «لجنة العقوبات» tells of no sanction."""
    concepts = concept_types(reading.schema)
    types = {concepts[concept] for concept in _HOLD_NO_EVENTS if concept in concepts}
    mentions = (*reading.known_mentions, *(s for s in found if isinstance(s, SuggestedMention)))
    return [mention.span for mention in mentions if mention.type in types]


def _score(entry: TriggerEntry) -> float:
    if entry.doubtful:
        return 0.6 if entry.proven else 0.4
    return 0.85 if entry.proven else 0.8
