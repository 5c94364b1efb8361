"""Measure suggesting for many documents: seconds and memory, for several sizes of corpus.

    python -m benchmarks.bulk [COUNT …] [--processes N]

Growth is linear if `ms_per_article` stays, memory is flat if `peak_mb` and `peak_child_mb` do.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.articles import write_articles

_ALONE = """
import json, resource, sys
from annotator.cli.main import run
code = run(sys.argv[1:])
own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps({"code": code, "own": own, "children": children}), file=sys.stderr)
"""


def measure(count: int, *, processes: int, folder: Path) -> dict[str, float]:
    """Suggest for `count` synthetic articles in a process of its own."""
    project, articles = folder / f"{count}.db", folder / f"{count}.jsonl"
    write_articles(articles, count)
    _annotator("init", "--project", str(project))
    _annotator("import", "--project", str(project), "--no-groups", str(articles))
    started = time.perf_counter()
    used = _annotator(
        "suggest", "--project", str(project), "--as", "ana", "--processes", str(processes)
    )
    seconds = time.perf_counter() - started
    return {
        "articles": count,
        "seconds": round(seconds, 2),
        "ms_per_article": round(1000 * seconds / count, 1),
        "peak_mb": round(used["own"] / 1024, 1),
        "peak_child_mb": round(used["children"] / 1024, 1),
    }


def _annotator(*arguments: str) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, *arguments], check=True, capture_output=True, text=True
    )
    used: dict[str, int] = json.loads(done.stderr.splitlines()[-1])
    if used["code"]:
        raise SystemExit(done.stderr)
    return used


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures as one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bulk", description=__doc__)
    parser.add_argument("count", type=int, nargs="*", default=[250, 500, 1000])
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            measure(count, processes=options.processes, folder=Path(folder))
            for count in options.count
        ]
    print(json.dumps({"processes": options.processes, "runs": runs}))


if __name__ == "__main__":
    main()
