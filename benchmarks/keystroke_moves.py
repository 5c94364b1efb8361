"""The shortest keys that bring the cursor to a word, or the choice to a marked item."""

from collections.abc import Iterator

from annotator.services.desk import Desk
from annotator.services.navigation import Item, place_of
from annotator.services.stops import stops
from annotator.tui.labelling import placed_labels
from annotator.tui.screens.annotate import AnnotateScreen

_MOST_TABS = 12


def keys_to_word(screen: AnnotateScreen, goal: int, *, depth: int = 3) -> tuple[str, ...]:
    """Keys that put the cursor on the word that begins at `goal`, found level by level."""
    desk = screen.desk
    start = (desk.cursor, desk.passed_from)
    seen = {start}
    level: list[tuple[tuple[int, int], tuple[str, ...]]] = [(start, ())]
    for _ in range(depth):
        following = []
        for place, keys in level:
            for key, after in _steps(screen, desk, place):
                if after[0] == goal:
                    return (*keys, key)
                if after not in seen:
                    seen.add(after)
                    following.append((after, (*keys, key)))
        level = following
    return _walk(screen, desk, goal)


def _steps(
    screen: AnnotateScreen, desk: Desk, place: tuple[int, int]
) -> Iterator[tuple[str, tuple[int, int]]]:
    cursor, passed_from = place
    there = _at(desk, cursor, passed_from)
    found = stops(there)
    for number, stop in enumerate(found, start=1):
        yield str(number), (stop, stop)
    if found:
        yield "0", (cursor, found[-1])
    forward, back = ("left", "right") if screen.article.is_rtl_at(cursor) else ("right", "left")
    if (after := desk.words.after(cursor)) is not None:
        yield forward, (after.start, after.start)
    if (before := desk.words.before(cursor)) is not None:
        yield back, (before.start, before.start)
    for key, is_back in (("ctrl+down", False), ("ctrl+up", True)):
        if (start := desk.words.sentence_start(cursor, is_back=is_back)) is not None:
            yield key, (start, start)
    column = screen.article.column_of(cursor)
    for key, by in (("down", 1), ("up", -1)):
        row = screen.article.offset_rows_away(cursor, by, column=column)
        yield key, (row, row)


def _at(desk: Desk, cursor: int, passed_from: int) -> Desk:
    """The desk as it would be with the cursor there."""
    there = object.__new__(Desk)
    there.__dict__.update(desk.__dict__)
    there.cursor, there.passed_from, there.chosen_id = cursor, passed_from, None
    return there


def _walk(screen: AnnotateScreen, desk: Desk, goal: int) -> tuple[str, ...]:
    """A sentence nearer, where the place is too far to search."""
    is_back = goal < desk.cursor
    start = desk.words.sentence_start(desk.cursor, is_back=is_back)
    if start is not None and start != desk.cursor and (start >= goal if is_back else start <= goal):
        return ("ctrl+up" if is_back else "ctrl+down",)
    is_forward = not is_back
    return ("left" if screen.article.is_rtl_at(desk.cursor) == is_forward else "right",)


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
    desk = screen.desk
    near = sorted(desk.items().all, key=lambda other: abs(place_of(other).start - desk.cursor))
    placed = placed_labels(near, desk.text, screen.article.visible_span)
    for other, label, _ in placed:
        if other.id == item.id:
            yield ("h", label)
