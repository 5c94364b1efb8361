"""The child process that learns while somebody annotates: trains, stores, suggests anew, answers.

Run as `python -m annotator.services.learning_child PROJECT LAYER DOCUMENT` by `Learning`, and by
nobody else. It is nice to everything else on the computer, and may be ended at any moment: what it
stores, it stores in whole transactions.
"""

import json
import sys
from pathlib import Path

from annotator.services.child_process import answer_to_program
from annotator.services.learners import installed_learners
from annotator.services.project import Project
from annotator.services.queue import queue_of
from annotator.services.suggestion_runs import RunChoices, run
from annotator.services.training import train_layer
from annotator.store import state

REFRESHED = 20
"""Documents suggested for anew, the open one first; the others when they are opened."""
_NICE = 15


def learn_and_suggest(path: Path, layer: str, open_document: str) -> dict[str, object]:
    """Train on what is finished, if there are learners; suggest anew for what is not.

    Raises:
        AnnotatorError: nothing is finished, or it could not be stored.
    """
    with Project.open(path) as project:
        learners = installed_learners()
        version = train_layer(project, layer, learners).version if learners else 0
        documents = _next(project, layer, open_document)
        run(project, layer, documents, RunChoices(server_url=""))
    return {"version": version, "refreshed": documents}


def _next(project: Project, layer: str, open_document: str) -> list[str]:
    """The open document and those behind it in the queue that are not finished."""
    held = state.counts(project.connection, layer)
    ids = [queued.document_id for queued in queue_of(project, layer)]
    place = ids.index(open_document) if open_document in ids else 0
    waiting = [key for key in (*ids[place:], *ids[:place]) if not {"Done", "SetAside"}
               & held.get(key, {}).keys()]  # fmt: skip
    return waiting[:REFRESHED]


def main() -> None:
    """Do it, and answer with one line of JSON."""
    _, answers = answer_to_program(niceness=_NICE)
    path, layer, open_document = sys.argv[1:]
    try:
        answer = learn_and_suggest(Path(path), layer, open_document)
    except Exception as error:  # noqa: BLE001 -- the worker boundary: told to the parent, not lost
        answer = {"failure": f"{type(error).__name__}: {error}"}
    answers.write(json.dumps(answer) + "\n")
    answers.close()


if __name__ == "__main__":
    main()
