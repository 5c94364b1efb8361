"""Keys that adjust what is active: borders, proclitic, attributes, flag, note."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.services import adjustments
from annotator.services.borders import Border, Way
from annotator.services.desk import Desk
from annotator.services.document_edits import ResolveNote
from annotator.services.editing import Edit
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
            "exclamation_mark",
            "flag",
            "uncertain, or certain",
            show=False,
            id="annotate.adjust.flag",
        ),
        Binding("quotation_mark", "note", "write a note", show=False, id="annotate.adjust.note"),
    ]

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
        self.run_plan(lambda desk: adjustments.cycling_attribute(desk, message.attribute))

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
        self.app.push_screen(NoteModal(title, notes, highlight=self.palette.word), self._note)

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
