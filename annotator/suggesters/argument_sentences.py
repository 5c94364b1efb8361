"""The sentences of a reading that hold events, each event filled as the rules would."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.protocols import Reading
from annotator.suggesters.argument_candidates import (
    breaks_of,
    candidates_of,
    holders,
    stand_of,
)
from annotator.suggesters.argument_ranker import Sentence
from annotator.suggesters.circumstances import add_places, add_times
from annotator.suggesters.concepts import concept_types
from annotator.suggesters.core_arguments import fill_core
from annotator.suggesters.event_frames import frames_of
from annotator.suggesters.words import words_of


def ruled_sentences(reading: Reading, found: Sequence[Suggestion]) -> Iterator[Sentence]:
    """Every sentence with events of `found` or decided ones, in order."""
    words = words_of(reading)
    mentions = [s for s in found if isinstance(s, SuggestedMention)]
    events = [*(s for s in found if isinstance(s, SuggestedEvent)), *reading.known_events]
    candidates = candidates_of(words, [*mentions, *reading.known_mentions], events)
    names = holders(words, candidates, concept_types(reading.schema).get("person"))
    breaks = breaks_of(words)
    frames = frames_of(reading.schema, words, events)
    for number, in_sentence in groupby(frames, key=lambda frame: frame.word.sentence):
        sentence = Sentence(words, list(in_sentence), names, breaks)
        inside = [c for c in candidates if words[c.first].sentence == number]
        for frame in sentence.frames:
            frame.stands = [
                stand_of(frame.word, candidate, breaks, sentence.triggers)
                for candidate in inside
                if candidate.span != frame.event.trigger
            ]
        for position, frame in enumerate(sentence.frames):
            fill_core(frame, sentence.frames[:position], names)
        add_times(sentence.frames)
        add_places(sentence.frames)
        yield sentence
