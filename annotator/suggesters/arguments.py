"""Guess the arguments of events: eligible fillers of the sentence, by how they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.argument_candidates import Candidate, candidates_of, holders, stand_of
from annotator.suggesters.circumstances import add_places, add_times
from annotator.suggesters.concepts import concept_types
from annotator.suggesters.core_arguments import Names, fill_core
from annotator.suggesters.event_frames import Frame, frames_of
from annotator.suggesters.words import Words, words_of


class ArgumentSuggester:
    """Subject and object of verbs, genitive and prepositions of masdars, place and time."""

    name = "arguments"
    stage: Stage = "arguments"

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterator[SuggestedEvent]:
        """The events of `found` and those decided, with arguments."""
        words = words_of(reading)
        mentions = [s for s in found if isinstance(s, SuggestedMention)]
        events = [*(s for s in found if isinstance(s, SuggestedEvent)), *reading.known_events]
        candidates = candidates_of(words, [*mentions, *reading.known_mentions], events)
        person = concept_types(reading.schema).get("person")
        names = holders(words, candidates, person)
        frames = frames_of(reading.schema, words, events)
        for sentence, in_sentence in groupby(frames, key=lambda frame: frame.word.sentence):
            yield from _filled(
                words,
                list(in_sentence),
                [c for c in candidates if words[c.first].sentence == sentence],
                names,
            )


def _filled(
    words: Words,
    frames: Sequence[Frame],
    candidates: Sequence[Candidate],
    names: Names,
) -> Iterator[SuggestedEvent]:
    """The events of one sentence, each with its arguments."""
    triggers = frozenset(frame.word.index for frame in frames)
    for frame in frames:
        frame.stands = [
            stand_of(words, frame.word, candidate, triggers)
            for candidate in candidates
            if candidate.span != frame.event.trigger
        ]
    for position, frame in enumerate(frames):
        fill_core(frame, frames[:position], names)
    add_times(frames)
    add_places(frames)
    for frame in frames:
        yield replace(frame.event, arguments=tuple(frame.arguments))
