"""How long `annotator` takes to start, beside the least that a program of its kind could take.

Run `python -m benchmarks.start`; it prints one JSON object. Both sides of a ratio are measured in
turns in the same run, so that a busy machine slows both.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from benchmarks.first_paint import first_paints

ROUND_COUNT = 15
TARGET_HELP_RATIO = 1.6
TARGET_FIRST_PAINT_RATIO = 1.5

ANNOTATOR = "from annotator.cli.start import main; main()"
EMPTY_COMMAND = """
import typer
app = typer.Typer({settings})
@app.command()
def main() -> None:
    "Do nothing."
app()
"""
PLAIN_TYPER = EMPTY_COMMAND.format(settings="rich_markup_mode=None, pretty_exceptions_enable=False")
DEFAULT_TYPER = EMPTY_COMMAND.format(settings="")


@dataclass(frozen=True)
class HelpTimes:
    """`--help` of three programs, in seconds from start to exit; medians of all rounds."""

    annotator_seconds: float
    plain_typer_seconds: float
    """An empty command with our settings: no Rich."""
    default_typer_seconds: float
    """An empty command as Typer makes it when nothing is set."""
    ratio: float
    """Ours to the empty command with our settings, the harder of the two to match."""
    ratio_to_default_typer: float
    target_ratio: float
    module_count: int
    """Modules loaded by ours."""


@dataclass(frozen=True)
class FirstPaintTimes:
    """From start to the first text on the terminal, in seconds; medians of all rounds."""

    demo_seconds: float
    """`annotator demo` on a demo project that is there already."""
    empty_app_seconds: float
    """A Textual app that shows one word."""
    ratio: float
    target_ratio: float


def main() -> None:
    """Measure and print."""
    result = {
        "benchmark": "start",
        "help": asdict(help_times()),
        "first_paint": asdict(first_paint_times()),
    }
    print(json.dumps(result, indent=2))


def first_paint_times() -> FirstPaintTimes:
    """Measure the demo and an empty app in turns."""
    ours, theirs = first_paints(rounds=ROUND_COUNT)
    return FirstPaintTimes(
        demo_seconds=round(statistics.median(ours), 4),
        empty_app_seconds=round(statistics.median(theirs), 4),
        ratio=median_ratio(ours, theirs),
        target_ratio=TARGET_FIRST_PAINT_RATIO,
    )


def help_times() -> HelpTimes:
    """Measure `annotator --help` and the empty commands in turns."""
    programs = [["-c", code, "--help"] for code in (ANNOTATOR, PLAIN_TYPER, DEFAULT_TYPER)]
    ours, plain, default = seconds_in_turns(programs, rounds=ROUND_COUNT)
    return HelpTimes(
        annotator_seconds=round(statistics.median(ours), 4),
        plain_typer_seconds=round(statistics.median(plain), 4),
        default_typer_seconds=round(statistics.median(default), 4),
        ratio=median_ratio(ours, plain),
        ratio_to_default_typer=median_ratio(ours, default),
        target_ratio=TARGET_HELP_RATIO,
        module_count=modules_loaded(ANNOTATOR),
    )


def seconds_in_turns(programs: Sequence[Sequence[str]], *, rounds: int) -> list[list[float]]:
    """For each program, given as arguments of Python, its seconds in every round."""
    for program in programs:
        seconds_of(program)  # so that every file is compiled and in the disk cache
    by_round = [[seconds_of(program) for program in programs] for _ in range(rounds)]
    return [list(times) for times in zip(*by_round, strict=True)]


def median_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median over the rounds of how many times as long ours took."""
    ratios = [our / their for our, their in zip(ours, theirs, strict=True)]
    return round(statistics.median(ratios), 3)


def seconds_of(program: Sequence[str]) -> float:
    """Run a program in a fresh interpreter, from start to exit."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *program], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def modules_loaded(program: str) -> int:
    """How many modules a program's `--help` loads."""
    count = "import atexit, sys; atexit.register(lambda: sys.stderr.write(str(len(sys.modules))))"
    interpreter = subprocess.run(
        [sys.executable, "-c", f"{count}\n{program}", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(interpreter.stderr)


if __name__ == "__main__":
    main()
