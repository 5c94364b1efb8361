"""Keys that adjust what is active: borders, proclitic, attributes, flag, note."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.services import adjustments
from annotator.services.borders import Border, Way
from annotator.services.desk import Desk
from annotator.services.document_edits import ResolveNote
from annotator.services.editing import Edit
from annotator.services.navigation import place_of
from annotator.services.validation import InvalidEdit
from annotator.tui.messages import AttributeCycled
from annotator.tui.modals.note import NoteModal
from annotator.tui.modals.picking import Picked
from annotator.tui.screens.deciding import DecidingScreen
from annotator.wording import counted, worded


class AdjustingScreen(DecidingScreen):
    """Each key runs one edit of the active item."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "comma",
            "proclitic",
            "proclitic",
            tooltip="cut the next proclitic off, or restore it",
            id="annotate.adjust.proclitic",
        ),
        Binding(
            "left_square_bracket",
            "border('start', 'out')",
            "borders",
            key_display="[ ] { }",
            tooltip="start a word further out",
            id="annotate.adjust.start-out",
        ),
        Binding(
            "right_square_bracket",
            "border('start', 'in')",
            "start a word in",
            show=False,
            id="annotate.adjust.start-in",
        ),
        Binding(
            "left_curly_bracket",
            "border('end', 'out')",
            "end a word out",
            show=False,
            id="annotate.adjust.end-out",
        ),
        Binding(
            "right_curly_bracket",
            "border('end', 'in')",
            "end a word in",
            show=False,
            id="annotate.adjust.end-in",
        ),
        Binding(
            "less_than_sign",
            "border_letter('on')",
            "the border moved last: a letter on",
            show=False,
            id="annotate.adjust.letter-on",
        ),
        Binding(
            "greater_than_sign",
            "border_letter('back')",
            "the border moved last: a letter back",
            show=False,
            id="annotate.adjust.letter-back",
        ),
        Binding(
            "equals_sign",
            "propagate",
            "equal ones",
            tooltip="mark the same words further on the same way",
            id="annotate.adjust.propagate",
        ),
        Binding(
            "slash",
            "join",
            "likeliest",
            tooltip="it names what it most likely is; again: the next likely",
            show=False,
            id="annotate.adjust.join",
        ),
        Binding(
            "minus,hyphen",
            "part",
            "the same as nothing else",
            show=False,
            id="annotate.adjust.part",
        ),
        Binding(
            "exclamation_mark",
            "flag",
            "uncertain, or certain",
            show=False,
            id="annotate.adjust.flag",
        ),
        Binding("quotation_mark", "note", "write a note", show=False, id="annotate.adjust.note"),
    ]

    _joined: tuple[str | None, Annotations | None] = (None, None)
    """What was joined last, and what that left; the same key then tries the next thing."""
    _join_order: tuple[str, ...] = ()
    _join_place: int = 0
    _border: Border = "end"
    """The border that was moved last: `<` and `>` move it by letters."""

    def action_proclitic(self) -> None:
        """Cut the next proclitic, or restore."""
        self.run_plan(adjustments.toggling_proclitic)

    def action_border(self, border: Border, way: Way) -> None:
        """Move a border by a word."""
        self._border = border
        self.run_plan(lambda desk: adjustments.moving_border(desk, border, way))

    def action_border_letter(self, way: str) -> None:
        """Move the border that was moved last by a letter."""
        border = self._border
        self.run_plan(
            lambda desk: adjustments.moving_border_by_letter(desk, border, is_forward=way == "on")
        )

    def action_flag(self) -> None:
        """Uncertain, or certain again."""
        self.run_plan(adjustments.flagging)

    def action_propagate(self) -> None:
        """The same for all equal strings ahead; says how many."""
        count = 0

        def plan(desk: Desk) -> Edit:
            nonlocal count
            edit = adjustments.propagating(desk)
            count = len(edit.spans)
            return edit

        chosen = self.desk.active
        if self.run_plan(plan, is_repeatable=False):
            self.desk.chosen_id = chosen.id if chosen is not None else None
            self.say(
                counted(
                    "marked {count} more; z takes it back",
                    "marked {count} more; z takes them all back",
                    count,
                )
            )
            self.show()

    def on_attribute_cycled(self, message: AttributeCycled) -> None:
        """The key of an attribute."""
        message.stop()
        self.cycle_attribute(message.attribute)

    def cycle_attribute(self, name: str) -> None:
        """Set an attribute of what is active to its next value."""
        self.run_plan(lambda desk: adjustments.cycling_attribute(desk, name))

    def action_join(self) -> None:
        """The same as the likeliest; pressed again at once, as the next likely."""
        order, place = self._join_order, self._join_place + 1
        active = self.desk.active
        joined_id, annotations = self._joined
        is_again = active is not None and active.id == joined_id
        if not is_again or self.desk.session.annotations is not annotations:
            try:
                order, place = tuple(adjustments.joinable_with(self.desk)), 0
            except InvalidEdit as error:
                self.refuse(str(error))
                return
        other_id = order[place % len(order)]
        if self.run_plan(lambda desk: adjustments.joining(desk, other_id), is_repeatable=False):
            stands = self.desk.active
            self._joined = (stands.id if stands else None, self.desk.session.annotations)
            self._join_order, self._join_place = order, place
            other = self.desk.items().get(other_id)
            if other is not None:
                words = " ".join(place_of(other).of(self.desk.text).split())
                self.say(worded("the same as {words}; again: the next likely", words=words))
            self.show()

    def action_part(self) -> None:
        """What is active has no identity any more."""
        self.run_plan(adjustments.parting)

    def action_note(self) -> None:
        """Write a note on what is active, or on the document."""
        item = self.desk.active
        on = item.id if isinstance(item, Mention | Event) else ""
        notes = [note for note in self.desk.session.annotations.notes if note.on == on]
        title = (
            worded("Note on this {type}", type=item.type)
            if on and item
            else worded("Note on the document")
        )
        self.app.push_screen(NoteModal(title, notes, highlight=self.palette.row), self._note)

    def _note(self, picked: Picked | None) -> None:
        if picked is None:
            return
        typed, note_id = picked.typed, picked.key
        if typed.strip():
            if self.run_plan(lambda desk: adjustments.noting(desk, typed), is_repeatable=False):
                self.say(worded("noted"))
        elif note_id is not None and self.run_plan(
            lambda _: ResolveNote(note_id), is_repeatable=False
        ):
            self.say(worded("settled"))
        self.show()
