"""Give times and places of a sentence to the events they are nearest to."""

from collections.abc import Sequence

from annotator.model.reason import Reason, because
from annotator.model.span import Span
from annotator.suggesters.argument_candidates import Stand
from annotator.suggesters.event_frames import Frame
from annotator.suggesters.lexicon import keys

_FARTHEST = 12
_BREAK_COSTS = 3
_VERB_COSTS = 4


def add_times(frames: Sequence[Frame]) -> None:
    """Every expression of time goes to one event of its sentence."""
    _add(frames, "Time", because("the nearest expression of time"))


def add_places(frames: Sequence[Frame]) -> None:
    """Every place after a preposition of place goes to one event of its sentence."""
    _add(frames, "Place", because("a place after a preposition"))


def _add(frames: Sequence[Frame], role: str, why: Reason) -> None:
    best: dict[Span, tuple[int, int, Frame]] = {}
    for position, frame in enumerate(frames):
        for stand in frame.stands:
            if not frame.fits(stand.candidate, role) or not _is_circumstance(stand, role):
                continue
            cost = stand.distance + _BREAK_COSTS * stand.breaks + _VERB_COSTS * stand.verbs
            offer = (cost, -position, frame)
            known = best.get(stand.candidate.span)
            if cost <= _FARTHEST and (known is None or offer[:2] < known[:2]):
                best[stand.candidate.span] = offer
    for span, (_, _, frame) in best.items():
        frame.fill(role, span, 0.5, why)


def _is_circumstance(stand: Stand, role: str) -> bool:
    return role == "Time" or stand.candidate.preposition in keys("grammar", "place-preposition")
