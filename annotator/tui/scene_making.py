"""From where an annotator is to what the article shows: marks, the current item, cursor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rich.style import Style

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.argument_form import Slot, arguments_of
from annotator.services.decisions import SURE
from annotator.services.desk import Desk
from annotator.services.navigation import Item, Items, Level, is_open, place_of
from annotator.services.stops import stops
from annotator.tui.looks import Looks
from annotator.tui.palette import Palette
from annotator.tui.scene import Layer, Mark, Marks, Scene, layer
from annotator.tui.type_letters import TypeLetters, blank_before, type_letters

UNCERTAIN_SIGN = "?"

_RoleAt: TypeAlias = tuple[str, Span]
"""A role and where its filler stands."""


@dataclass(frozen=True, eq=False)
class _Made:
    """A level's items as marks."""

    items: Items
    is_live: bool
    layer: Layer
    marks: Mapping[str, Mark]
    """By item; an item without a look has none."""
    signs: Mapping[int, str]
    """Where uncertain ones end."""


class SceneMaker:
    """Makes scenes of one desk; after an edit, only the marks that it touched are made anew."""

    def __init__(self, palette: Palette, looks: Looks) -> None:
        self._palette = palette
        self._looks = looks
        self._made: dict[Level, _Made] = {}
        self._marks = Marks()
        self._signs: dict[int, str] = {}
        self._letters: TypeLetters | None = None
        """Where colours are too few to tell types."""

    def scene(
        self,
        desk: Desk,
        *,
        slots: Sequence[Slot] = (),
        labels: Mapping[int, str] | None = None,
        is_arguing: bool = False,
        is_picking: bool = False,
    ) -> Scene:
        """What to show now; `slots` are those of an open argument form.

        While one is picking, labels are the only live keys, and no other sign is drawn.
        """
        self._make_marks(desk, is_arguing=is_arguing)
        active, palette = desk.active, self._palette
        fillers = _fillers(desk, active, slots)
        selection = desk.selection
        word = desk.word
        shows_word = word is not None and (active is None or desk.is_walking_inside)
        return Scene(
            marks=self._marks,
            fillers=tuple(Mark(span, palette.filler()) for _, span in fillers),
            word=Mark(word, palette.word) if word is not None and shows_word else None,
            current=self._current(active),
            current_id=active.id if active is not None else None,
            selection=Mark(selection, palette.selection) if selection is not None else None,
            cursor=desk.cursor,
            signs=self._signs_now(desk, fillers, is_live=bool(slots), is_picking=is_picking),
            labels=labels or {},
        )

    def _signs_now(
        self, desk: Desk, fillers: list[_RoleAt], *, is_live: bool, is_picking: bool
    ) -> dict[int, str]:
        if is_picking:
            return self._with_letters(self._signs, desk.text)
        digits = {
            place: str(number)
            for number, start in enumerate(stops(desk), start=1)
            for place in blank_before(desk.text, start)
        }
        signs = self._signs | digits
        if fillers:
            signs |= _role_signs(fillers, desk, is_live=is_live)
        return self._with_letters(signs, desk.text)

    def _with_letters(self, signs: dict[int, str], text: str) -> dict[int, str]:
        return signs if self._letters is None else self._letters.beside(signs, text)

    def _current(self, active: Item | None) -> Mark | None:
        if active is None:
            return None
        style = self._palette.current(self._looks.color(active.type), is_open=is_open(active))
        return Mark(place_of(active), style)

    def _make_marks(self, desk: Desk, *, is_arguing: bool) -> None:
        before = dict(self._made)
        is_live = is_arguing or desk.level == "entities"
        self._made["entities"] = self._level(desk, "entities", is_live=is_live)
        self._made["events"] = self._level(desk, "events", is_live=desk.level == "events")
        if before != self._made:
            made = self._made["entities"], self._made["events"]
            self._marks = Marks(tuple(one.layer for one in made))
            self._signs = {**made[0].signs, **made[1].signs}
            if self._palette.tells_by_letters:
                live = made[0] if is_live else made[1]
                schema = desk.session.schema
                self._letters = type_letters(live.items.all, schema, desk.text)

    def _level(self, desk: Desk, level: Level, *, is_live: bool) -> _Made:
        items, known = desk.items(level), self._made.get(level)
        if known is not None and known.is_live == is_live:
            if known.items is items:
                return known
            difference = items.placed.since(known.items.placed)
            if difference is not None:
                return self._after(known, items, *difference, text=desk.text)
        kept = known.marks if known is not None else {}
        marks = {
            key: kept[key] if kept.get(key) == mark else mark
            for key, mark in self._marks_of(items.all, _depths(items.all), is_live=is_live).items()
        }
        signs = _uncertain(items.all, desk.text)
        return _Made(items, is_live, layer(marks.values()), marks, signs)

    def _after(
        self, known: _Made, items: Items, gone: Sequence[Item], come: Sequence[Item], *, text: str
    ) -> _Made:
        """Marks made anew where something came or went; what lies within is as deep no more."""
        near = {item.id: item for one in (*gone, *come) for item in items.over(place_of(one))}
        depths = {key: _depth(item, items) for key, item in near.items()}
        new = self._marks_of(near.values(), depths, is_live=known.is_live)
        touched = {item.id for item in gone} | new.keys()
        old = {key: known.marks[key] for key in touched if key in known.marks}
        marks = {**known.marks, **new}
        for key in old.keys() - new.keys():
            del marks[key]
        signs = {**known.signs}
        for place in _uncertain(gone, text):
            signs.pop(place, None)
        signs |= _uncertain(near.values(), text)
        after = known.layer.changed(
            [mark for key, mark in old.items() if mark != new.get(key)],
            [mark for key, mark in new.items() if mark != old.get(key)],
        )
        return _Made(items, known.is_live, after, marks, signs)

    def _marks_of(
        self, items: Iterable[Item], depths: Mapping[str, int], *, is_live: bool
    ) -> dict[str, Mark]:
        found = {}
        for item in items:
            style = self._style(item, depths[item.id], is_live=is_live)
            if style is not None:
                found[item.id] = Mark(place_of(item), style, item.id)
        return found

    def _style(self, item: Item, depth: int, *, is_live: bool) -> Style | None:
        """How an item looks; a suggested event is not shown while events are not worked on."""
        color = self._looks.color(item.type)
        match item:
            case SuggestedMention(score=score):
                return self._palette.suggested(color, is_sure=score >= SURE, is_faint=not is_live)
            case SuggestedEvent(score=score):
                return self._palette.suggested(color, is_sure=score >= SURE) if is_live else None
            case Mention():
                style = self._palette.mention(color, depth=depth, is_faint=not is_live)
            case Event():
                style = self._palette.trigger(color, is_faint=not is_live)
        return style + self._palette.uncertain() if item.uncertain else style


def _depths(items: Iterable[Item]) -> dict[str, int]:
    """How many mentions lie around the beginning of each item."""
    found: dict[str, int] = {}
    open_ends: list[int] = []
    for item in items:
        span = place_of(item)
        open_ends = [end for end in open_ends if end > span.start]
        found[item.id] = len(open_ends)
        if isinstance(item, Mention):
            open_ends.append(span.end)
    return found


def _depth(item: Item, items: Items) -> int:
    """The same for one item: only what stands over its first character is looked at."""
    start = place_of(item).start
    around = _depths(items.over(Span(start, start + 1)))
    return around[item.id]


def _uncertain(items: Iterable[Item], text: str) -> dict[int, str]:
    return {
        place: UNCERTAIN_SIGN
        for item in items
        if isinstance(item, Mention | Event) and item.uncertain
        for place in _blank_behind(text, place_of(item))
    }


def _fillers(desk: Desk, active: Item | None, slots: Sequence[Slot]) -> list[_RoleAt]:
    """What fills the roles of the event in the form, or of the active one."""
    if slots:
        return [(slot.role, filler.span) for slot in slots for filler in slot.fillers]
    if active is None or desk.level != "events":
        return []
    return arguments_of(active, desk)


def _role_signs(fillers: Iterable[_RoleAt], desk: Desk, *, is_live: bool) -> dict[int, str]:
    """The letter of a role in the blank before what fills it; a capital while it is no live key."""
    roles = desk.session.schema.roles
    return {
        place: roles[role].key[:1] if is_live else roles[role].key[:1].upper()
        for role, span in fillers
        if role in roles
        for place in blank_before(desk.text, span.start)
    }


def _blank_behind(text: str, span: Span) -> Iterable[int]:
    return (span.end,) if text[span.end : span.end + 1] == " " else ()
