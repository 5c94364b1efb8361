"""Work beside annotating, in child processes: suggestions, and learning."""

from collections.abc import Callable, Sequence

from textual import work
from textual.timer import Timer

from annotator.model.document import Document
from annotator.model.label_schema import LabelSchema
from annotator.services.argument_guesses import warm_up
from annotator.services.desk import Desk
from annotator.services.learning import Learning
from annotator.services.suggestion_process import CHILD, SuggestionProcess
from annotator.tui.messages import SuggestionsArrived, WorkFailed
from annotator.tui.palette import Palette
from annotator.tui.screens.relating import RelatingScreen
from annotator.tui.status import Place

_EVERY_S = 1.0
_REST_S = 2.0
"""After so long without a key, one may be held up by 0.1 s: what is loaded then is not later."""


class LearningScreen(RelatingScreen):
    """No key waits for either; what arrives moves nothing under the cursor."""

    suggestions: SuggestionProcess | None = None
    learning: Learning | None = None
    _is_warm = False
    _clock: Callable[[], float]
    _timer: Timer | None = None
    _rests_since: float | None = None

    def __init__(self, desk: Desk, *, place: Place, palette: Palette) -> None:
        super().__init__(desk, place=place, palette=palette)
        self._told: set[str] = set()
        """Failures that were told."""

    # -- suggestions

    def begin_suggesting(self, *, command: Sequence[str] = CHILD) -> None:
        """From now on, have suggestions made beside the keys."""
        session = self.desk.session
        self.suggestions = SuggestionProcess(
            session.project.path,
            session.layer,
            arrived=lambda document_id: self.post_message(SuggestionsArrived(document_id)),
            failed=lambda reason: self.post_message(WorkFailed(reason)),
            command=command,
        )

    def suggest(self) -> None:
        """Suggest for this document anew, from all that was decided, and where it is missing."""
        if self.suggestions is not None:
            self.suggestions.ask(self.desk.session.document.id)

    def on_work_failed(self, message: WorkFailed) -> None:
        """Say so, once; annotating goes on without."""
        message.stop()
        if message.reason not in self._told:
            self._told.add(message.reason)
            self.refuse(message.reason)

    @work(thread=True, exit_on_error=False)
    def _warm_up(self, document: Document, schema: LabelSchema) -> None:
        warm_up(document, schema)  # what fails here fails again when a person asks, and is told

    # -- learning

    def begin_learning(self, learning: Learning, *, clock: Callable[[], float]) -> None:
        """From now on, learn when it is due."""
        self.learning, self._clock = learning, clock
        if self._timer is None:
            self._timer = self.set_interval(_EVERY_S, self.consider_learning)

    def end_background(self) -> None:
        """End what is under way."""
        if self._timer is not None:
            self._timer.stop()
        if self.suggestions is not None:
            self.suggestions.close()
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
        session, rested_seconds = self.desk.session, now - self._rests_since
        if rested_seconds >= _REST_S and not self._is_warm and self.suggestions is not None:
            self._is_warm = True
            self._warm_up(session.document, session.schema)
        learned = self.learning.tick(
            session.project,
            now=now,
            idle_seconds=rested_seconds,
            open_document=session.document.id,
        )
        if learned is not None and learned.failure:
            self.post_message(WorkFailed(learned.failure))
        for document_id in learned.refreshed if learned is not None else ():
            self.post_message(SuggestionsArrived(document_id))
