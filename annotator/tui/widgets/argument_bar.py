"""The argument form of one event, in place of the legend: a letter for each of its roles."""

from collections.abc import Sequence

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.arabic.visual import visual
from annotator.model.label_schema import LabelSchema
from annotator.services.argument_form import Filler, Slot
from annotator.tui.keymap import attribute_bindings, capital_bindings
from annotator.tui.looks import Looks
from annotator.tui.messages import AttributeCycled
from annotator.tui.palette import Palette
from annotator.tui.spoken import told
from annotator.tui.themes import worn
from annotator.tui.widgets.split_line import Bit, joined
from annotator.wording import marked, reading_direction

_ROLE_COLUMNS = 26


class ArgumentBar(Widget, can_focus=True):
    """Live while it has the focus; one is made for each event that is worked on."""

    DEFAULT_CSS = "ArgumentBar { height: auto; }"

    class RolePointed(Message):
        """A letter asks to point a role."""

        def __init__(self, role: str) -> None:
            super().__init__()
            self.role = role

    class Labelled(Message):
        """The label of a filler was typed, for the role that is pointed."""

        def __init__(self, label: str) -> None:
            super().__init__()
            self.label = label

    class Fitted(Message):
        """The letter of a filler was typed while no role is pointed."""

        def __init__(self, label: str) -> None:
            super().__init__()
            self.label = label

    class Emptied(Message):
        """The role that is pointed is to be emptied."""

    class Rejected(Message):
        """The event itself is turned down."""

    class Retyped(Message):
        """A capital asks for another event type."""

        def __init__(self, type_name: str) -> None:
            super().__init__()
            self.type_name = type_name

    class AllTaken(Message):
        """Everything guessed is to be taken."""

    class Closed(Message):
        """The form is left as it is."""

    def __init__(self, event_type: str, *, looks: Looks, palette: Palette) -> None:
        super().__init__(id="argument-bar")
        self.labels: frozenset[str] = frozenset()
        """Of the fillers, while a role is pointed: these keys pick one."""
        self.letters: frozenset[str] = frozenset()
        """Of the fillers, while no role is pointed: these keys put one into its likeliest role."""
        self._slots: Sequence[Slot] = ()
        self._text = ""
        self.event_type = event_type
        """The event type whose roles it has letters for."""
        self._looks = looks
        self._palette = palette

    def show(self, slots: Sequence[Slot], text: str) -> None:
        """Show what stands in the roles; `text` is the document's."""
        self._slots, self._text = slots, text
        self.refresh(layout=True)

    def on_key(self, event: events.Key) -> None:
        """A label picks a filler; every other key is a binding."""
        character = event.character or ""
        if character in self.labels:
            self._tell(event, self.Labelled(character))
        elif character in self.letters:
            self._tell(event, self.Fitted(character))

    def _tell(self, event: events.Key, message: Message) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(message)

    def action_point(self, role: str) -> None:
        """Pick a filler for a role."""
        self.post_message(self.RolePointed(role))

    def action_take_all(self) -> None:
        """Take the guesses, and go on."""
        self.post_message(self.AllTaken())

    def action_close(self) -> None:
        """Leave the form; guesses not taken are dropped."""
        self.post_message(self.Closed())

    def action_retype(self, type_name: str) -> None:
        """Give the event another type."""
        self.post_message(self.Retyped(type_name))

    def action_empty(self) -> None:
        """Empty the role that is pointed; while none is, turn the event down."""
        self.post_message(self.Emptied() if self.labels else self.Rejected())

    def action_cycle(self, attribute: str) -> None:
        """Set an attribute of the event to its next value."""
        self.post_message(AttributeCycled(attribute))

    # -- drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- the signature is Textual's
        """A row for each role."""
        return max(1, len(self._slots))

    def render_line(self, y: int) -> Strip:
        """One role: its letter, its names, what stands in it."""
        base = self.rich_style
        if y >= len(self._slots):
            return Strip.blank(self.size.width, base)
        slot = self._slots[y]
        color = self._looks.color(self.event_type)
        arabic, english = self._looks.role_names(slot.role)
        key = self._looks.schema.roles[slot.role].key
        names = f" {english} {visual(arabic)}"
        bits = [Bit(f" {key} ", self._palette.key(color)), Bit(names.ljust(_ROLE_COLUMNS))]
        for filler in slot.fillers:
            bits += self._filler(filler)
        if not slot.fillers:
            sign, style = (
                (told("expected"), Style(color=worn().waiting))
                if slot.is_expected
                else ("·", Style())
            )
            bits.append(Bit(sign, style))
        is_mirrored = reading_direction() == "rtl"
        return joined(bits, (), width=self.size.width, base=base, is_mirrored=is_mirrored)

    def on_click(self, event: events.Click) -> None:
        """Point the role under the mouse."""
        event.stop()
        if event.y < len(self._slots):
            self.action_point(self._slots[event.y].role)

    def _filler(self, filler: Filler) -> list[Bit]:
        words = visual(filler.span.of(self._text), width=32)
        color = self._looks.color(filler.type)
        if filler.is_guess:
            look, said = Style(color=color, underline=True), told("guess")
        else:
            look, said = Style(color=color, bold=True), filler.type
        return [Bit(words, look), Bit(f" {said}   ", Style(dim=True))]


def make_argument_bar(
    schema: LabelSchema, event_type: str, looks: Looks, palette: Palette
) -> ArgumentBar:
    """A form whose bindings are the letters of the roles of `event_type`."""
    bindings: list[BindingType] = [
        Binding("space", "take_all", "take all", id="arguments.take-all"),
        Binding("escape", "close", "leave", id="arguments.close"),
        Binding("backspace,delete", "empty", "empty", show=False, id="arguments.empty"),
        *(
            Binding(
                schema.roles[role].key, f"point('{role}')", role, show=False, id=f"arguments.{role}"
            )
            for role in schema.event_roles(event_type)
        ),
        # a capital for each event type: the small letters are the roles'
        *capital_bindings(
            schema.events,
            action="retype",
            what=marked("retype: {type}"),
            prefix="arguments.retype",
        ),
        *attribute_bindings(schema.event_attributes, layer="arguments"),
    ]
    made: type[ArgumentBar] = type("SchemaArgumentBar", (ArgumentBar,), {"BINDINGS": bindings})
    return made(event_type, looks=looks, palette=palette)
