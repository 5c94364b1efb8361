"""Weigh the fillers of a sentence's events: a log-linear choice between the roles and none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from annotator.model.reason import because
from annotator.model.span import Span
from annotator.suggesters.argument_candidates import Candidate, Stand
from annotator.suggesters.argument_features import Choices, Surroundings, chosen_signs, signs
from annotator.suggesters.choice_model import Weights, probabilities, unpacked
from annotator.suggesters.event_frames import Frame
from annotator.suggesters.words import Words

FILE = "argument_weights.json.gz"
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
    chosen: list[dict[Span, str]] = field(default_factory=list)
    """For each event decided so far: filler -> role."""

    def pairs(self, frame: Frame) -> Iterator[tuple[Stand, list[str]]]:
        """The possible fillers of an event in reading order, with their signs.

        Choices made for earlier fillers are read from the last of `chosen`, which the caller
        fills while it goes on.
        """
        around = Surroundings(
            self.words,
            frame,
            self.names,
            {a.filler: f"{a.role} {a.why}" for a in frame.arguments},
            [other.word.index for other in self.frames],
        )
        previous: Stand | None = None
        for number, stand in enumerate(frame.stands):
            passed = _passed(frame.stands, number, frame.word.index)
            found = list(signs(around, stand, passed))
            found += self._chosen_signs(frame, stand, previous)
            yield stand, found
            if stand.candidate.type is not None:
                previous = stand

    def _chosen_signs(self, frame: Frame, stand: Stand, previous: Stand | None) -> Iterator[str]:
        span = stand.candidate.span
        *before, here = self.chosen
        partner = ""
        if stand.candidate.coordinated and previous is not None:
            partner = here.get(previous.candidate.span, "none")
        earlier = next((roles[span] for roles in reversed(before) if span in roles), "none")
        is_time_taken = any(roles.get(span) == "Time" for roles in before)
        held = "+".join(sorted({role for other, role in here.items() if other < span}))
        return chosen_signs(frame, stand, Choices(partner, earlier, held, is_time_taken))


def eligible_roles(frame: Frame, candidate: Candidate, weights: Weights) -> list[int]:
    """The numbers of the roles that the candidate may fill; `NONE` is not among them."""
    return [
        number
        for number, role in enumerate(weights.classes)
        if role != NONE and frame.may_fill(candidate, role)
    ]


def rank(sentence: Sentence, weights: Weights) -> None:
    """Put in the place of what the rules filled in what is likeliest, event by event."""
    for frame in sentence.frames:
        here: dict[Span, str] = {}
        sentence.chosen.append(here)
        if frame.fillers.keys().isdisjoint(weights.classes):
            continue
        whys = {(a.role, a.filler): a.why for a in frame.arguments}
        ranked: list[tuple[str, Span, float]] = []
        for stand, found in sentence.pairs(frame):
            roles = eligible_roles(frame, stand.candidate, weights)
            if not roles:
                continue
            likely = probabilities(weights, found, (0, *roles))
            best = max(roles, key=lambda role: (likely[role], -role))
            if likely[best] >= TAKEN_FROM:
                role = weights.classes[best]
                here[stand.candidate.span] = role
                ranked.append((role, stand.candidate.span, likely[best]))
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
    found: dict[tuple[str, Span], float] = {}
    for stand, its_signs in sentence.pairs(frame):
        if roles := eligible_roles(frame, stand.candidate, weights):
            likely = probabilities(weights, its_signs, (0, *roles))
            found |= {(weights.classes[n], stand.candidate.span): likely[n] for n in roles}
    return found


def _passed(stands: Sequence[Stand], number: int, trigger: int) -> int:
    """How many mentions lie between the filler and the trigger, those joined to others apart."""
    own = stands[number].candidate
    low, high = (trigger, own.first) if own.first > trigger else (own.end - 1, trigger)
    return sum(
        low < stand.candidate.first < high
        and stand.candidate.type is not None
        and not stand.candidate.coordinated
        for stand in stands
    )
