"""How quick the screen is: from a key to the last byte painted, and the bytes it takes.

`move at once` is the first seconds after the text is there, while suggestions are made beside it;
everything else is measured when nothing is under way.

Run `python -m benchmarks.latency`; it prints one JSON object. Programs run on a pseudo-terminal of
120 by 40 with a driver that writes real bytes; the seeds, a text of 10,000 characters with 500
mentions and one of 100,000 with 5,000 stand beside an empty Textual app in the same run.
"""

import argparse
import json
import os
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from annotator.model.change import Added
from annotator.model.document import Document
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedMention
from annotator.services.demo import seed_documents
from annotator.services.project import Project, utc_now
from annotator.store import documents, suggestions
from benchmarks.articles import vocabulary
from benchmarks.typing_terminal import Painting, TypingTerminal

COLUMNS, ROWS = 120, 40
PRESSES = 30
STARTS = 3
LAYER = "benchmark"
LEFT, PAGE_DOWN, PAGE_UP = b"\x1b[D", b"\x1b[6~", b"\x1b[5~"
MARK = b"p"
WORDS_A_MENTION = 3
TARGET_KEY_RATIO = 2.0
TARGET_FIRST_SCREEN_MS = 60
TARGET_GROWTH = 1.2
TARGET_BYTES = 4096
ARABIC_PAINTED = b"\xef\xba"

EMPTY_APP = f"""
from textual.app import App
from textual.widgets import Static
class Empty(App):
    n = 0
    CSS = "Static {{ height: 1; }}"
    def compose(self):
        for n in range({ROWS}):
            yield Static(f"painted {{n}} " + "a word " * 15)
    def on_key(self):
        rows = list(self.query(Static))
        self.n += 1
        rows[self.n % len(rows)].update("moved " * 18, layout=False)
        rows[(self.n - 1) % len(rows)].update("a word " * 16, layout=False)
Empty().run()
"""
OURS = """
import sys
from pathlib import Path
from annotator.tui.run import run_annotate
run_annotate(Path({path!r}), named={layer!r}, document_id={document!r})
"""


@dataclass(frozen=True)
class Key:
    """From a key to its last byte on the terminal; milliseconds."""

    p50: float
    p95: float
    median_bytes: float
    most_bytes: int


@dataclass(frozen=True)
class Screen:
    """One program."""

    first_screen_ms: float
    """From the start of the process to the first text; median of all starts."""
    keys: Mapping[str, Key]


def summary(paintings: Sequence[Painting]) -> Key:
    """The figures of one key."""
    times = sorted(painting.seconds * 1000 for painting in paintings)
    sizes = [painting.byte_count for painting in paintings]
    p95 = times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]
    return Key(
        round(statistics.median(times), 1), round(p95, 1), statistics.median(sizes), max(sizes)
    )


def measured(code: str, painted: bytes, home: Path, *, is_empty: bool = False) -> Screen:
    """Start a program, and press its keys."""
    environment = {**os.environ, "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    environment["COLORTERM"] = "truecolor"
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    starts = []
    for _ in range(STARTS):
        with TypingTerminal(code, columns=COLUMNS, rows=ROWS, environment=environment) as terminal:
            starts.append(terminal.wait_for(painted))
    with TypingTerminal(code, columns=COLUMNS, rows=ROWS, environment=environment) as terminal:
        terminal.wait_for(painted)
        at_once = {"move at once": summary([terminal.press(LEFT) for _ in range(PRESSES)])}
        terminal.settle()
        keys = {"move": summary([terminal.press(LEFT) for _ in range(PRESSES)])}
        if not is_empty:
            keys |= at_once | _of_an_article(terminal)
        widths = [COLUMNS - 9, COLUMNS] * 5
        keys["resize"] = summary([terminal.resize(width) for width in widths])
    return Screen(round(statistics.median(starts) * 1000, 1), keys)


def _of_an_article(terminal: TypingTerminal) -> dict[str, Key]:
    marks = []
    for _ in range(PRESSES // 2):
        terminal.press(LEFT)
        marks.append(terminal.press(MARK))
        terminal.press(LEFT)
        terminal.press(LEFT)
    scrolls = [terminal.press(key) for key in (*[PAGE_DOWN] * 10, *[PAGE_UP] * 5) * 2]
    return {"add a mention": summary(marks), "scroll a screen": summary(scrolls)}


def long_text(character_count: int) -> str:
    """Words at random, in sentences and paragraphs."""
    words = vocabulary()[0]
    parts: list[str] = []
    length = 0
    while length < character_count:
        place = len(parts)
        end = ".\n" if place % 60 == 0 and place else " "
        parts.append(words[(place * 7919) % len(words)] + end)
        length += len(parts[-1])
    return "".join(parts)[:character_count].strip()


def make_project(path: Path) -> None:
    """The seeds, and two long texts every third word of which is marked."""
    texts = {"ten": long_text(10_000), "hundred": long_text(100_000)}
    with Project.create(path) as project:
        project.open_layer(LAYER)
        every = [*seed_documents(), *(Document(key, text) for key, text in texts.items())]
        with project.writing() as connection:
            documents.add(connection, every, at=utc_now())
            for document in every:
                span = Span(0, 2)
                one = SuggestedMention(span, "PER", "benchmark", 0.9, "")
                # a document without any would be suggested for while keys are timed
                suggestions.put(connection, LAYER, document.id, (one,), suggester="benchmark")
        for key, text in texts.items():
            project.record(LAYER, [Added(key, mention) for mention in _mentions(text)])


def _mentions(text: str) -> list[Mention]:
    spans, place = [], 0
    for number, word in enumerate(text.split()):
        start = text.index(word, place)
        place = start + len(word)
        if number % WORDS_A_MENTION == 0:
            spans.append(Span(start, start + len(word.rstrip("."))))
    types = ("PER", "ORG", "GPE", "DATE")
    return [Mention(f"m{span.start}", span, types[n % 4]) for n, span in enumerate(spans)]


def report() -> dict[str, object]:
    """Everything, with the targets."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "latency.db"
        make_project(path)
        empty = measured(EMPTY_APP, b"painted", Path(folder), is_empty=True)
        seeds = {"seed": seed_documents()[0].id, "ten": "ten", "hundred": "hundred"}
        screens = {
            name: measured(
                OURS.format(path=str(path), layer=LAYER, document=key), ARABIC_PAINTED, Path(folder)
            )
            for name, key in seeds.items()
        }
    large, small = screens["hundred"], screens["ten"]
    key_names = [name for name in large.keys if name != "resize"]
    return {
        "terminal": f"{COLUMNS}x{ROWS}",
        "empty_textual_app": asdict(empty),
        "seed_article": asdict(screens["seed"]),
        "characters_10000_mentions_500": asdict(small),
        "characters_100000_mentions_5000": asdict(large),
        "key_p95_to_empty_app": {
            name: round(large.keys[name].p95 / empty.keys["move"].p95, 2) for name in key_names
        },
        "target_key_p95_to_empty_app": TARGET_KEY_RATIO,
        "first_screen_beyond_empty_app_ms": round(large.first_screen_ms - empty.first_screen_ms, 1),
        "target_first_screen_beyond_empty_app_ms": TARGET_FIRST_SCREEN_MS,
        "growth_10k_to_100k": {
            name: round(large.keys[name].p50 / small.keys[name].p50, 2) for name in key_names
        },
        "target_growth_10k_to_100k": TARGET_GROWTH,
        "target_bytes_a_key": TARGET_BYTES,
    }


def main() -> None:
    """Print the report."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(json.dumps(report(), indent=2))


if __name__ == "__main__":
    main()
