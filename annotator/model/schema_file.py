"""Safe reading of a label schema's YAML: plain data, each scalar a string, line numbers kept."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from annotator.model.schema_problems import DataPath, Problem, SchemaError

Data: TypeAlias = "str | list[Data] | dict[str, Data]"

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_VALUES = 50_000

# Parsing the default schema: 1 ms with libyaml, 22 ms without; both tell of the same events.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_REFUSED_CHARACTER = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters and what is no character; the parser lets them in as `\\e` in quotes."""


@dataclass(frozen=True, slots=True)
class SchemaText:
    """What the file says, before anything is known about its meaning."""

    data: Mapping[str, Data]
    lines: Mapping[DataPath, int]

    def line(self, path: DataPath) -> int:
        """The line of the value at `path`, or of the nearest thing around it that the file has."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


def read_schema_text(content: bytes, *, source: str) -> SchemaText:
    """Read the bytes of a YAML file into maps, lists and strings; `NO` and `1.10` stay as written.

    Raises:
        SchemaError: not UTF-8, too large, too deep, not YAML, not one map, or with an anchor,
            alias, tag, repeated field or control character.
    """
    try:
        return _read(content)
    except _RefusedError as refused:
        raise SchemaError(source, [refused.problem]) from refused.__cause__


class _RefusedError(Exception):
    def __init__(self, line: int, message: str) -> None:
        self.problem = Problem(line, message)
        super().__init__(message)


def _read(content: bytes) -> SchemaText:
    builder = _TreeBuilder(yaml.parse(_decoded(content), Loader=_Loader))
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        what = getattr(error, "problem", None) or "unreadable"
        raise _RefusedError(line, f"not YAML: {what}; mend this line or the one before") from error
    return SchemaText(data=data, lines=builder.lines)


def _decoded(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise _RefusedError(1, f"larger than {MAX_BYTES:,} bytes; keep only the label schema in it")
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _RefusedError(line, "not UTF-8; save the file as UTF-8") from error
    return _without_control_characters(text, first_line=1)


def _without_control_characters(text: str, *, first_line: int) -> str:
    if found := _REFUSED_CHARACTER.search(text):
        line = first_line + text.count("\n", 0, found.start())
        raise _RefusedError(line, f"the character U+{ord(found[0]):04X} is refused; take it out")
    return text


@dataclass
class _TreeBuilder:
    """Makes data of the parser's events one by one, so that a bomb is met before it unfolds."""

    events: Iterator[yaml.Event]
    lines: dict[DataPath, int] = field(default_factory=lambda: {(): 1})
    value_count: int = 0

    def document(self) -> dict[str, Data]:
        """The one map of the file."""
        root = self._next_after(yaml.StreamStartEvent, yaml.DocumentStartEvent)
        if not isinstance(root, yaml.MappingStartEvent):
            raise _RefusedError(1, "not a map of fields; begin with: name: …")
        self._refuse_reference_or_tag(root)
        data = self._map(())
        extra = self._next_after(yaml.DocumentEndEvent)
        if not isinstance(extra, yaml.StreamEndEvent):
            raise _RefusedError(_line(extra), "a second document begins; one file holds one schema")
        return data

    def _next_after(self, *skipped: type[yaml.Event]) -> yaml.Event:
        return next(event for event in self.events if not isinstance(event, skipped))

    def _value(self, event: yaml.Event, path: DataPath) -> Data:
        line = self.lines.setdefault(path, _line(event))
        self.value_count += 1
        if self.value_count > MAX_VALUES:
            raise _RefusedError(
                line, f"more than {MAX_VALUES:,} values; keep only the label schema"
            )
        if len(path) > MAX_DEPTH:
            raise _RefusedError(line, f"nested deeper than {MAX_DEPTH} levels; make it flatter")
        self._refuse_reference_or_tag(event)
        match event:
            case yaml.MappingStartEvent():
                return self._map(path)
            case yaml.SequenceStartEvent():
                return self._list(path)
            case _:
                return _text(event)

    def _list(self, path: DataPath) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _map(self, path: DataPath) -> dict[str, Data]:
        items: dict[str, Data] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._refuse_reference_or_tag(event)
            key = _text(event)
            if key in items:
                first = self.lines[(*path, key)]
                raise _RefusedError(
                    _line(event), f'"{key}" stands on line {first} already; take one out'
                )
            self.lines[(*path, key)] = _line(event)
            items[key] = self._value(next(self.events), (*path, key))
        return items

    @staticmethod
    def _refuse_reference_or_tag(event: yaml.Event) -> None:
        if getattr(event, "anchor", None) is not None:
            raise _RefusedError(_line(event), "anchors and aliases are refused; write it out")
        if getattr(event, "tag", None) is not None:
            raise _RefusedError(_line(event), "YAML tags are refused; take out the word after !")


def _text(event: yaml.Event) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise _RefusedError(_line(event), "a map's key must be a word; quote it if it has brackets")
    return _without_control_characters(event.value, first_line=_line(event))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
