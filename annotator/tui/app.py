"""The Textual application: opens at once on the text, then becomes the annotate screen."""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.driver import Driver

from annotator.errors import AnnotatorError
from annotator.services.opening import Opening
from annotator.services.work_clock import WorkClock
from annotator.settings import Settings
from annotator.tui.color_depth import depth_of, see
from annotator.tui.copying import told_copy
from annotator.tui.key_guard import KeyGuard, behind_keys
from annotator.tui.keyboards import KeyReader
from annotator.tui.keymap import key_named
from annotator.tui.messages import BurstStopped
from annotator.tui.palette import Palette
from annotator.tui.screens.opening import OpeningScreen
from annotator.tui.theme_sheet import painted
from annotator.tui.themes import THEMES, worn
from annotator.tui.viewing import View
from annotator.wording import worded

if TYPE_CHECKING:
    from annotator.services.lessons import Course
    from annotator.tui.modals.picking import Picked

    # label schemas and suggestions take 0.2 s to load
    from annotator.tui.screens.annotate import AnnotateScreen
    from annotator.tui.widgets.line_input import LineInput


class AnnotatorApp(App[None]):
    """One project, one annotator."""

    CSS_PATH = "app.tcss"
    TITLE = "annotator"
    ENABLE_COMMAND_PALETTE = False  # it draws Arabic as it is typed; ours is `CommandsModal`
    ALLOW_SELECT = False  # it would copy what is drawn; `Ctrl+C` copies the text

    def __init__(  # noqa: PLR0913 -- each is set by itself
        self,
        path: Path,
        opened: Opening,
        *,
        clock: Callable[[], float] | None = None,
        with_suggestions: bool = True,
        settings: Settings | None = None,
        driver_class: type[Driver] | None = None,
        hint: str = "",
        takes_clipboard: bool = False,
        work_clock: Callable[[], float] = time.monotonic,
        idle_s: float = 60.0,
        break_after_s: float = 0.0,
        course: "Course | None" = None,
    ) -> None:
        # without this, Textual makes greys of colours where none are wanted
        super().__init__(driver_class=driver_class, ansi_color="NO_COLOR" in os.environ or None)
        self.project_path = path
        self.opened = opened
        self.clock = clock or time.monotonic
        self._guard = KeyGuard(clock)
        self.with_suggestions = with_suggestions
        """Whether missing suggestions are made in the background."""
        colors = self.console.color_system
        see(depth_of(colors, has_colors=not self.no_color))
        is_coarse = colors != "truecolor"
        self.palette = Palette(is_coarse=is_coarse)
        for theme in THEMES.values():
            self.register_theme(painted(theme))
        self.theme = painted(worn()).name
        self.view = View(settings=settings or Settings())
        self.takes_clipboard = takes_clipboard
        """Whether the terminal is known to take what is copied (OSC 52)."""
        self.key_reader = KeyReader((settings or Settings()).keyboard)
        self._read_key: events.Key | None = None
        self.hint = hint
        """Something to say about this terminal."""
        self.work = WorkClock(work_clock, idle_s=idle_s)
        self.break_after_s = break_after_s
        self.course = course
        """The lessons to give on the way; without them it is work."""
        self.wants_tutorial = False
        """Whether the person left for the tutorial, and wants to come back after it."""

    async def on_event(self, event: events.Event) -> None:
        """Count every key a person presses, and read it by the keyboard's layout."""
        if isinstance(event, events.Key) and not event.is_forwarded and event is not self._read_key:
            self.work.pressed()
            heard = self._guard.hears(event, is_typing=self._is_typing())
            if heard == "begins":
                behind_keys(self, partial(self._stop_burst, self._guard.burst_began))
            if heard != "person":
                return
            event = self._read_key = self._read(event)
        await super().on_event(event)

    def _stop_burst(self, began: float) -> None:
        for screen in self.screen_stack[1:2]:  # what stands over it decides nothing by itself
            screen.post_message(BurstStopped(began))

    def _read(self, key: events.Key) -> events.Key:
        """The key as bindings know it; where text is typed it is what it is."""
        meant = self.key_reader.meant(key.character) if key.character else None
        if meant in (None, key.character) or self._is_typing():
            return key
        return events.Key(key_named(meant or ""), meant)

    def _is_typing(self) -> bool:
        from annotator.tui.widgets.line_input import LineInput  # noqa: PLC0415 -- the text is painted without it

        return isinstance(self.focused, LineInput)

    def on_line_input_copy_asked(self, message: "LineInput.CopyAsked") -> None:
        """Copy what is selected in a line one types in, and say by which way."""
        from annotator.tui.modals.picking import PickingModal  # noqa: PLC0415 -- the text is painted without it

        message.stop()
        try:
            said = told_copy(
                message.text, write=self.copy_to_clipboard, takes_clipboard=self.takes_clipboard
            )
        except OSError as error:
            said = worded("not copied: {reason}", reason=str(error))
        if isinstance(self.screen, PickingModal):
            self.screen.show_hint(said)

    def simulate_key(self, key: str) -> None:
        """Do what a key does; it was pressed already, on another keyboard layout or too early."""
        self.work.forget_key()
        super().simulate_key(key)

    @property
    def summary(self) -> str:
        """One line about the session; empty if nothing was decided."""
        return self.work.figures.summary() if self.work.figures.decisions else ""

    def action_leave_for_tutorial(self) -> None:
        """End; whoever ran this opens the tutorial, and this again after it."""
        self.wants_tutorial = True
        self.exit()

    def get_default_screen(self) -> OpeningScreen:
        """The text first; what needs the label schema follows when it is on screen."""
        return OpeningScreen(self.opened, palette=self.palette, view=self.view)

    def on_opening_screen_painted(self) -> None:
        """Load the project, and put the annotate screen over the text, which looks the same."""
        if self.return_code:
            return  # a signal ends it
        if not self.opened.schema_names:
            self._annotate()
            return
        # the choice is for new annotators of projects with several label schemas
        from annotator.tui.modals.schemas import SchemasModal  # noqa: PLC0415 -- rarely needed

        names, annotator = self.opened.schema_names, self.opened.annotator
        modal = SchemasModal(names, annotator, highlight=self.palette.row)
        self.push_screen(modal, self._annotate_with)

    def _annotate_with(self, picked: "Picked | None") -> None:
        if picked is None or picked.key is None:
            self.exit()
            return
        # label schemas take 0.1 s to load
        from annotator.services.project import Project  # noqa: PLC0415 -- heavy, loaded when it is needed

        with Project.open(self.project_path) as project:
            project.open_layer(self.opened.annotator, schema_name=picked.key)
        self._annotate()

    def _annotate(self) -> None:
        # label schemas and suggestions take 0.2 s to load
        from annotator.services.project import Project  # noqa: PLC0415 -- heavy, loaded when it is needed
        from annotator.tui.screens.annotate import AnnotateScreen  # noqa: PLC0415 -- heavy, loaded when it is needed

        project, kind = Project.open(self.project_path), AnnotateScreen
        if self.course is not None:
            from annotator.tui.lesson_keys import keys_by_action  # noqa: PLC0415 -- rarely needed
            from annotator.tui.screens.tutorial import teaching  # noqa: PLC0415 -- rarely needed

            schema = project.schema_of(self.opened.annotator)
            kind = teaching(self.course, keys_by_action(schema, self.project_path))
        screen = kind(
            project,
            self.opened.annotator,
            document_id=self.opened.document.id,
            offset=self.opened.offset,
            palette=self.palette,
            clock=self.clock,
            work=self.work,
            break_after_s=self.break_after_s,
            key_reader=self.key_reader,
            with_suggestions=self.with_suggestions,
        )
        screen.view = self.view
        screen.takes_clipboard = self.takes_clipboard
        if self.hint:
            screen.say(worded(self.hint))
        self._take_key_map(screen)
        self.push_screen(screen)

    def _take_key_map(self, screen: "AnnotateScreen") -> None:
        """Let the keys do what the person chose; a key map with a mistake is told, not taken."""
        from annotator.tui.user_keys import checked_key_map, key_map_files, load_key_map  # noqa: PLC0415 -- heavy, loaded when it is needed

        try:
            chosen = load_key_map(key_map_files(self.project_path))
            if chosen:
                from annotator.tui.key_catalogue import bound_keys  # noqa: PLC0415 -- only where a key map is

                self.set_keymap(checked_key_map(chosen, bound_keys(screen.desk.session.schema)))
        except AnnotatorError as error:
            screen.say(str(error), is_refusal=True)
