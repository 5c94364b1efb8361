"""Checks the sources of the bootstrap corpus and writes `bootstrap.jsonl` from them."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tools.bootstrap.check import check_story
from tools.bootstrap.findings import LEVELS, Finding, Level
from tools.bootstrap.interchange import json_lines
from tools.bootstrap.originality import KnownTexts, check_originality, know
from tools.bootstrap.overlap import seed_texts
from tools.bootstrap.rulebook import Rulebook, load_rulebook
from tools.bootstrap.source import parse_story
from tools.bootstrap.story import Story
from tools.bootstrap.words import word_count

HOME = Path(__file__).parents[2] / "seeds" / "bootstrap"
SOURCES = HOME / "source"
OUTPUT = HOME / "bootstrap.jsonl"
DONE, INVALID = 0, 4


def source_files() -> list[Path]:
    """The sources of the corpus in the order of their names."""
    return sorted(SOURCES.glob("*.txt"))


def read_stories(paths: Sequence[Path]) -> list[Story]:
    """Parse the files as they are; their findings come with them."""
    return [parse_story(path.stem, path.read_text(encoding="utf-8")) for path in paths]


def _summary(story: Story, findings: Sequence[Finding]) -> str:
    words = word_count(story.text)
    arguments = sum(len(trigger.arguments) for trigger in story.triggers)
    per_hundred = " ".join(
        f"{name} {count} ({100 * count / max(words, 1):.0f})"
        for name, count in (
            ("mentions", len(story.mentions)),
            ("events", len(story.triggers)),
            ("arguments", arguments),
        )
    )
    levels = Counter(finding.level for finding in findings)
    found = " ".join(f"{level} {count}" for level, count in sorted(levels.items())) or "clean"
    size = f"{len(story.sentences)} sentences, {words} words"
    return f"{story.name}: {size}, {per_hundred} (per 100 words): {found}"


def find_all(path: Path, story: Story, known: KnownTexts, rulebook: Rulebook) -> list[Finding]:
    """Everything the checks have to say about a story, alone and beside the others."""
    content = path.read_text(encoding="utf-8")
    return [*check_story(story, content, rulebook), *check_originality(story, known)]


def _check(path: Path, story: Story, findings: Sequence[Finding], shown: Sequence[Level]) -> bool:
    """Report on one file and say whether it is free of errors."""
    for finding in findings:
        if finding.level in shown:
            sys.stderr.write(finding.shown(str(path)) + "\n")
    sys.stderr.write(_summary(story, findings) + "\n")
    return all(finding.level != "error" for finding in findings)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.bootstrap.build", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="sources; all of them by default")
    parser.add_argument("--check", action="store_true", help="only report, write nothing")
    parser.add_argument(
        "--level", choices=LEVELS, default="warning", help="report this level and worse"
    )
    options = parser.parse_args(arguments)
    paths: list[Path] = options.files or source_files()
    if options.files and not options.check:
        parser.error("the corpus is written from all its sources; name files with --check only")
    rulebook = load_rulebook()
    shown = LEVELS[: LEVELS.index(options.level) + 1]
    stories = read_stories(paths)
    corpus = {story.name: story.text for story in read_stories(source_files())}
    known = know(corpus, seed_texts())
    valid = [
        _check(path, story, find_all(path, story, known, rulebook), shown)
        for path, story in zip(paths, stories, strict=True)
    ]
    if not all(valid):
        sys.stderr.write("errors: nothing written\n")
        return INVALID
    if not options.check:
        OUTPUT.write_text(json_lines(stories, rulebook), encoding="utf-8", newline="\n")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
