"""From where an annotator is to what the article shows: marks, the current item, cursor."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.argument_form import Slot, arguments_of
from annotator.services.decisions import SURE
from annotator.services.desk import Desk
from annotator.services.navigation import Item, is_open, place_of
from annotator.services.stops import stops
from annotator.tui.looks import Looks
from annotator.tui.palette import Palette
from annotator.tui.scene import Mark, Marks, Scene

UNCERTAIN_SIGN = "?"

_RoleAt: TypeAlias = tuple[str, Span]
"""A role and where its filler stands."""


class SceneMaker:
    """Makes scenes of one desk; marks are made anew only when there is something new to mark."""

    def __init__(self, palette: Palette, looks: Looks) -> None:
        self._palette = palette
        self._looks = looks
        self._made_of: tuple[object, ...] | None = None
        self._marks = Marks()
        self._signs: dict[int, str] = {}
        self._known: dict[str, tuple[Item, int, bool, Mark]] = {}
        """Marks of mentions, and what each was made of: an edit changes few of them."""

    def scene(
        self,
        desk: Desk,
        *,
        slots: Sequence[Slot] = (),
        labels: Mapping[int, str] | None = None,
        is_arguing: bool = False,
    ) -> Scene:
        """What to show now; `slots` are those of an open argument form."""
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
            signs=self._signs_now(desk, fillers, is_live=bool(slots), has_labels=bool(labels)),
            labels=labels or {},
        )

    def _signs_now(
        self, desk: Desk, fillers: list[_RoleAt], *, is_live: bool, has_labels: bool
    ) -> dict[int, str]:
        if has_labels:
            return self._signs
        digits = {
            place: str(number)
            for number, start in enumerate(stops(desk), start=1)
            for place in _blank_before(desk.text, Span(start, start + 1))
        }
        if not fillers:
            return self._signs | digits
        return self._signs | digits | _role_signs(fillers, desk, is_live=is_live)

    def _current(self, active: Item | None) -> Mark | None:
        if active is None:
            return None
        style = self._palette.current(self._looks.color(active.type), is_open=is_open(active))
        return Mark(place_of(active), style)

    def _make_marks(self, desk: Desk, *, is_arguing: bool) -> None:
        entities, events = desk.items("entities").all, desk.items("events").all
        made_of = (desk.session.annotations, entities, events, desk.level, is_arguing)
        known = self._made_of
        if known is not None and all(a is b for a, b in zip(known, made_of, strict=True)):
            return
        self._made_of = made_of
        is_live = is_arguing or desk.level == "entities"
        self._marks = Marks(
            (
                tuple(self._entity_marks(entities, is_live=is_live)),
                tuple(self._event_marks(events, is_live=desk.level == "events")),
            )
        )
        self._signs = {
            place: UNCERTAIN_SIGN
            for item in (*entities, *events)
            if isinstance(item, Mention | Event) and item.uncertain
            for place in _blank_behind(desk.text, place_of(item))
        }

    def _entity_marks(self, items: Iterable[Item], *, is_live: bool) -> Iterable[Mark]:
        before, self._known = self._known, {}
        open_ends: list[int] = []  # of the mentions around the next one
        for item in items:
            depth = 0
            if isinstance(item, Mention):
                span = item.span
                while open_ends and open_ends[-1] <= span.start:
                    open_ends.pop()
                depth = len(open_ends)
                open_ends.append(span.end)
            known = before.get(item.id)
            if known is None or known[0] is not item or known[1:3] != (depth, is_live):
                known = (item, depth, is_live, self._mark(item, depth=depth, is_live=is_live))
            self._known[item.id] = known
            yield known[3]

    def _mark(self, item: Item, *, depth: int, is_live: bool) -> Mark:
        color = self._looks.color(item.type)
        if isinstance(item, SuggestedMention):
            is_sure = item.score >= SURE
            style = self._palette.suggested(color, is_sure=is_sure, is_faint=not is_live)
        else:
            style = self._palette.mention(color, depth=depth, is_faint=not is_live)
            if isinstance(item, Mention) and item.uncertain:
                style += self._palette.uncertain()
        return Mark(place_of(item), style)

    def _event_marks(self, items: Iterable[Item], *, is_live: bool) -> Iterable[Mark]:
        for item in items:
            color = self._looks.color(item.type)
            if isinstance(item, SuggestedEvent):
                if is_live:
                    style = self._palette.suggested(color, is_sure=item.score >= SURE)
                    yield Mark(place_of(item), style)
                continue
            style = self._palette.trigger(color, is_faint=not is_live)
            if isinstance(item, Event) and item.uncertain:
                style += self._palette.uncertain()
            yield Mark(place_of(item), style)


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
        for place in _blank_before(desk.text, span)
    }


def _blank_behind(text: str, span: Span) -> Iterable[int]:
    return (span.end,) if text[span.end : span.end + 1] == " " else ()


def _blank_before(text: str, span: Span) -> Iterable[int]:
    return (span.start - 1,) if span.start and text[span.start - 1] == " " else ()
