"""The annotate screen: what happens beside the keys, in the background and in other windows."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.services.argument_form import event_of
from annotator.services.learning import Learning
from annotator.services.project import Project
from annotator.services.work_clock import WorkClock
from annotator.tui.keyboards import KeyReader
from annotator.tui.messages import SuggestionsArrived
from annotator.tui.modals.commands import CommandsModal
from annotator.tui.modals.help import HelpModal
from annotator.tui.modals.picking import Picked
from annotator.tui.palette import Palette
from annotator.tui.screens.timing import TimingScreen
from annotator.tui.widgets.legend import Legend

LOOK_EVERY_S = 0.4
"""So often the screen asks whether another window has written; a change is seen within a second."""


class AnnotateScreen(TimingScreen):
    """Owns the project's connection; child processes have their own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f3,ctrl+l",
            "toggle_panel",
            "panel",
            key_display="F3",
            tooltip="show or hide the side panel",
            id="annotate.view.panel",
        ),
        Binding(
            "ctrl+p",
            "open_commands",
            "commands",
            tooltip="every key by its name; Enter does it",
            show=False,
            id="annotate.view.commands",
        ),
        Binding("f1,ctrl+g", "help", "keys", key_display="F1", id="annotate.view.help"),
    ]

    def __init__(  # noqa: PLR0913 -- each is set by itself
        self,
        project: Project,
        annotator: str,
        *,
        document_id: str,
        offset: int,
        palette: Palette,
        clock: Callable[[], float],
        work: WorkClock,
        key_reader: KeyReader,
        break_after_s: float = 0.0,
        with_suggestions: bool = True,
    ) -> None:
        self.key_reader = key_reader
        self._with_suggestions = with_suggestions
        self._clock = clock
        self.work, self.break_after_s = work, break_after_s
        super().__init__(
            project, annotator, document_id=document_id, offset=offset, palette=palette
        )

    def on_mount(self) -> None:
        """Suggestions are made meanwhile, what is decided is learned, other windows are heard."""
        self.set_interval(LOOK_EVERY_S, self.catch_up)
        if self._with_suggestions:
            self.begin_suggesting()
        self.opened()
        if self._with_suggestions:
            self.begin_learning(Learning(self.project, self.annotator), clock=self._clock)

    def on_unmount(self) -> None:
        """The application ends: the next time it goes on from here."""
        self.end_background()
        self.keep_timings()
        self.remember_place()
        self.project.close()

    def opened(self) -> None:
        """Make the suggestions that are missing, this document's first."""
        super().opened()
        self.call_after_refresh(self.suggest)

    def action_help(self) -> None:
        """Every live key; those of both layers."""
        bindings = [active.binding for active in self.active_bindings.values()]
        for legend in self.query(Legend):
            bindings += Binding.make_bindings(legend.BINDINGS)
        self.app.push_screen(HelpModal(bindings, highlight=self.palette.row))

    def action_open_commands(self) -> None:
        """Every live key by its name, to do what it does."""
        bindings = [
            active.binding for active in self.active_bindings.values() if active.node is self
        ]
        modal = CommandsModal(
            bindings, highlight=self.palette.row, offers_tutorial=self.offers_tutorial
        )
        self.app.push_screen(modal, self._run_command)

    @property
    def offers_tutorial(self) -> bool:
        """Whether one may go to the tutorial from here."""
        return True

    async def _run_command(self, picked: Picked | None) -> None:
        if picked is not None and picked.key is not None:
            await self.run_action(picked.key)

    @property
    def keyboard(self) -> str:
        """The layout that signs are read by now, where it is not Latin."""
        layout = self.key_reader.layout
        return "" if layout == "latin" else layout

    # -- what others write meanwhile

    async def on_suggestions_arrived(self, message: SuggestionsArrived) -> None:
        """Show them at once where they are for the open document, else with the next look."""
        message.stop()
        if message.document_id == self.desk.session.document.id:
            await self.catch_up()

    async def catch_up(self) -> None:
        """Show what another window or a child process wrote; the cursor stays where it is."""
        active = self.desk.active
        match self.desk.session.catch_up():
            case "nothing":
                return
            case "here":
                if active is not None and self.desk.items().get(active.id) is not None:
                    self.desk.chosen_id = active.id
                if self.form is not None and event_of(self.form, self.desk) is None:
                    await self.close_form()
                    self.show_level()
                rests_since = self._rests_since
                self.show()
                self._rests_since = rests_since  # whoever wrote, it was not a key pressed here
            case "elsewhere":
                pass
        self.find_documents()
        self.show_documents()
