"""All checks of one story together, less those the writer looked at and let stand with `#ok`."""

import re

from tools.bootstrap.findings import LEVELS, Finding
from tools.bootstrap.hints import check_hints
from tools.bootstrap.rulebook import Rulebook
from tools.bootstrap.rules import check_rules
from tools.bootstrap.story import Story

OK_LINE = re.compile(r"#ok(?P<codes>(?: [a-z-]+)+)\s*")


def accepted_codes(content: str) -> set[tuple[int, str]]:
    """The (line, code) pairs that may stand: `#ok nisba date` speaks of the text line above."""
    accepted: set[tuple[int, str]] = set()
    text_line = 0
    for number, line in enumerate(content.split("\n"), start=1):
        found = OK_LINE.fullmatch(line)
        if found:
            accepted |= {(text_line, code) for code in found["codes"].split()}
        elif line.strip() and not line.startswith((">", "#")):
            text_line = number
    return accepted


def check_story(story: Story, content: str, rulebook: Rulebook) -> list[Finding]:
    """Everything found in the story, worst first, each once; errors cannot be let stand."""
    accepted = accepted_codes(content)
    found = {*story.findings, *check_rules(story, rulebook), *check_hints(story, rulebook)}
    kept = [
        finding
        for finding in found
        if finding.level == "error" or (finding.place.line, finding.code) not in accepted
    ]
    return sorted(
        kept,
        key=lambda finding: (
            LEVELS.index(finding.level),
            finding.place.line,
            finding.place.column,
            finding.message,
        ),
    )
