"""Learn from annotated events which filler plays which role."""

from collections.abc import Iterable, Iterator, Sequence

from annotator.protocols import Reading
from annotator.suggesters.argument_ranker import NONE, eligible_roles
from annotator.suggesters.argument_sentences import ruled_sentences
from annotator.suggesters.choice_learning import ROUNDS, Example, learn
from annotator.suggesters.choice_model import Weights


def learn_arguments(
    readings: Iterable[Reading],
    roles: Sequence[str],
    *,
    start: Weights | None = None,
    rounds: int = ROUNDS,
) -> Weights:
    """Weights for `roles` from readings whose known events have their arguments.

    With `start`, what was learned elsewhere is where learning begins.
    """
    classes = [NONE, *roles] if start is None else list(start.classes)
    examples = [example for reading in readings for example in _examples(reading, classes)]
    return learn(examples, classes, start=start, rounds=rounds)


def _examples(reading: Reading, classes: Sequence[str]) -> Iterator[Example]:
    """Every event with every possible filler, the choices before it as annotated."""
    numbers = {role: number for number, role in enumerate(classes)}
    for sentence in ruled_sentences(reading, ()):
        for frame in sentence.frames:
            wanted = {a.filler: a.role for a in frame.event.arguments}
            sentence.chosen.append(wanted)
            for number, signs in enumerate(sentence.signs(frame)):
                candidate = frame.stands[number].candidate
                eligible = eligible_roles(frame, candidate, classes)
                right = numbers.get(wanted.get(candidate.span, NONE), 0)
                if eligible and right in (0, *eligible):
                    every = [*signs, *sentence.chosen_signs(frame, number)]
                    yield Example(every, (0, *eligible), right)
