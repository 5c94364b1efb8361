"""Work beside annotating: suggestions in a thread, learning in a child process."""

from collections.abc import Callable
from pathlib import Path

from textual import work
from textual.timer import Timer
from textual.worker import get_current_worker

from annotator.services.desk import Desk
from annotator.services.learning import Learning
from annotator.tui.background import suggest_for_all
from annotator.tui.messages import SuggestionsArrived, WorkFailed
from annotator.tui.palette import Palette
from annotator.tui.screens.relating import RelatingScreen
from annotator.tui.status import Place

_EVERY_S = 1.0


class LearningScreen(RelatingScreen):
    """No key waits for either; what arrives moves nothing under the cursor."""

    learning: Learning | None = None
    _clock: Callable[[], float]
    _timer: Timer | None = None
    _rests_since: float | None = None

    def __init__(self, desk: Desk, *, place: Place, palette: Palette) -> None:
        super().__init__(desk, place=place, palette=palette)
        self._told: set[str] = set()
        """Failures that were told."""

    def show_documents(self) -> None:
        """Show the list of documents again."""

    # -- suggestions

    @work(thread=True, exclusive=True, group="suggest", exit_on_error=False)
    def suggest(self) -> None:
        """Suggest for this document anew, from all that was decided, and where it is missing."""
        worker = get_current_worker()
        session = self.desk.session
        suggest_for_all(
            Path(session.project.path),
            session.layer,
            first=session.document.id,
            tell=self.post_message,
            is_cancelled=lambda: worker.is_cancelled,
        )

    def on_suggestions_arrived(self, message: SuggestionsArrived) -> None:
        """Show them; nothing moves under the cursor."""
        message.stop()
        desk = self.desk
        if message.document_id == desk.session.document.id:
            active = desk.active
            desk.session.reload_suggestions()
            if active is not None and desk.items().get(active.id) is not None:
                desk.chosen_id = active.id
            super().show()
        self.show_documents()

    def on_work_failed(self, message: WorkFailed) -> None:
        """Say so, once; annotating goes on without."""
        message.stop()
        if message.reason not in self._told:
            self._told.add(message.reason)
            self.refuse(message.reason)

    # -- learning

    def begin_learning(self, learning: Learning, *, clock: Callable[[], float]) -> None:
        """From now on, learn when it is due."""
        self.learning, self._clock = learning, clock
        if self._timer is None:
            self._timer = self.set_interval(_EVERY_S, self.consider_learning)

    def end_learning(self) -> None:
        """End what is under way."""
        if self._timer is not None:
            self._timer.stop()
        if self.learning is not None:
            self.learning.close()

    def show(self) -> None:
        """Whatever is shown anew, somebody is at work."""
        self._rests_since = None
        super().show()

    def consider_learning(self) -> None:
        """Begin, or hear what was learned."""
        if self.learning is None:
            return
        now = self._clock()
        if self._rests_since is None:
            self._rests_since = now
        session = self.desk.session
        learned = self.learning.tick(
            session.project,
            now=now,
            idle_seconds=now - self._rests_since,
            open_document=session.document.id,
        )
        if learned is not None and learned.failure:
            self.post_message(WorkFailed(learned.failure))
        for document_id in learned.refreshed if learned is not None else ():
            self.post_message(SuggestionsArrived(document_id))
