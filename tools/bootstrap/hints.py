"""Looks over a story with some Arabic in mind: cut letters, kept clitics, names left unmarked."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

from tools.bootstrap.findings import Finding, error, warning
from tools.bootstrap.lexicon import lexicon
from tools.bootstrap.rulebook import Rulebook
from tools.bootstrap.story import MentionMark, Story, TriggerMark
from tools.bootstrap.unmarked import check_unmarked
from tools.bootstrap.words import PROCLITICS, is_prefix, letters_after, letters_before

ARTICLE = "ال"
KEPT_AT_EDGE = "%٪$€£°"
PAIRS = {"”": "“", "»": "«", ")": "("}
STRAIGHT_QUOTE = '"'
SHIFTING = frozenset({"DATE", "NUM", "TTL", "GRP"})
"""Types whose surfaces legitimately stand for other things as well."""


def check_hints(story: Story, rulebook: Rulebook) -> list[Finding]:
    """Every place that deserves a second look, and marked punctuation, which is an error."""
    del rulebook
    marks: list[MentionMark | TriggerMark] = [*story.mentions, *story.triggers]
    return [
        *(finding for mark in marks for finding in _edges(story, mark)),
        *(finding for mark in marks for finding in _word_borders(story, mark)),
        *_kept_clitics(story),
        *_triggers(story),
        *_titles_in_names(story),
        *_two_types(story),
        *check_unmarked(story),
    ]


def _balanced(text: str) -> bool:
    """Whether the closing sign at the end of `text` was opened inside it, not at its edge."""
    last = text[-1]
    if last == STRAIGHT_QUOTE:
        return text.count(STRAIGHT_QUOTE) % 2 == 0 and text[0] != STRAIGHT_QUOTE
    return last in PAIRS and PAIRS[last] in text[1:]


def _is_edge_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PSZ" and character not in KEPT_AT_EDGE


def _edges(story: Story, mark: MentionMark | TriggerMark) -> Iterator[Finding]:
    del story
    first, last = mark.text[0], mark.text[-1]
    if _is_edge_punctuation(first) or (_is_edge_punctuation(last) and not _balanced(mark.text)):
        message = f"space or punctuation at the edge of «{mark.text}»; move the bracket"
        yield error("edge", mark.place, message)


def _word_borders(story: Story, mark: MentionMark | TriggerMark) -> Iterator[Finding]:
    before = letters_before(story.text, mark.start)
    after = letters_after(story.text, mark.end)
    if before and not is_prefix(before):
        message = f"«{before}» is cut off before «{mark.text}»; only و ف ب ل ك stay outside"
        yield warning("cut", mark.place, message)
    if before.endswith("ل") and mark.text.startswith(ARTICLE):
        message = f"«ل{mark.text}» is written لل; write ل[… ل{mark.text[2:]}]"
        yield warning("cut", mark.place, message)
    if after:
        message = f"«{after}» is cut off behind «{mark.text}»; ends are never cut"
        yield warning("cut", mark.place, message)


def _kept_clitics(story: Story) -> Iterator[Finding]:
    known = {mark.text for mark in story.mentions}
    marks: list[MentionMark | TriggerMark] = [*story.mentions, *story.triggers]
    for mark in marks:
        text = mark.text
        if letters_before(story.text, mark.start):
            continue
        article = re.match(r"[وف]?[بك]?ال\w{2}|[وف]?لل\w{2}", text)
        clitic = article and text[0] in PROCLITICS and not text.startswith(lexicon().rooted)
        if clitic or (text[0] in PROCLITICS and text[1:] in known):
            message = f"«{text}» seems to begin with a clitic; put و ف ب ل ك before the bracket"
            yield warning("clitic", mark.place, message)


def _triggers(story: Story) -> Iterator[Finding]:
    for trigger in story.triggers:
        if " " in trigger.text:
            message = f"«{trigger.text}» is more than one word; mark the word that names the event"
            yield warning("long-trigger", trigger.place, message)
        if trigger.text in lexicon().light_verbs:
            message = f"«{trigger.text}» only carries the event; mark the noun after it"
            yield warning("light-verb", trigger.place, message)


def _titles_in_names(story: Story) -> Iterator[Finding]:
    usual = lexicon()
    for mark in story.mentions:
        first, *rest = mark.text.split()
        if mark.type == "PER" and mark.level == "NAM" and rest:
            if first in usual.titles:
                message = f"«{first}» is a title; give it its own TTL before «{' '.join(rest)}»"
                yield warning("title", mark.place, message)
            elif usual.nisba.fullmatch(first):
                message = f"«{first}» is a NORP before «{' '.join(rest)}»"
                yield warning("title", mark.place, message)


def _two_types(story: Story) -> Iterator[Finding]:
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for mark in story.mentions:
        types[mark.text][mark.type] += 1
    for mark in story.mentions:
        usual, _ = types[mark.text].most_common(1)[0]
        if mark.type != usual and not SHIFTING & {mark.type, usual}:
            message = f"«{mark.text}» is {mark.type} here, {usual} elsewhere in the story"
            yield warning("two-types", mark.place, message)
