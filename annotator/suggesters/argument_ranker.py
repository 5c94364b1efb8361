"""Weigh the fillers of a sentence's events: a log-linear choice between the roles and none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from importlib.resources import files

from annotator.model.reason import because
from annotator.model.span import Span
from annotator.suggesters.argument_candidates import Candidate, count_between
from annotator.suggesters.argument_features import Choices, Surroundings, chosen_signs, signs
from annotator.suggesters.choice_model import Weights, probabilities, unpacked
from annotator.suggesters.event_frames import Frame
from annotator.suggesters.words import Words

FILE = "argument_weights.bin"
NONE = ""
"""The class of what fills no role; the others are named after roles."""
TAKEN_FROM = 0.4
"""A filler is proposed from this probability on: to take back a wrong guess costs about as many
keys as to give one that is missing."""


@lru_cache
def shipped_argument_weights() -> Weights:
    """The weights trained on the bootstrap corpus."""
    return unpacked(files("annotator.suggesters").joinpath("data", FILE).read_bytes())


@dataclass
class Sentence:
    """The events of a sentence, and what was chosen for those before the one at hand."""

    words: Words
    frames: Sequence[Frame]
    names: Mapping[Span, Candidate]
    breaks: Sequence[int]
    """Indices of the document's words where a clause may break, ascending."""
    chosen: list[dict[Span, str]] = field(default_factory=list)
    """For each event decided so far: filler -> role."""

    @cached_property
    def triggers(self) -> list[int]:
        """Indices of the words of its events, ascending."""
        return sorted({frame.word.index for frame in self.frames})

    def signs(self, frame: Frame) -> Iterator[list[str]]:
        """For each possible filler of an event the signs that do not hang on what was chosen."""
        around = Surroundings(
            self.words,
            frame,
            self.names,
            {a.filler: f"{a.role} {a.why}" for a in frame.arguments},
            self.triggers,
            self.breaks,
        )
        passed = _passed(frame)
        return map(partial(signs, around), frame.stands, passed)

    def chosen_signs(self, frame: Frame, number: int) -> list[str]:
        """The signs of a filler, by its place among all, that hang on choices made before it.

        Those for earlier fillers of the same event are read from the last of `chosen`, which the
        caller fills while it goes on.
        """
        stand = frame.stands[number]
        span = stand.candidate.span
        *before, here = self.chosen
        partner = ""
        if stand.candidate.coordinated:
            earlier_mentions = (s.candidate for s in reversed(frame.stands[:number]))
            joined = next((c.span for c in earlier_mentions if c.type is not None), None)
            partner = here.get(joined, "none") if joined is not None else ""
        earlier = next((roles[span] for roles in reversed(before) if span in roles), "none")
        is_time_taken = any(roles.get(span) == "Time" for roles in before)
        held = "+".join(sorted({role for other, role in here.items() if other < span}))
        return list(chosen_signs(frame, stand, Choices(partner, earlier, held, is_time_taken)))


def eligible_roles(frame: Frame, candidate: Candidate, classes: Sequence[str]) -> list[int]:
    """The numbers of the roles that the candidate may fill; `NONE` is not among them."""
    return sorted(
        classes.index(role)
        for role in frame.fillers
        if role in classes and frame.may_fill(candidate, role)
    )


def rank(sentence: Sentence, weights: Weights) -> None:
    """Put in the place of what the rules filled in what is likeliest, event by event."""
    for frame in sentence.frames:
        here: dict[Span, str] = {}
        sentence.chosen.append(here)
        if frame.fillers.keys().isdisjoint(weights.classes):
            continue
        whys = {(a.role, a.filler): a.why for a in frame.arguments}
        ranked: list[tuple[str, Span, float]] = []
        for span, likely in _likelihoods(sentence, frame, weights):
            best = max(likely, key=lambda role: likely[role])
            if likely[best] >= TAKEN_FROM:
                here[span] = best
                ranked.append((best, span, likely[best]))
        frame.arguments.clear()
        for role, span, likelihood in ranked:
            why = whys.get((role, span), because("how it stands to the event word"))
            frame.fill(role, span, round(likelihood, 3), why)


def filler_likelihoods(
    sentence: Sentence, frame: Frame, weights: Weights
) -> dict[tuple[str, Span], float]:
    """How likely each possible filler of an event plays each role: (role, filler) -> probability.

    What the event and those before it in the sentence have is taken as it stands.
    """
    number = sentence.frames.index(frame)
    sentence.chosen[:] = [
        {argument.filler: argument.role for argument in known.event.arguments}
        for known in sentence.frames[: number + 1]
    ]
    return {
        (role, span): share
        for span, likely in _likelihoods(sentence, frame, weights)
        for role, share in likely.items()
    }


def _likelihoods(
    sentence: Sentence, frame: Frame, weights: Weights
) -> Iterator[tuple[Span, dict[str, float]]]:
    """Filler by filler in reading order, how likely it plays each role it may fill, if any."""
    fixed = weights.scores(list(sentence.signs(frame))).tolist()
    roles_of: dict[str | None, list[int]] = {}
    for number, stand in enumerate(frame.stands):
        candidate = stand.candidate
        if candidate.type not in roles_of:
            roles_of[candidate.type] = eligible_roles(frame, candidate, weights.classes)
        if roles := roles_of[candidate.type]:
            chosen = map(weights.row, sentence.chosen_signs(frame, number))
            scores = list(map(sum, zip(fixed[number], *chosen, strict=True)))
            likely = probabilities(scores, (0, *roles))
            yield candidate.span, {weights.classes[role]: likely[role] for role in roles}


def _passed(frame: Frame) -> Iterator[int]:
    """For each filler how many mentions lie between it and the trigger.

    One that is joined to another by و does not count.
    """
    trigger = frame.word.index
    mentions = [
        stand.candidate.first
        for stand in frame.stands
        if stand.candidate.type is not None and not stand.candidate.coordinated
    ]
    for own in (stand.candidate for stand in frame.stands):
        low, high = (trigger, own.first) if own.first > trigger else (own.end - 1, trigger)
        yield count_between(mentions, low + 1, high)
