"""What speaks for and against a filler of an event: the signs the argument ranker weighs."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.model.span import Span
from annotator.suggesters.argument_candidates import Candidate, Stand, count_between
from annotator.suggesters.event_frames import Frame
from annotator.suggesters.word_vectors import cluster_of
from annotator.suggesters.words import Words

_STEPS = (0, 1, 2, 4, 7, 12, 20)
"""Distances in words up to which two fillers count as about equally far."""
_MOST = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the signs of one event's fillers have in common."""

    words: Words
    frame: Frame
    named: Mapping[Span, Candidate]
    """The span of a title -> the name behind it."""
    ruled: Mapping[Span, str]
    """Filler -> the role the rules give it, and why."""
    triggers: Sequence[int]
    """Word indices of all triggers of the sentence, ascending."""
    breaks: Sequence[int]
    """Those of the words where a clause may break, ascending."""


def signs(around: Surroundings, stand: Stand, passed: int) -> list[str]:
    """The signs that do not hang on what was chosen before, each a short key.

    `passed` counts the mentions between trigger and filler.
    """
    frame, candidate = around.frame, stand.candidate
    kind = candidate.type or "event"
    side = _side(frame, stand)
    preposition = candidate.preposition or "0"
    far = _step(stand.distance)
    event, form = frame.listed_type, frame.word_class
    breaks, verbs = min(stand.breaks, _MOST), min(stand.verbs, _MOST)
    order = f"{side}{min(passed, _MOST)}"
    rule = around.ruled.get(candidate.span, "none")
    place = f"{form}|{side}|{preposition}"
    opener = _opener(around, candidate)
    listed = frame.table.get(candidate.preposition, "none")
    found = [
        "all",
        f"event {event}",
        f"kind {kind}",
        f"kind {kind}|{event}",
        f"kind {kind}|{event}|{place}",
        f"side {place}",
        f"side {place}|{event}",
        f"side {place}|{kind}",
        f"far {side}|{far}|{form}",
        f"far {side}|{far}|{event}",
        f"far {side}|{far}|{kind}",
        f"path {side}|{breaks}|{verbs}",
        f"path {side}|{breaks}|{verbs}|{form}|{preposition}",
        f"order {order}|{form}|{preposition}",
        f"order {order}|{event}|{form}",
        f"order {order}|{kind}|{breaks}",
        f"lemma {frame.lemma}|{preposition}",
        f"lemma {frame.lemma}|{side}|{kind}",
        f"rule {rule}",
        f"rule {rule}|{event}|{form}",
        f"rule {rule}|{kind}|{verbs}",
        f"near {_nearer(around, stand)}|{side}|{kind}",
        f"joined {candidate.coordinated}|{side}|{kind}",
        f"first {_before(around.words, candidate)}|{event}",
        f"word {around.words[candidate.first].bare}|{event}",
        f"start {frame.word.proclitics}|{frame.word.definite}|{form}|{side}|{preposition}",
        f"next {_behind(around.words, frame)}|{order}|{preposition}",
        f"agree {_agreement(around.words, frame, candidate)}|{order}|{form}",
        f"opener {opener}|{side}|{form}",
        f"opener {opener}|{side}|{event}",
        f"definite {around.words[candidate.first].definite}|{kind}|{event}",
        f"before {_ahead(around.words, frame)}|{order}",
        f"before {_ahead(around.words, frame)}|{side}|{preposition}",
        f"event like {cluster_of(frame.word.bare)}|{side}|{kind}",
        f"event like {cluster_of(frame.word.bare)}|{preposition}",
        f"listed {listed}|{side}|{breaks}|{verbs}",
        f"listed {listed}|{side}|{form}",
        f"listed {listed}|{kind}",
        *_pair_signs(around, candidate, f"{preposition}|{event}", f"{kind}|{event}"),
    ]
    if candidate.span in around.named:
        found.append(f"title of a name|{event}")
    if frame.has_pronoun:
        found.append(f"pronoun|{order}|{event}")
    if candidate.type is None:
        found.append(f"other {around.words[candidate.first].bare}|{frame.lemma}")
    return found


def _pair_signs(around: Surroundings, candidate: Candidate, *beside: str) -> Iterator[str]:
    """«بين ⟦روسيا⟧ و⟦أوكرانيا⟧»: whether one of two is meant, and which, with each of `beside`."""
    words, end = around.words, candidate.end
    leads = end < len(words) and words[end].proclitics.startswith("و")
    return (f"pair {candidate.coordinated:d}{leads:d}|{other}" for other in beside)


def _side(frame: Frame, stand: Stand) -> str:
    if stand.candidate.span.contains(frame.event.trigger):
        return "around"
    return "after" if stand.follows else "before"


class Choices(NamedTuple):
    """What was chosen before the filler at hand came up."""

    partner: str
    """The role here of the filler it is joined to by و; empty if it is joined to none."""
    earlier: str
    """Its own role in the nearest event before that has it."""
    held: str
    """The roles here that are filled already."""
    is_time_taken: bool
    """Whether it is the time of an earlier event."""


def chosen_signs(frame: Frame, stand: Stand, choices: Choices) -> Iterator[str]:
    """The signs that hang on earlier choices."""
    event, form = frame.listed_type, frame.word_class
    side = "after" if stand.follows else "before"
    yield f"held {choices.held}|{form}|{side}"
    yield f"held {choices.held}|{event}"
    yield f"held {choices.held}|{event}|{stand.candidate.type}|{stand.candidate.preposition}"
    yield f"earlier {choices.earlier}|{form}|{frame.word.proclitics}|{side}"
    if choices.partner:
        yield f"partner {choices.partner}"
        yield f"partner {choices.partner}|{event}"
    yield f"earlier {choices.earlier}"
    yield f"earlier {choices.earlier}|{event}"
    if choices.is_time_taken:
        yield "taken"


def _step(distance: int) -> int:
    return next((number for number, most in enumerate(_STEPS) if distance <= most), len(_STEPS))


def _nearer(around: Surroundings, stand: Stand) -> str:
    """Which side another trigger stands on that is nearer to the filler than this one."""
    first, end = stand.candidate.first, stand.candidate.end
    own = around.frame.word.index
    left = right = 0
    if own < first:
        left = count_between(around.triggers, own + 1, first)
        right = count_between(around.triggers, end, len(around.words))
    elif own >= end:
        left = count_between(around.triggers, 0, first)
        right = count_between(around.triggers, end, own)
    return f"{left > 0:d}{right > 0:d}"


def _before(words: Words, candidate: Candidate) -> str:
    return words[candidate.first - 1].bare if candidate.first else "-"


def _agreement(words: Words, frame: Frame, candidate: Candidate) -> str:
    """Whether the event word and the filler look feminine."""
    verb, head = frame.word.key, words[candidate.first].key
    is_feminine = verb.endswith("ت") if frame.word_class == "past" else verb.startswith("ت")
    return f"{is_feminine:d}{head.endswith(('ه', 'ات')):d}{head.endswith(('ان', 'ون', 'ين')):d}"


def _opener(around: Surroundings, candidate: Candidate) -> str:
    """The clause opener or mark nearest to the filler on the way to the event word."""
    own, breaks = around.frame.word.index, around.breaks
    if candidate.first > own:
        nearest = bisect_left(breaks, candidate.first) - 1
        is_on_way = nearest >= 0 and breaks[nearest] > own
    else:
        nearest = bisect_left(breaks, candidate.end)
        is_on_way = nearest < len(breaks) and breaks[nearest] < own
    return around.words[breaks[nearest]].key if is_on_way else "-"


def _ahead(words: Words, frame: Frame) -> str:
    """The word before the event word in its sentence."""
    index = frame.word.index - 1
    return words[index].bare if index >= 0 and words[index].sentence == frame.word.sentence else "-"


def _behind(words: Words, frame: Frame) -> str:
    index = frame.word.index + 1
    return words[index].full if index < len(words) else "-"
