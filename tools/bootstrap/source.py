"""Reads a source file of the corpus: header, paragraphs, sentences, zones and what is marked."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from tools.bootstrap.attributes import event_attributes, mention_attributes
from tools.bootstrap.events import RawEvent, read_event_line
from tools.bootstrap.findings import Finding, Place, error
from tools.bootstrap.markup import RawMark, scan_line
from tools.bootstrap.references import resolve
from tools.bootstrap.rulebook import Rulebook, load_rulebook
from tools.bootstrap.story import MentionMark, Sentence, Story, TriggerMark, Zone

REQUIRED = ("id", "title", "published", "outlet", "style", "region", "topic")
OPTIONAL = ("breaks", "note")
HEADER_LINE = re.compile(r"(?P<key>[a-z]+):\s*(?P<value>.*\S)\s*")
HEADER_END = "---"
ZONE_LINE = re.compile(r"@(?P<kind>[a-z]+) ")
ZONES = ("headline", "subhead", "caption", "byline", "dateline", "furniture")
PARAGRAPH_BREAKS = {"double": "\n\n", "single": "\n"}
BIDI_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(slots=True)
class _Builder:
    """Collects a story while its lines are read."""

    rulebook: Rulebook
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    sentences: list[Sentence] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    mentions: list[MentionMark] = field(default_factory=list)
    triggers: list[TriggerMark] = field(default_factory=list)
    events: list[tuple[int, RawEvent]] = field(default_factory=list)
    """Each with the index of the sentence it stands under."""
    findings: list[Finding] = field(default_factory=list)
    in_paragraph: bool = False
    after_dateline: bool = False

    def text_line(self, source: str, number: int, paragraph_break: str) -> None:
        zone = ZONE_LINE.match(source)
        body = source[zone.end() :] if zone else source
        column = zone.end() + 1 if zone else 1
        scanned = scan_line(body, line=number, first_column=column, rulebook=self.rulebook)
        self.findings += scanned.findings
        self._check_spacing(scanned.text, Place(number, column))
        if self.pieces:
            self._append(" " if self.in_paragraph else paragraph_break)
        start, place = self.length, Place(number, 1)
        self._append(scanned.text)
        kind = zone["kind"] if zone else None
        if kind is not None:
            self._add_zone(kind, start, place)
        if self.after_dateline and self.in_paragraph:
            opened = self.sentences.pop()
            self.sentences.append(Sentence(opened.start, self.length, place))
        else:
            self.sentences.append(Sentence(start, self.length, place))
        for mark in scanned.marks:
            self._add_mark(mark, start, number, scanned.text)
        self.in_paragraph = True
        self.after_dateline = kind == "dateline"

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _check_spacing(self, text: str, place: Place) -> None:
        if not text:
            self.findings.append(error("spacing", place, "an empty line of text; take it out"))
        elif text != text.strip() or "  " in text or "\t" in text:
            message = "double, tab, leading or trailing space; leave single spaces only"
            self.findings.append(error("spacing", place, message))
        if BIDI_CONTROLS.search(text):
            message = "an invisible direction mark; take it out"
            self.findings.append(error("spacing", place, message))

    def _add_zone(self, kind: str, start: int, place: Place) -> None:
        if kind not in ZONES:
            message = f"no such zone: @{kind}; one of {' '.join('@' + name for name in ZONES)}"
            self.findings.append(error("zone", place, message))
        self.zones.append(Zone(start, self.length, kind, place))

    def _add_mark(self, mark: RawMark, offset: int, line: int, text: str) -> None:
        start, end = offset + mark.start, offset + mark.end
        words, sentence = list(mark.words), len(self.sentences) - 1
        marked, place = text[mark.start : mark.end], Place(line, mark.column)
        if mark.bracket == "[":
            entity = mention_attributes(words, mark.type, self.rulebook)
            self.mentions.append(
                MentionMark(
                    start=start,
                    end=end,
                    text=marked,
                    type=mark.type,
                    kb=mark.identity,
                    level=entity.level,
                    metonym=entity.metonym,
                    uncertain=entity.uncertain,
                    handle=mark.handle,
                    sentence=sentence,
                    place=place,
                )
            )
            return
        event = event_attributes(words)
        self.triggers.append(
            TriggerMark(
                start=start,
                end=end,
                text=marked,
                type=mark.type,
                coref=mark.identity,
                polarity=event.polarity,
                modality=event.modality,
                tense=event.tense,
                uncertain=event.uncertain,
                handle=mark.handle,
                sentence=sentence,
                place=place,
            )
        )

    def event_line(self, source: str, number: int) -> None:
        if not self.in_paragraph:
            message = "an event line belongs right under its sentence; move it up"
            self.findings.append(error("argument", Place(number, 1), message))
            return
        events, findings = read_event_line(source, line=number)
        self.events += [(len(self.sentences) - 1, event) for event in events]
        self.findings += findings


def _read_header(lines: list[str]) -> tuple[dict[str, str], int, list[Finding]]:
    """The header's fields and the index of the first line after it."""
    header: dict[str, str] = {}
    findings: list[Finding] = []
    for index, line in enumerate(lines):
        place = Place(index + 1, 1)
        if line.strip() == HEADER_END:
            missing = [key for key in REQUIRED if key not in header]
            if missing:
                message = f"the header lacks {', '.join(missing)}; add a line for each"
                findings.append(error("header", place, message))
            return header, index + 1, findings
        found = HEADER_LINE.fullmatch(line)
        if found is None or found["key"] not in REQUIRED + OPTIONAL:
            known = ", ".join(REQUIRED + OPTIONAL)
            findings.append(
                error("header", place, f"not a header line; write key: value with {known}")
            )
        else:
            header[found["key"]] = found["value"]
    message = f"the header has no end; put a line {HEADER_END} under it"
    return header, len(lines), [error("header", Place(1, 1), message)]


def parse_story(name: str, content: str, *, rulebook: Rulebook | None = None) -> Story:
    """Parse the content of `<name>.txt`; whatever is wrong with it is in the story's findings."""
    rules = rulebook or load_rulebook()
    lines = content.split("\n")
    header, first, findings = _read_header(lines)
    builder = _Builder(rules, findings=findings)
    paragraph_break = PARAGRAPH_BREAKS.get(header.get("breaks", "double"), "\n\n")
    for number, line in enumerate(lines[first:], start=first + 1):
        if not line.strip():
            builder.in_paragraph = False
        elif line.startswith(">"):
            builder.event_line(line, number)
        elif not line.startswith("#"):
            builder.text_line(line, number, paragraph_break)
    builder.mentions.sort(key=lambda mark: (mark.start, -mark.end))
    builder.triggers.sort(key=lambda mark: (mark.start, -mark.end))
    resolved, unresolved = resolve(builder.mentions, builder.triggers, builder.events, rules)
    return Story(
        name=name,
        header=header,
        text="".join(builder.pieces),
        sentences=tuple(builder.sentences),
        zones=tuple(builder.zones),
        mentions=tuple(builder.mentions),
        triggers=tuple(resolved),
        findings=(*builder.findings, *unresolved),
    )


def read_story(path: Path) -> Story:
    """Read and parse one source file."""
    return parse_story(path.stem, path.read_text(encoding="utf-8"))
