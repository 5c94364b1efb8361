"""The screen over a slow line: whether what is typed ahead arrives, and what a key costs.

Run `python -m benchmarks.slow_link`; it prints one JSON object. The real command runs behind a line
that holds every byte up for 100 ms each way, and without one. Keys are typed every 150 ms, without
waiting for what they paint; the journal then has to hold what was typed, in that order, and the
screens have to end up the same.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from annotator.model.change import Added
from annotator.model.document import Document
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.integrity import check_integrity
from annotator.services.project import Project, utc_now
from annotator.store import documents, suggestions
from annotator.store.journal import entries
from benchmarks.drawn_screen import drawn
from benchmarks.latency import ARABIC_PAINTED, LAYER, long_text
from benchmarks.typing_terminal import TypingTerminal

DELAYS_MS = (0, 100)
EVERY_S = 0.15
COLUMNS, ROWS = 120, 40
TYPES = {"p": "PER", "g": "GPE", "o": "ORG", "d": "DATE"}
LEFT = b"\x1b[D"
LETTERS = "pgodgpdo" * 2
TYPED = tuple(key for letter in LETTERS for key in (LEFT, LEFT, letter.encode()))
"""Two words on, then a letter: a mention of the type the letter stands for."""
DOCUMENT = "news"
_LINE = """
import sys
sys.argv = ["slow_link", "--ms", "{ms}", "--", sys.executable, "-c",
            "from annotator.cli.main import main; main()",
            "annotate", {document!r}, "--project", {path!r}, "--as", {layer!r}]
from tools.slow_link import main
sys.exit(main())
"""


class Session(NamedTuple):
    """What was typed over one line."""

    figures: dict[str, float]
    made: list[str]
    """Types of the mentions that were made, in the order of the journal."""
    screen: list[str]
    """The rows at last, but for the first one, which tells the time."""
    is_sound: bool
    """Whether what is stored is what the journal says."""


def make_project(path: Path) -> None:
    """One article, in which nothing is left to be suggested."""
    with Project.create(path) as project:
        project.open_layer(LAYER)
        with project.writing() as connection:
            documents.add(connection, [Document(DOCUMENT, long_text(3_000))], at=utc_now())
            one = SuggestedMention(Span(0, 2), "PER", "benchmark", 0.9, "")
            suggestions.put(connection, LAYER, DOCUMENT, (one,), suggester="benchmark")


def session(path: Path, home: Path, *, ms: int) -> Session:
    """Open the project, type, and look at what is stored and what is drawn."""
    code = _LINE.format(ms=ms, document=DOCUMENT, path=str(path), layer=LAYER)
    environment = {**os.environ, "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    environment |= {"COLORTERM": "truecolor", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with TypingTerminal(code, columns=COLUMNS, rows=ROWS, environment=environment) as terminal:
        first_s = terminal.wait_for(ARABIC_PAINTED)
        terminal.settle(quiet_seconds=2.0)
        before = len(terminal.written)
        for key in TYPED:
            terminal.type_ahead(key, for_seconds=EVERY_S)
        terminal.settle(quiet_seconds=1.5)
        byte_count = len(terminal.written) - before
        screen = drawn(bytes(terminal.written), columns=COLUMNS, rows=ROWS)[1:]
    with Project.open(path) as project:
        made = [
            entry.change.item.type
            for entry in entries(project.connection, author=LAYER, document_id=DOCUMENT)
            if isinstance(entry.change, Added) and isinstance(entry.change.item, Mention)
        ]
        is_sound = not check_integrity(project)
    figures = {"first_text_s": round(first_s, 2), "bytes_a_key": round(byte_count / len(TYPED))}
    return Session(figures, made, screen, is_sound)


def report() -> dict[str, object]:
    """Both sessions, and whether they came to the same."""
    wanted = [TYPES[letter] for letter in LETTERS]
    sessions: dict[int, Session] = {}
    with tempfile.TemporaryDirectory() as folder:
        for ms in DELAYS_MS:
            path = Path(folder) / f"{ms}.db"
            make_project(path)
            sessions[ms] = session(path, Path(folder), ms=ms)
    return {
        "keys_typed": len(TYPED),
        "a_key_every_ms": round(EVERY_S * 1000),
        "at_ms_each_way": {ms: each.figures for ms, each in sessions.items()},
        "decisions_in_order": {ms: each.made == wanted for ms, each in sessions.items()},
        "stored_as_journalled": all(each.is_sound for each in sessions.values()),
        "screens_are_the_same": len({tuple(each.screen) for each in sessions.values()}) == 1,
    }


def main() -> None:
    """Print the report."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(json.dumps(report(), indent=2))


if __name__ == "__main__":
    main()
