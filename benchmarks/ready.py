"""How long a new process takes until it suggests, and until it has learned from documents.

    python -m benchmarks.ready [FIRST.jsonl]

Measured from before the process is started until it says that it is done, the fastest of three:
whatever else the computer does only makes it longer. Ready is a process that has suggested for
one sentence with names, a date and events, so that everything is loaded.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

SENTENCE = "قال وزير الخارجية سمير الخطيب أمس إن الجيش قصف مدينة حلب وقتل ثلاثة جنود"
_TRIES = 3
_SUGGEST = """
from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.protocols import Memory
from annotator.services.schemas import load_schema
from annotator.services.suggesting import suggest_document
import sys
document = Document("ready", sys.argv[1])
print(len(suggest_document(document, load_schema("siyasa"), Memory(), Annotations())))
"""
_LEARN = """
from pathlib import Path
from annotator.services.learners import installed_learners
from annotator.services.schemas import load_schema
from annotator.services.training import learn
from benchmarks.suggestions import read_records
import sys
records = read_records(Path(sys.argv[1]))
print(len(learn(records, load_schema("siyasa"), installed_learners())))
"""


def seconds_to_ready() -> float:
    """Until a new process has suggested for one sentence."""
    return min(_seconds(_SUGGEST, SENTENCE) for _ in range(_TRIES))


def seconds_to_learn(path: Path) -> float:
    """Until a new process has learned from the annotated documents of an interchange file."""
    return min(_seconds(_LEARN, str(path)) for _ in range(_TRIES))


def _seconds(code: str, argument: str) -> float:
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, argument], stdout=subprocess.PIPE, text=True
    ) as process:
        answer = process.stdout.readline() if process.stdout is not None else ""
        seconds = time.perf_counter() - started
    if not answer.strip().isdigit() or process.returncode:
        raise SystemExit(process.returncode or 1)
    return round(seconds, 3)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ready", description=__doc__)
    parser.add_argument("first", type=Path, nargs="?")
    first: Path | None = parser.parse_args(arguments).first
    figures = {"seconds_to_ready": seconds_to_ready()}
    if first is not None:
        figures["seconds_to_learn"] = seconds_to_learn(first)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
