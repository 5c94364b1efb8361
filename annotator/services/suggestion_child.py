"""The child process that suggests while somebody annotates: documents in, what was done out.

Run as `python -m annotator.services.suggestion_child PROJECT LAYER` by `SuggestionProcess`, and by
nobody else. Each line it hears is the document that is open now, as JSON; it suggests for that one
and then where suggestions are missing, until it hears of another. Word lists and models stay loaded
in between. It may be ended at any moment: what it stores, it stores in whole transactions.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from annotator.services.child_process import answer_to_program
from annotator.services.progress import documents_to_suggest
from annotator.services.project import Project
from annotator.services.suggestion_runs import Progress, RunChoices, run

_NICE = 5
"""Keys come first; learning comes last."""


def suggest_beside(
    path: Path,
    layer: str,
    *,
    open_document: str,
    tell: Callable[[dict[str, str]], object],
    is_wanted: Callable[[], bool],
) -> None:
    """Suggest for the open document, then for those without suggestions; tell of each.

    Stops after a document when it is wanted no more.
    """
    try:

        def report(progress: Progress) -> bool:
            tell({"document": progress.document_id})
            return is_wanted()

        with Project.open(path) as project:
            missing = documents_to_suggest(project, layer, first=open_document)
            done = run(project, layer, missing, RunChoices(report=report))
        for reason in done.failures.values():
            tell({"failure": reason})
    except Exception as error:  # noqa: BLE001 -- the worker boundary: told to the program, not lost
        tell({"stopped": f"{type(error).__name__}: {error}"})


def serve(
    path: Path, layer: str, said: "SimpleQueue[str]", tell: Callable[[dict[str, str]], object]
) -> None:
    """Suggest for one open document after the other; one that was left already is passed over."""
    while True:
        line = said.get()
        while not said.empty():
            line = said.get()
        suggest_beside(path, layer, open_document=json.loads(line), tell=tell, is_wanted=said.empty)


def main() -> None:
    """Serve the program that started this process, until it is gone."""
    said, answers = answer_to_program(niceness=_NICE)
    path, layer = sys.argv[1:]

    def tell(answer: dict[str, str]) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    serve(Path(path), layer, said, tell)


if __name__ == "__main__":
    main()
