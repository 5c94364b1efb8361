"""Every key of the annotate screen by its identifier: what help, cheat sheet and key map go by."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from annotator.model.label_schema import LabelSchema
from annotator.tui.keymap import written
from annotator.tui.looks import Looks
from annotator.tui.palette import Palette
from annotator.tui.screens.tutorial import TutorialScreen
from annotator.tui.widgets.argument_bar import make_argument_bar
from annotator.tui.widgets.entity_legend import make_entity_legend
from annotator.tui.widgets.event_legend import make_event_legend


@dataclass(frozen=True, slots=True)
class BoundKey:
    """An action that keys do, in the part of the screen where they do it."""

    id: str
    """What a key map names it by."""
    keys: tuple[str, ...]
    """As bindings have them."""
    does: str

    @property
    def written(self) -> str:
        """The keys as a person reads them."""
        return "  ".join(dict.fromkeys(written(key) for key in self.keys))


def bound_keys(schema: LabelSchema) -> list[BoundKey]:
    """The keys of the screen, of both layers and of the argument forms, each action once."""
    palette, looks = Palette(is_coarse=False), Looks(schema)
    lists: list[Sequence[BindingType]] = [
        kind.__dict__.get("BINDINGS", ())
        for kind in reversed(TutorialScreen.__mro__)
        if kind.__module__.startswith("annotator.")
    ]
    lists.append(make_entity_legend(schema, looks, palette).BINDINGS)
    lists.append(make_event_legend(schema, looks, palette).BINDINGS)
    lists += [make_argument_bar(schema, name, looks, palette).BINDINGS for name in schema.events]
    found: dict[str, BoundKey] = {}
    for binding in _single(each for some in lists for each in some):
        if binding.id is None:
            continue
        before = found.get(binding.id)
        keys = dict.fromkeys((*(before.keys if before else ()), binding.key))
        says = binding.tooltip or binding.description
        found[binding.id] = BoundKey(binding.id, tuple(keys), says)
    return list(found.values())


def _single(bindings: Iterable[BindingType]) -> Iterator[Binding]:
    yield from Binding.make_bindings(bindings)
