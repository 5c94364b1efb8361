"""Looks for what a writer forgot to mark: repeated names, numbers, days, sayings, happenings."""

import re
from collections.abc import Iterator

from tools.bootstrap.findings import Finding, Place, warning
from tools.bootstrap.lexicon import lexicon
from tools.bootstrap.story import MentionMark, Story
from tools.bootstrap.words import Word, words_of

SHORTEST = 3
"""Letters a surface needs to be looked for elsewhere."""
CLITICS = r"(?:[وف]?[بلك]?)"
QUIET_ZONES = ("furniture",)


def check_unmarked(story: Story) -> Iterator[Finding]:
    """Every word that is probably a mention or a trigger and lies in none."""
    lines = _Lines(story)
    yield from _repeated_names(story, lines)
    yield from _repeated_triggers(story, lines)
    yield from _usual_words(story, lines)


class _Lines:
    """Turns an offset of the text into the source line it came from."""

    def __init__(self, story: Story) -> None:
        starts = [(sentence.start, sentence.place.line) for sentence in story.sentences]
        starts += [(zone.start, zone.place.line) for zone in story.zones]
        self.starts = sorted(starts)

    def place(self, offset: int) -> Place:
        return Place(max(line for start, line in self.starts if start <= offset), 1)


def _occurrences(surface: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `surface` stands in `text` as whole words, behind clitics or without."""
    spelled = re.escape(surface)
    if surface.startswith("ال"):
        spelled = rf"(?:{spelled}|(?<=ل)ل{re.escape(surface[2:])})"
    pattern = re.compile(rf"(?<!\w){CLITICS}(?P<surface>{spelled})(?!\w)")
    for found in pattern.finditer(text):
        yield found.span("surface")


def _looked_for(story: Story) -> dict[str, MentionMark]:
    """The surfaces that are names, or nouns with an identity, each with one mention."""
    return {
        mark.text: mark
        for mark in story.mentions
        if len(mark.text) >= SHORTEST
        and mark.type not in {"NUM", "DATE", "MON"}
        and (mark.level == "NAM" or (mark.kb is not None and mark.type in {"TTL", "GRP", "PER"}))
    }


def _repeated_names(story: Story, lines: _Lines) -> Iterator[Finding]:
    for surface, known in _looked_for(story).items():
        for start, end in _occurrences(surface, story.text):
            around = [mark for mark in story.mentions if mark.start <= start and end <= mark.end]
            if not around:
                message = f"«{surface}» is {known.type} in line {known.place.line}, unmarked here"
                yield warning("repeated", lines.place(start), message)


def _repeated_triggers(story: Story, lines: _Lines) -> Iterator[Finding]:
    known = {mark.text: mark for mark in story.triggers if len(mark.text) > SHORTEST}
    names = [mark for mark in story.mentions if mark.level == "NAM" and mark.type != "DATE"]
    spans = [(mark.start, mark.end) for mark in story.triggers]
    spans += [(mark.start, mark.end) for mark in names]
    for surface, trigger in known.items():
        for start, end in _occurrences(surface, story.text):
            inside = any(first <= start and end <= last for first, last in spans)
            if not inside and story.zone_at(start) not in {"byline", "dateline", "furniture"}:
                message = (
                    f"«{surface}» is {trigger.type} in line {trigger.place.line}, unmarked here"
                )
                yield warning("repeated-trigger", lines.place(start), message)


def _bare(word: str) -> set[str]:
    """The word, and what is left of it without conjunction, preposition and article."""
    forms = {word}
    for pattern in (r"[وف](\w{3,})", r"[بلك](\w{3,})", r"(?:ال|ل)(\w{3,})"):
        forms |= {found[1] for form in forms if (found := re.fullmatch(pattern, form))}
    return forms


def _usual_words(story: Story, lines: _Lines) -> Iterator[Finding]:
    events = [(mark.start, mark.end) for mark in story.triggers]
    for word in words_of(story.text):
        zone = story.zone_at(word.start)
        if zone in QUIET_ZONES:
            continue
        covering = {
            mark.type for mark in story.mentions if mark.start < word.end and word.start < mark.end
        }
        is_trigger = any(start < word.end and word.start < end for start, end in events)
        for code, advice in _advice(word, covering, is_trigger=is_trigger):
            yield warning(code, lines.place(word.start), f"«{word.text}» {advice}")


def _advice(word: Word, covering: set[str], *, is_trigger: bool) -> Iterator[tuple[str, str]]:
    forms, usual = _bare(word.text), lexicon()
    if not covering and re.search(r"\d", word.text):
        yield "number", "is not marked; NUM, DATE, MON or part of a name?"
    if not covering and not is_trigger and forms & usual.days_and_months:
        yield "date", "is not marked; DATE?"
    if "NORP" not in covering and any(usual.nisba.fullmatch(form) for form in forms):
        kinds = f" (inside {' '.join(sorted(covering))})" if covering else ""
        yield "nisba", f"is no NORP{kinds}; mark it unless it is part of a proper name"
    if not is_trigger and not covering & {"PER", "ORG", "EVT", "MED", "GPE"}:
        if forms & usual.saying:
            yield "saying", "is no trigger; STATE?"
        elif forms & usual.happenings and not covering:
            yield "happening", "is no trigger; which event?"
