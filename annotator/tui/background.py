"""Work in a thread of its own: suggestions for every document that has none yet."""

from collections.abc import Callable
from pathlib import Path

from textual.message import Message

from annotator.tui.messages import SuggestionsArrived, WorkFailed
from annotator.wording import worded


def suggest_for_all(
    path: Path,
    annotator: str,
    *,
    first: str,
    tell: Callable[[Message], object],
    is_cancelled: Callable[[], bool],
) -> None:
    """Suggest for the document `first`, then for the others, telling of each; stops when asked to.

    Opens its own connection: one belongs to the thread that made it.
    """
    try:
        # the suggesters' word lists take their time: never on the event loop
        from annotator.services.argument_guesses import warm_up  # noqa: PLC0415 -- heavy, loaded when it is needed
        from annotator.services.progress import documents_to_suggest  # noqa: PLC0415 -- heavy, loaded when it is needed
        from annotator.services.project import Project  # noqa: PLC0415 -- heavy, loaded when it is needed
        from annotator.services.suggestion_runs import Progress, RunChoices, run  # noqa: PLC0415 -- heavy, loaded when it is needed

        def report(progress: Progress) -> bool:
            tell(SuggestionsArrived(progress.document_id))
            return not is_cancelled()

        with Project.open(path) as project:
            missing = documents_to_suggest(project, annotator, first=first)
            done = run(project, annotator, missing, RunChoices(report=report))
        for reason in done.failures.values():
            tell(WorkFailed(reason))
        warm_up()
    except Exception as error:  # noqa: BLE001 -- the worker boundary: told to the person, not lost
        reason = f"{type(error).__name__}: {error}"
        tell(WorkFailed(worded("suggestions stopped: {reason}", reason=reason)))
