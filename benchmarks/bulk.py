"""Measure suggesting for many documents: seconds and memory while a project grows by thousands.

    python -m benchmarks.bulk [--marks 1000,2500,5000,10000] [--processes N]

The articles are sentences of the bootstrap stories, drawn anew for each, so that names and events
stand as dense as in news. At every mark one line of JSON about the articles since the mark before:
growth is linear if `cpu_ms_per_article` stays, of the program and of its workers together, or the
wall's `ms_per_article` where nothing else runs; memory is flat if `main_mb` and `workers_mb` are.
Linux tells what workers use, nobody else. At the first mark the run is ended, and a second one
goes on from there. At the end some documents are suggested for once more, by one process:
`same_ids` says that the suggestions are the same ones.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.services.project import Project
from annotator.services.suggestion_runs import Progress, RunChoices, documents_to_do, run
from annotator.store import suggestions
from benchmarks.articles import write_drawn_articles

MARKS = "1000,2500,5000,10000"
LAYER = "ana"
_CHECKED = 50
"""Documents suggested for once more."""


class Watch:
    """Counts the documents, and tells at the marks how far it is."""

    def __init__(self, marks: Sequence[int]) -> None:
        """Begin the clock."""
        self._marks = marks
        self._count = 0
        self._latest = (0, time.perf_counter())
        self._used: dict[int, float] = {}

    def hear(self, progress: Progress) -> bool:
        """Whether to go on: the first of several marks ends the run."""
        self._count = self._marks[-1] - progress.total_count + progress.done_count
        if self._count in self._marks:
            print(json.dumps(self._told()), flush=True)
        return self._count != self._marks[0] or len(self._marks) == 1

    def _told(self) -> dict[str, object]:
        now = time.perf_counter()
        count, before = self._latest
        self._latest = (self._count, now)
        return {
            "articles": self._count,
            "ms_per_article": round(1000 * (now - before) / (self._count - count), 1),
            "cpu_ms_per_article": round(1000 * self._newly_used() / (self._count - count), 1),
            "main_mb": _resident_mb(os.getpid()),
            "workers_mb": [_resident_mb(worker) for worker in _workers()],
        }

    def _newly_used(self) -> float:
        """Seconds of the processor since the mark before."""
        used = {worker: _cpu_seconds(worker) for worker in _workers()}
        used[os.getpid()] = time.process_time()
        newly = sum(seconds - self._used.get(process, 0.0) for process, seconds in used.items())
        self._used = used
        return newly


def measure(path: Path, marks: Sequence[int], *, processes: int) -> dict[str, object]:
    """Suggest for all documents of a project, in two runs."""
    with Project.open(path) as project:
        project.open_layer(LAYER)
        watch = Watch(marks)
        runs = []
        while missing := documents_to_do(project, LAYER):
            choices = RunChoices(process_count=processes, server_url="", report=watch.hear)
            runs.append(run(project, LAYER, missing, choices).document_count)
        return {"runs": runs, "same_ids": _are_same(project)}


def _are_same(project: Project) -> bool:
    """Whether documents from all over the project are suggested the same things once more."""
    headings = project.headings()
    checked = [heading.id for heading in headings[:: max(len(headings) // _CHECKED, 1)]]
    before = _stored(project, checked)
    run(project, LAYER, checked, RunChoices(server_url=""))
    return before == _stored(project, checked)


def _stored(project: Project, document_ids: Sequence[str]) -> list[list[str]]:
    return [
        [suggestion.id for suggestion in suggestions.get(project.connection, LAYER, document_id)]
        for document_id in document_ids
    ]


def _workers() -> Iterator[int]:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    for child in children.read_text("utf-8").split() if children.exists() else ():
        if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text("utf-8"):
            yield int(child)


def _cpu_seconds(process: int) -> float:
    user, system = Path(f"/proc/{process}/stat").read_text("utf-8").split()[13:15]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _resident_mb(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    told = status.read_text("utf-8").splitlines() if status.exists() else []
    kilobytes = next((line.split()[1] for line in told if line.startswith("VmRSS")), "0")
    return round(int(kilobytes) / 1024, 1)


def _annotator(*arguments: str) -> None:
    code = "import sys; from annotator.cli.main import run; sys.exit(run(sys.argv[1:]))"
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line of JSON at each mark, and one at the end."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bulk", description=__doc__)
    parser.add_argument("--marks", default=MARKS)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args(arguments)
    marks = sorted(int(mark) for mark in options.marks.split(","))
    with tempfile.TemporaryDirectory() as folder:
        project, articles = Path(folder) / "bulk.db", Path(folder) / "articles.jsonl"
        write_drawn_articles(articles, marks[-1])
        _annotator("init", "--project", str(project))
        _annotator("import", "--project", str(project), "--no-groups", str(articles))
        print(json.dumps(measure(project, marks, processes=options.processes)))


if __name__ == "__main__":
    main()
