"""Prints a source without its markup, for a second reader who marks the same text afresh."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.bootstrap.source import HEADER_END, read_story
from tools.bootstrap.story import Sentence, Story


def _lines_of(story: Story, sentence: Sentence) -> Iterator[str]:
    """The source lines of one sentence: a dateline has its own, with the zone's mark."""
    text = story.text[sentence.start : sentence.end]
    zone = next((zone for zone in story.zones if zone.start == sentence.start), None)
    if zone is None:
        yield text
        return
    yield f"@{zone.kind} {story.text[zone.start : zone.end]}"
    if zone.end < sentence.end:
        yield story.text[zone.end + 1 : sentence.end]


def plain_source(story: Story) -> str:
    """The source of `story` with the same header, text and zones, and nothing marked."""
    lines = [f"{key}: {value}" for key, value in story.header.items()]
    lines.append(HEADER_END)
    end = 0
    for sentence in story.sentences:
        if sentence.start == 0 or "\n" in story.text[end : sentence.start]:
            lines.append("")
        lines += _lines_of(story, sentence)
        end = sentence.end
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.bootstrap.plain", description=__doc__)
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    sys.stdout.write(plain_source(read_story(options.file)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
