"""Time on the screen: what each decision took, the pause key, a reminder to rest, the figures."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from annotator.errors import TryAgainError
from annotator.services.editing import Outcome
from annotator.services.work_clock import WorkClock, spoken
from annotator.services.work_time import Timing, keep_timings, seconds_on
from annotator.tui.modals.pause import PauseModal
from annotator.tui.screens.looking_up import LookingUpScreen
from annotator.wording import worded


class TimingScreen(LookingUpScreen):
    """Every action of the journal gets the seconds and keys that led to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+w,f12",
            "pause",
            "pause",
            tooltip="stop the clock until a key is pressed",
            show=False,
            id="annotate.view.pause",
        ),
        Binding(
            "percent_sign",
            "toggle_figures",
            "show or hide time and keys",
            show=False,
            id="annotate.view.figures",
        ),
    ]

    work: WorkClock
    break_after_s: float = 0.0
    """Remind of a break after so long; 0 is never."""
    _unsaved: tuple[Timing, ...] = ()
    _on_document_s: float = 0.0
    _shows_figures = True

    def opened(self) -> None:
        """Count the time on this document from what is stored."""
        super().opened()
        document_id = self.desk.session.document.id
        self._on_document_s = seconds_on(self.project, self.annotator, document_id)

    def edited(self, outcome: Outcome) -> None:
        """Keep what the action took; nobody is held up if that cannot be stored now."""
        super().edited(outcome)
        if outcome.action is None:
            return
        seconds, keys = self.work.decided()
        self._on_document_s += seconds
        timing = Timing(
            self.annotator,
            outcome.action,
            self.desk.session.document.id,
            self.desk.level,
            round(seconds, 2),
            keys,
        )
        self._unsaved = (*self._unsaved, timing)
        self.call_after_refresh(self.keep_timings)  # no key waits for it
        if 0 < self.break_after_s <= self.work.without_break_s:
            worked = spoken(self.work.without_break_s)
            self.work.broke()
            self.call_after_refresh(self._remind, worded("{time} without a break", time=worked))

    def keep_timings(self) -> None:
        """Store what is not stored yet."""
        if not self._unsaved:
            return
        try:
            keep_timings(self.project, self._unsaved)
        except TryAgainError:
            return  # the action itself is stored; its time is kept with the next one
        self._unsaved = ()

    def _remind(self, what: str) -> None:
        self.say(what)
        self.show()

    def action_pause(self) -> None:
        """Stop the clock until a key is pressed."""
        self.work.pause()
        self.app.push_screen(PauseModal(highlight=self.palette.row), lambda _: self.work.go_on())

    def action_toggle_figures(self) -> None:
        """Show or hide time and keys."""
        self._shows_figures = not self._shows_figures
        self.show()

    @property
    def figures(self) -> str:
        """Time on the document and keys per decision, while they are shown."""
        if not self._shows_figures:
            return ""
        figures = self.work.figures
        time = spoken(self._on_document_s)
        if not figures.decisions:
            return time
        each = f"{figures.keys_per_decision:.1f}"
        return worded("{time} · {keys} keys each", time=time, keys=each)
