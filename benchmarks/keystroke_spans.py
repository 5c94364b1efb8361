"""The shortest keys that make a span of a word or of another span."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from annotator.model.span import Span
from annotator.services.borders import (
    Border,
    Way,
    moved_by_letter,
    moved_by_word,
    toggled_proclitic,
)
from annotator.services.desk import Desk
from annotator.services.navigation import place_of
from annotator.services.noun_phrases import guessed_phrase
from annotator.services.validation import InvalidEdit
from annotator.services.words import Words

_MOST_BORDER_KEYS = 9
_BORDER_KEYS: tuple[tuple[str, Border, Way], ...] = (
    ("[", "start", "out"),
    ("]", "start", "in"),
    ("{", "end", "out"),
    ("}", "end", "in"),
)
_LONGEST_SELECTION = 12


class _State(NamedTuple):
    span: Span
    border: Border


def border_keys(
    start: Span, goal: Span, words: Words, fits: Callable[[Span], bool]
) -> tuple[str, ...] | None:
    """The fewest keys from one span to another, each one on the way being allowed by `fits`."""
    begin = _State(start, "end")
    if start == goal:
        return ()
    before: dict[_State, tuple[_State, str] | None] = {begin: None}
    waiting = deque([(begin, 0)])
    while waiting:
        state, depth = waiting.popleft()
        if depth == _MOST_BORDER_KEYS:
            return None
        for key, after in _steps(state, words):
            if after in before or not (after.span == goal or fits(after.span)):
                continue
            before[after] = (state, key)
            if after.span == goal:
                return _path(before, after)
            waiting.append((after, depth + 1))
    return None


def _path(before: dict[_State, tuple[_State, str] | None], state: _State) -> tuple[str, ...]:
    keys: list[str] = []
    while (step := before[state]) is not None:
        state, key = step
        keys.append(key)
    return tuple(reversed(keys))


def _steps(state: _State, words: Words) -> Iterator[tuple[str, _State]]:
    span, border = state
    for key, side, way in _BORDER_KEYS:
        try:
            yield key, _State(moved_by_word(span, words, side, way), side)
        except InvalidEdit:
            continue
    for key, is_forward in (("<", True), (">", False)):
        try:
            moved = moved_by_letter(span, words.text, border, is_forward=is_forward)
        except InvalidEdit:
            continue
        yield key, _State(moved, border)
    with suppress(InvalidEdit):
        yield ",", _State(toggled_proclitic(span, words), border)


def marking_keys(
    desk: Desk, word: Span, goal: Span, letter: str, fits: Callable[[Span], bool]
) -> tuple[str, ...] | None:
    """The fewest keys that mark `goal` when the cursor is on `word`, where it begins."""
    words = desk.words
    found: list[tuple[str, ...]] = []
    for keys, first in _beginnings(desk, word, letter):
        if first != goal and not fits(first):
            continue
        rest = border_keys(first, goal, words, fits)
        if rest is not None:
            found.append((*keys, *rest))
    return min(found, key=len, default=None)


def _beginnings(desk: Desk, word: Span, letter: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    words = desk.words
    stem = words.stem(word)
    covering = desk.items("entities").covering(word.start)
    inside = covering[0] if covering else None
    if inside is None or word.start >= words.at(place_of(inside).start).end:
        yield (letter,), stem
    if letter.upper() not in "QZ" and len(letter) == 1:
        yield (letter.upper(),), guessed_phrase(words, word.start)
    end, keys = word, ["shift+left"]
    if (after := words.after(word.start)) is not None:
        # one word: out and back
        yield ("shift+left", "shift+right", letter), stem
        end = after
    for _ in range(_LONGEST_SELECTION):
        yield (*keys, letter), Span(stem.start, end.end)
        following = words.after(end.start)
        if following is None:
            return
        end = following
        keys.append("shift+left")


def fitting(taken: Sequence[Span]) -> Callable[[Span], bool]:
    """Whether a span crosses nothing that is marked and stands exactly on none of it."""
    return lambda span: not any(span == other or span.crosses(other) for other in taken)
