"""The inline markup of one line: `[TYPE=kb text]` is a mention, `{TYPE=coref#1 word}` a trigger."""

import re
from dataclasses import dataclass

from tools.bootstrap.attributes import EVENT_WORDS, MENTION_WORDS, full_word
from tools.bootstrap.findings import Finding, Place, error
from tools.bootstrap.rulebook import Rulebook

CLOSING = {"[": "]", "{": "}"}
TAG = re.compile(
    r"(?P<type>[A-Z]+)"
    r"(?P<words>(?:\.[A-Za-z]+)*)"
    r"(?:=(?P<identity>[A-Za-z0-9][A-Za-z0-9_:./+-]*))?"
    r"(?:#(?P<handle>[A-Za-z0-9_]+))?"
)
SHAPE = {"[": "[TYPE.word=kb#name text]", "{": "{TYPE.word=coref#name word}"}


@dataclass(frozen=True, slots=True)
class RawMark:
    """A mark as written; offsets into the line's text without its markup."""

    bracket: str
    start: int
    end: int
    type: str
    words: tuple[str, ...]
    identity: str | None
    handle: str | None
    column: int


@dataclass(frozen=True, slots=True)
class ScannedLine:
    """A line without its markup, the marks it had, and what was wrong with them."""

    text: str
    marks: tuple[RawMark, ...]
    findings: tuple[Finding, ...]


class _Scanner:
    """Walks once over a line; every mark is closed by its own kind of bracket."""

    def __init__(self, source: str, *, line: int, first_column: int, rulebook: Rulebook) -> None:
        self.source = source
        self.line = line
        self.first_column = first_column
        self.rulebook = rulebook
        self.plain: list[str] = []
        self.length = 0
        self.open: list[RawMark] = []
        self.marks: list[RawMark] = []
        self.findings: list[Finding] = []

    def scan(self) -> ScannedLine:
        position = 0
        while position < len(self.source):
            character = self.source[position]
            if character in CLOSING:
                position = self._open(position)
                continue
            if character in CLOSING.values():
                self._close(position)
            else:
                self.plain.append(character)
                self.length += 1
            position += 1
        for mark in self.open:
            shut = CLOSING[mark.bracket]
            self._blame(
                "open", mark.column, f"{mark.bracket}{mark.type} is never closed; add {shut}"
            )
        marks = sorted(self.marks, key=lambda mark: (mark.start, -mark.end))
        return ScannedLine("".join(self.plain), tuple(marks), tuple(self.findings))

    def _blame(self, code: str, column: int, message: str) -> None:
        self.findings.append(error(code, Place(self.line, column), message))

    def _open(self, position: int) -> int:
        """Read a tag and remember it; returns where the marked text begins."""
        bracket = self.source[position]
        column = self.first_column + position
        tag = TAG.match(self.source, position + 1)
        if tag is None or self.source[tag.end() : tag.end() + 1] != " ":
            message = f"a mark is written {SHAPE[bracket]}, with one space after the tag"
            self._blame("tag", column, message)
            self.open.append(RawMark(bracket, self.length, self.length, "", (), None, None, column))
            return position + 1
        self._check_type(bracket, tag["type"], column)
        self.open.append(
            RawMark(
                bracket=bracket,
                start=self.length,
                end=self.length,
                type=tag["type"],
                words=self._words(bracket, tag["words"], column),
                identity=tag["identity"],
                handle=tag["handle"],
                column=column,
            )
        )
        return tag.end() + 1

    def _check_type(self, bracket: str, type_name: str, column: int) -> None:
        mentions, events = self.rulebook.default_levels, self.rulebook.events
        known, other = (mentions, events) if bracket == "[" else (events, mentions)
        if type_name in known:
            return
        remedy = f"one of {' '.join(known)}"
        if type_name in other:
            remedy = "mentions take [ ], triggers { }"
        self._blame("type", column, f"no such type here: {type_name}; {remedy}")

    def _words(self, bracket: str, dotted: str, column: int) -> tuple[str, ...]:
        choices = MENTION_WORDS if bracket == "[" else EVENT_WORDS
        words: list[str] = []
        for word in dotted.split(".")[1:]:
            full = full_word(word, choices)
            if full is None:
                self._blame(
                    "word", column, f"no such word here: .{word}; one of {' '.join(choices)}"
                )
            else:
                words.append(full)
        return tuple(words)

    def _close(self, position: int) -> None:
        column = self.first_column + position
        shut = self.source[position]
        if not self.open or CLOSING[self.open[-1].bracket] != shut:
            missing = (
                f"; close {self.open[-1].bracket}{self.open[-1].type} first" if self.open else ""
            )
            self._blame("close", column, f"{shut} closes nothing{missing}")
            return
        mark = self.open.pop()
        if mark.start == self.length:
            self._blame("empty", mark.column, "a mark without text; write its words after the tag")
            return
        self.marks.append(
            RawMark(
                bracket=mark.bracket,
                start=mark.start,
                end=self.length,
                type=mark.type,
                words=mark.words,
                identity=mark.identity,
                handle=mark.handle,
                column=mark.column,
            )
        )


def scan_line(source: str, *, line: int, first_column: int, rulebook: Rulebook) -> ScannedLine:
    """Take the markup out of one line of text; `first_column` is where `source` begins in it."""
    return _Scanner(source, line=line, first_column=first_column, rulebook=rulebook).scan()
