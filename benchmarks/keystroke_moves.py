"""The shortest keys that bring the cursor to a word, or the choice to a marked item."""

from collections.abc import Iterator
from typing import TypeAlias

from annotator.services.desk import Desk
from annotator.services.navigation import Item, place_of
from annotator.services.stops import stops
from annotator.tui.labelling import placed_labels
from annotator.tui.screens.annotate import AnnotateScreen

_MOST_TABS = 12


Place: TypeAlias = tuple[int, int]
"""Where the cursor is, and from where words are counted."""


def keys_to_word(screen: AnnotateScreen, goal: int, *, depth: int = 3) -> tuple[str, ...]:
    """Keys that put the cursor on the word that begins at `goal`, found level by level.

    Where it is farther than `depth` keys, the one key that leads nearest.
    """
    desk = screen.desk
    start = (desk.cursor, desk.passed_from)
    seen = {start}
    levels: list[list[tuple[Place, tuple[str, ...]]]] = [[(start, ())], [], *_jumps(screen)]
    for number in range(depth):
        for place, keys in levels[number]:
            for key, after in _steps(screen, desk, place):
                if after[0] == goal and key != "0":  # which moves nothing but the digits
                    return (*keys, key)
                if after not in seen:
                    seen.add(after)
                    levels[number + 1].append((after, (*keys, key)))
        levels.append([])
    return _walk(screen, goal)


def _jumps(screen: AnnotateScreen) -> list[list[tuple[Place, tuple[str, ...]]]]:
    """Where two keys lead, the second one a label."""
    desk = screen.desk
    found: list[tuple[Place, tuple[str, ...]]] = []
    for item, label in _labelled(screen):
        start = place_of(item).start
        found.append(((start, min(start, desk.cursor)), ("h", label)))
    return [found]


def _labelled(screen: AnnotateScreen) -> Iterator[tuple[Item, str]]:
    desk = screen.desk
    near = sorted(desk.items().all, key=lambda other: abs(place_of(other).start - desk.cursor))
    placed = placed_labels(near, desk.text, screen.article.visible_span)
    return ((item, label) for item, label, _ in placed)


def _steps(screen: AnnotateScreen, desk: Desk, place: Place) -> Iterator[tuple[str, Place]]:
    cursor, passed_from = place
    there = _at(desk, cursor, passed_from)
    found = stops(there)
    for number, stop in enumerate(found, start=1):
        yield str(number), (stop, stop)
    if found:
        yield "0", (cursor, found[-1])
    for key, offset in _plain_moves(screen, cursor):
        yield key, (offset, offset)


def _plain_moves(screen: AnnotateScreen, cursor: int) -> Iterator[tuple[str, int]]:
    """Where the keys lead that ask nothing but where the cursor is."""
    words, article = screen.desk.words, screen.article
    forward, back = ("left", "right") if article.is_rtl_at(cursor) else ("right", "left")
    if (after := words.after(cursor)) is not None:
        yield forward, after.start
    if (before := words.before(cursor)) is not None:
        yield back, before.start
    for key, is_back in (("ctrl+down", False), ("ctrl+up", True)):
        if (start := words.sentence_start(cursor, is_back=is_back)) is not None:
            yield key, start
    column = article.column_of(cursor)
    page = max(1, article.rows_in_view - 3)
    for key, by in (("down", 1), ("up", -1), ("pagedown", page), ("pageup", -page)):
        yield key, article.offset_rows_away(cursor, by, column=column)
    yield "ctrl+home", 0
    yield "ctrl+end", len(words.text) - 1


def _at(desk: Desk, cursor: int, passed_from: int) -> Desk:
    """The desk as it would be with the cursor there."""
    there = object.__new__(Desk)
    there.__dict__.update(desk.__dict__)
    there.cursor, there.passed_from, there.chosen_id = cursor, passed_from, None
    return there


def _walk(screen: AnnotateScreen, goal: int) -> tuple[str, ...]:
    """Nearer, where the place is too far to search."""
    moves = list(_plain_moves(screen, screen.desk.cursor))
    return (min(moves, key=lambda move: abs(move[1] - goal))[0],)


def keys_to_item(screen: AnnotateScreen, item: Item) -> tuple[str, ...]:
    """Keys that choose an item: Tab, back, or a label to jump to; none where it is chosen."""
    desk = screen.desk
    if desk.chosen_id == item.id:
        return ()
    ways = [*_by_tab(desk, item), *_by_label(screen, item)]
    if ways:
        return min(ways, key=len)
    return keys_to_word(screen, desk.words.at(place_of(item).start).start)


def _by_tab(desk: Desk, item: Item) -> Iterator[tuple[str, ...]]:
    items = desk.items()
    if item not in items.open:
        return
    active = desk.active if desk.chosen_id is not None else None
    ahead = list(items.open)
    first = items.open_after(active, desk.cursor) or ahead[0]
    steps = (ahead.index(item) - ahead.index(first)) % len(ahead) + 1
    last = items.open_before(active, desk.cursor) or ahead[-1]
    back = (ahead.index(last) - ahead.index(item)) % len(ahead) + 1
    for key, count in (("tab", steps), ("shift+tab", back)):
        if count <= _MOST_TABS:
            yield (key,) * count


def _by_label(screen: AnnotateScreen, item: Item) -> Iterator[tuple[str, ...]]:
    return (("h", label) for other, label in _labelled(screen) if other.id == item.id)
