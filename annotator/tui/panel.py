"""What the side panel lists: mentions, events with their arguments, all about the active item."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TypeAlias, overload

from rich.style import Style

from annotator.arabic.visual import visual
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.reason import explained
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.argument_form import arguments_of
from annotator.services.desk import Desk
from annotator.services.navigation import Item, Items, is_open, place_of
from annotator.tui.looks import Looks
from annotator.tui.palette import Palette
from annotator.tui.spoken import printed, told
from annotator.tui.themes import worn
from annotator.tui.widgets.row_list import LazyRows, Row
from annotator.tui.widgets.split_line import Bit
from annotator.wording import named, reading_direction

_DIM = Style(dim=True)
_CODE_COLUMNS = 9
_ROLE_COLUMNS = 14


_EventLine: TypeAlias = tuple[Item, tuple[str, Span] | None]
"""An event, or one of its arguments: the role and where its filler stands."""


class PanelLists:
    """The two lists, made anew only when there is something new to list."""

    def __init__(self) -> None:
        self._made_of: tuple[Items | None, Items | None, int] = (None, None, 0)
        self._lists: tuple[Sequence[Row], Sequence[Row]] = ((), ())
        self._event_lines: list[_EventLine] = []
        self._kept: dict[str, tuple[Item, Row]] = {}
        """Rows of mentions, and what each was made of."""

    def rows(
        self, desk: Desk, looks: Looks, palette: Palette, *, width: int
    ) -> tuple[Sequence[Row], Sequence[Row]]:
        """The rows of mentions, and those of events."""
        made_of = (desk.items("entities"), desk.items("events"), width)
        if made_of != self._made_of:
            if width != self._made_of[2]:
                self._kept = {}
            mentions = mention_rows(desk, looks, palette, width=width, kept=self._kept)
            events, lines = self._lists[1], _event_lines(desk)
            if lines != self._event_lines or width != self._made_of[2]:
                events = event_rows(desk, looks, palette, lines, width=width)
            self._made_of, self._event_lines = made_of, lines
            self._lists = mentions, events
        return self._lists


def mention_rows(
    desk: Desk, looks: Looks, palette: Palette, *, width: int, kept: dict[str, tuple[Item, Row]]
) -> Sequence[Row]:
    """Every mention and open suggestion in reading order, looking as it does in the article.

    `kept` holds the rows of this width that were made before.
    """
    mentions = desk.items("entities")
    items = mentions.all

    def make(place: int) -> Row:
        item = items[place]
        if item.id not in kept or kept[item.id][0] is not item:
            color = looks.color(item.type)
            style = palette.suggested(color) if is_open(item) else palette.mention(color, depth=1)
            kept[item.id] = (item, _item_row(desk, item, style, looks, width=width))
        return kept[item.id][1]

    return LazyRows(_Ids(items), make, find=mentions.index)


class _Ids(Sequence[str]):
    """The identifiers of items, looked at where they are asked for."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return _Ids(self._items[place])
        return self._items[place].id


def _event_lines(desk: Desk) -> list[_EventLine]:
    lines: list[_EventLine] = []
    for item in desk.items("events").all:
        lines.append((item, None))
        lines += [(item, argument) for argument in arguments_of(item, desk)]
    return lines


def event_rows(
    desk: Desk, looks: Looks, palette: Palette, lines: Sequence[_EventLine], *, width: int
) -> Sequence[Row]:
    """Every event and open suggestion of one, each with its arguments beneath."""

    def make(place: int) -> Row:
        item, argument = lines[place]
        if argument is not None:
            role, span = argument
            name = named(looks.role_names(role)[0], role)
            return _argument_row(desk, name, span, width=width, is_guess=is_open(item))
        color = looks.color(item.type)
        style = palette.suggested(color) if is_open(item) else palette.trigger(color)
        return _item_row(desk, item, style, looks, width=width)

    return LazyRows([item.id if argument is None else "" for item, argument in lines], make)


def relation_rows(desk: Desk, *, width: int) -> list[Row]:
    """Every relation, its source on the reading side; a click goes to the source."""
    annotations = desk.session.annotations
    room = max(4, (width - _CODE_COLUMNS - 8) // 2)

    def words(mention_id: str) -> str:
        mention = annotations.get(Mention, mention_id)
        return visual(" ".join(mention.span.of(desk.text).split()), width=room) if mention else ""

    return [
        Row(
            relation.source,
            (Bit(f" {relation.type}", _DIM),),
            (Bit(f"{words(relation.target)} ← {words(relation.source)} "),),
        )
        for relation in annotations.relations
    ]


def detail_rows(desk: Desk, looks: Looks, *, width: int) -> list[Row]:
    """Everything about the active item: its logical text, type, origin, attributes, notes."""
    item = desk.active
    if item is None:
        return [Row("", (Bit(f" {told('nothing marked under the cursor')} ", _DIM),))]
    color = looks.color(item.type)
    arabic, english = looks.names(item.type)
    words = " ".join(place_of(item).of(desk.text).split())
    rows = [
        Row("", (), (Bit(f"{visual(words, width=width - 3, base='rtl')} ", Style(bold=True)),)),
        Row(
            "",
            (
                Bit(f" {item.type} ", Style(color=color, bold=True)),
                Bit(f"{visual(english)} ", Style(color=color)),
            ),
            (Bit(f"{visual(arabic)} ", Style(color=color)),),
        ),
    ]
    match item:
        case SuggestedMention() | SuggestedEvent():
            rows += _suggestion_rows(item, width=width)
        case Mention() | Event():
            rows += _annotation_rows(desk, item, width=width)
    return rows


def _item_row(desk: Desk, item: Item, style: Style, looks: Looks, *, width: int) -> Row:
    sign = "?" if is_open(item) else ("!" if _is_uncertain(item) else " ")
    words = " ".join(place_of(item).of(desk.text).split())
    room = max(4, width - _CODE_COLUMNS - 5)
    return Row(
        item.id,
        (
            Bit(f"{sign} ", Style(color=worn().waiting)),
            Bit(item.type, Style(color=looks.color(item.type))),
        ),
        (Bit(visual(words, width=room, base="rtl"), style), Bit(" ")),
    )


def _argument_row(desk: Desk, name: str, span: Span, *, width: int, is_guess: bool) -> Row:
    words = " ".join(span.of(desk.text).split())
    room = max(4, width - _ROLE_COLUMNS - 5)
    return Row(
        "",
        (Bit(f"    {visual(name)}", _DIM),),
        (Bit(f"{visual(words, width=room, base='rtl')} ", Style(italic=is_guess)),),
    )


def _suggestion_rows(item: SuggestedMention | SuggestedEvent, *, width: int) -> list[Row]:
    name = visual(item.suggester, width=width - 22)
    made_by = (Bit(f" {told('suggested by')} ", _DIM), Bit(name))
    score = (Bit(f" {item.score:.2f} "),)
    is_mirrored = reading_direction() == "rtl"
    why = textwrap.wrap(explained(item.why), max(4, width - 3))
    return [
        Row("", score, (Bit(" "), *made_by[::-1])) if is_mirrored else Row("", made_by, score),
        *(Row("", (Bit(f" {printed(part)} ", Style(italic=True)),)) for part in why),
    ]


def _annotation_rows(desk: Desk, item: Mention | Event, *, width: int) -> list[Row]:
    rows = [
        Row(
            "",
            (Bit(f" {told(item.provenance.status)} ", _DIM),),
            (
                Bit(
                    f"{told('uncertain')} " if item.uncertain else "",
                    Style(color=worn().waiting, italic=True),
                ),
            ),
        )
    ]
    slug = item.kb if isinstance(item, Mention) else item.coref
    if slug:
        rows.append(Row("", (Bit(" ; ", _DIM), Bit(visual(slug, width=width - 6)))))
    rows += [
        Row("", (Bit(f" {key} {visual(name)} ", _DIM), Bit(value)))
        for key, name, value in _attribute_values(desk, item)
    ]
    rows += [
        Row("", (Bit(' " ', _DIM),), (Bit(f"{visual(note.text, width=width - 6)} "),))
        for note in desk.session.annotations.notes
        if note.on == item.id and not note.resolved
    ]
    return rows


def _attribute_values(desk: Desk, item: Mention | Event) -> Iterator[tuple[str, str, str]]:
    schema = desk.session.schema
    if isinstance(item, Mention) and item.type in schema.entities:
        declared, names = schema.entity_attributes, schema.entity_attribute_names(item.type)
    elif isinstance(item, Event) and item.type in schema.events:
        declared, names = schema.event_attributes, schema.event_attribute_names(item.type)
    else:
        return
    for name in names:
        value = schema.attribute_value(item.type, name, item.attributes)
        set_by = "" if name in item.attributes else f" {told('(default)')}"
        told_name = named(declared[name].ar, name)
        yield declared[name].key, told_name, f"{declared[name].written(value)}{set_by}"


def _is_uncertain(item: Item) -> bool:
    return isinstance(item, Mention | Event) and item.uncertain
