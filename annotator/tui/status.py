"""What the narrow rows say: who works where, what is live, what keys do."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding

from annotator.arabic.visual import shortened, visual
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.suggestion import SuggestedEvent, SuggestedMention
from annotator.services.decisions import is_relabelling, target_of
from annotator.services.desk import Desk
from annotator.services.navigation import place_of
from annotator.services.validation import InvalidEdit
from annotator.tui.color_depth import block
from annotator.tui.keymap import written
from annotator.tui.looks import Looks
from annotator.tui.spoken import printed, told, told_count
from annotator.tui.themes import worn
from annotator.tui.widgets.split_line import Bit
from annotator.wording import worded

_DIM = Style(dim=True)
_BOLD = Style(bold=True)


@dataclass(frozen=True)
class Place:
    """Where the open document stands among the others."""

    project: str
    number: int
    count: int


def top_bits(
    desk: Desk, place: Place, *, problem: str | None, figures: str = ""
) -> tuple[list[Bit], list[Bit]]:
    """The first row: project, annotator, figures, document, what is open, whether all is saved."""
    open_count = sum(len(desk.items(level).open) for level in desk.levels)
    left = [
        Bit(f" {visual(place.project, width=24)} ", _DIM),
        Bit(f" {visual(desk.session.layer, width=24)} ", Style(bold=True, color=worn().strong)),
        Bit(f" {printed(figures)} " if figures else "", _DIM),
    ]
    waiting = (
        Bit(f" {told('{count} open', count=open_count)} ", Style(color=worn().waiting))
        if open_count
        else Bit(f" {told('none open')} ")
    )
    annotations = desk.session.annotations
    done = []
    if annotations.set_aside is not None:
        reason = worded(annotations.set_aside.reason)
        aside = told("set aside: {reason}", reason=reason)
        done = [Bit(f" {aside} ", Style(color=worn().events))]
    elif annotations.is_done(desk.done_levels):
        done = [Bit(f" {told('done ✓')} ", Style(color=worn().good))]
    right = [
        *done,
        Bit(
            f" {told('document {number} of {count}', number=place.number, count=place.count)} ",
            action="screen.open_documents",
        ),
        Bit(f" {told_count('{count} word', '{count} words', len(desk.words))} ", _DIM),
        waiting,
        _saved() if problem is None else _not_saved(problem),
    ]
    return left, right


def _saved() -> Bit:
    return Bit(f" {told('✓ saved')} ", Style(color=worn().good))


def _not_saved(problem: str) -> Bit:
    style = block(worn().alarm)
    return Bit(f" {told('NOT SAVED: {problem}', problem=problem, width=50)} ", style)


def level_bits(desk: Desk, looks: Looks, *, tag: str) -> tuple[list[Bit], list[Bit]]:
    """The bar above the legend: the live layer, the active item, what a letter would do."""
    color = worn().level(tag)
    left = [
        Bit(f" {told(tag).upper()} ", block(color)),
        Bit(" "),
    ]
    left += _active_bits(desk, looks)
    other = "events" if desk.level == "entities" else "entities"
    if tag == "labels":
        return left, []
    right = [Bit(f" {printed(_letter_hint(desk))} ", Style(color=worn().strong))]
    if other in desk.levels:
        key = block(worn().muted)
        right += [
            Bit(" ` ", key, "screen.toggle_level"),
            Bit(f" {told(other)} ", _DIM, "screen.toggle_level"),
        ]
    else:
        right.append(Bit(f" {told('{level} off', level=worded(other))} ", _DIM))
    return left, right


def argument_bits(
    event: Event, text: str, looks: Looks, *, pointing: str | None
) -> tuple[list[Bit], list[Bit]]:
    """The bar above the argument form; `pointing` is the role that waits for a label."""
    arabic, _ = looks.names(event.type)
    tag = "arguments" if pointing is None else "labels"
    left = [
        Bit(
            f" {told(tag).upper()} ",
            block(worn().level(tag)),
        ),
        Bit(f" {event.type} ", Style(color=looks.color(event.type), bold=True)),
        Bit(f"{visual(arabic)}  "),
        Bit(visual(event.trigger.of(text), width=24), _BOLD),
    ]
    hint = worded("Space takes all · letters: roles below, fillers in the text")
    if pointing is not None:
        hint = worded(
            "{role} is: type a label", role=" ".join(reversed(looks.role_names(pointing)))
        )
    return left, [Bit(f" {printed(hint)} ", Style(color=worn().strong))]


_SHOWN_KEYS = (
    "arguments.take-all",
    "arguments.close",
    "annotate.decide.accept",
    "annotate.decide.reject",
    "annotate.decide.sentence",
    "annotate.decide.next-open",
    "annotate.undo.undo",
    "annotate.adjust.proclitic",
    "annotate.adjust.start-out",
    "annotate.decide.open",
    "annotate.document.done",
    "annotate.adjust.propagate",
    "annotate.adjust.identity",
    "annotate.move.jump",
    "annotate.document.list",
    "annotate.document.next",
    "annotate.document.find",
    "annotate.view.panel",
    "annotate.adjust.flag",
    "annotate.adjust.note",
    "annotate.link.relate",
    "annotate.document.concordance",
    "annotate.view.guidelines",
)
"""The last row shows these, as many as fit; everything is in the help."""
_HELP = "annotate.view.help"


def key_bits(
    bindings: Iterable[Binding], *, width: int, keyboard: str = ""
) -> tuple[list[Bit], list[Bit]]:
    """The last row: what the most useful live keys do; help always on the right."""
    live: dict[str, Binding] = {}
    for binding in bindings:
        live.setdefault(binding.id or "", binding)
    right = _key(live[_HELP]) if _HELP in live else []
    if keyboard:
        right = [Bit(f" {keyboard} ", Style(reverse=True)), *right]
    room = width - sum(cell_len(bit.text) for bit in right)
    left: list[Bit] = []
    for key in (_key(live[name]) for name in _SHOWN_KEYS if name in live):
        room -= sum(cell_len(bit.text) for bit in key)
        if room < 0:
            break
        left += key
    return left, right


def _key(binding: Binding) -> list[Bit]:
    action = binding.action if "." in binding.action else f"screen.{binding.action}"
    return [
        Bit(
            f" {binding.key_display or written(binding.key)}",
            Style(color=worn().strong, bold=True),
            action,
        ),
        Bit(f" {told(binding.description)} ", _DIM, action),
    ]


def _active_bits(desk: Desk, looks: Looks) -> list[Bit]:
    active = desk.active
    if active is None or desk.is_walking_inside:
        return []
    arabic, english = looks.names(active.type)
    color = Style(color=looks.color(active.type))
    bits = [
        Bit(f"{active.type}  ", color + _BOLD),
        Bit(f"{visual(' '.join(place_of(active).of(desk.text).split()), width=30)}  ", _BOLD),
        Bit(f"{visual(arabic)}  ", color),
        Bit(f"{english}  ", color),
    ]
    match active:
        case SuggestedMention() | SuggestedEvent():
            bits.append(Bit(f"? {active.score:.2f} {visual(active.suggester)}", _DIM))
        case Mention() | Event():
            bits.append(Bit(told(active.provenance.status), _DIM))
            if active.uncertain:
                bits.append(Bit(f"  {told('uncertain')}", Style(italic=True, color=worn().waiting)))
    return bits


def _letter_hint(desk: Desk) -> str:
    """What a letter of the legend would do now."""
    is_entities = desk.level == "entities"
    if is_relabelling(desk):
        return worded("letter: relabel") if is_entities else worded("letter: retype")
    try:
        words = shortened(" ".join(target_of(desk).of(desk.text).split()), width=20)
    except InvalidEdit:
        return ""
    if is_entities:
        return worded("letter: mark {words}", words=words)
    return worded("letter: trigger {words}", words=words)


def message_bits(message: str, *, is_refusal: bool, width: int) -> list[Bit]:
    """A sentence in the last row, in place of the keys."""
    sign, color = (" ✗ ", worn().refused) if is_refusal else (" · ", worn().waiting)
    words = printed(message, width=width - cell_len(sign))
    return [Bit(sign, Style(color=color, bold=True)), Bit(words, Style(color=color))]
