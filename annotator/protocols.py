"""The public Protocols: what a suggester, an importer and an exporter are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, runtime_checkable

from annotator.arabic.clitics import SegmentedWord
from annotator.model.document import Document
from annotator.model.entity import Identity
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Loss, Record, Refusal
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedEvent, SuggestedMention, Suggestion

Stage: TypeAlias = Literal[
    "mentions", "mentions judged", "triggers", "triggers judged", "arguments"
]
"""Suggesters run by stage: arguments are guessed for triggers and mentions already found.

A stage that judges comes after all proposals of its kind, before those that cannot stand together
are resolved, and returns what is to be left of them.
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """How a source's suggestions of one type fared with people."""

    accepted_count: int
    """Taken as they were."""
    decided_count: int
    """Taken, corrected or rejected."""


@dataclass(frozen=True)
class Memory:
    """What people decided so far, by surface: the folded text of a span, proclitics outside.

    Counts are of documents' decisions; a surface's types stand in no order.
    """

    mentions: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """surface -> entity type -> how often it was confirmed."""
    triggers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """surface -> event type -> how often it was confirmed."""
    rejected_mentions: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    rejected_triggers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    identities: Mapping[str, str] = field(default_factory=dict)
    """surface -> the slug it was given most often."""
    unmarked: Mapping[str, int] = field(default_factory=dict)
    """surface of a word -> how often finished documents left it without any annotation."""
    sources: Mapping[str, Mapping[str, Tried]] = field(default_factory=dict)
    """suggester -> type -> what became of its suggestions."""


@dataclass(frozen=True)
class Reading:
    """A document with everything a suggester may look at; made once, shared by all of them."""

    document: Document
    schema: LabelSchema
    words: Sequence[SegmentedWord]
    """Every token of the text in order, words with their proclitics cut."""
    sentences: Sequence[Span]
    memory: Memory = field(default_factory=Memory)
    rejected: frozenset[str] = frozenset()
    """Identifiers of suggestions a person rejected in this document: not to be made again."""
    known_mentions: tuple[SuggestedMention, ...] = ()
    """Mentions a person already decided on here, as if suggested: fillers for arguments."""
    known_events: tuple[SuggestedEvent, ...] = ()
    identities: Mapping[str, Identity] = field(default_factory=dict)


class Suggester(Protocol):
    """Proposes mentions, triggers or arguments; a pure function of the reading."""

    name: str
    stage: Stage

    def suggest(self, reading: Reading, found: Sequence[Suggestion]) -> Iterable[Suggestion]:
        """Suggestions for the document; `found` is what earlier stages proposed, resolved.

        At a stage that judges, `found` is all that was proposed, and what is returned replaces it.
        At the stage `arguments` the events of `found` are returned with arguments filled in.

        Raises:
            SuggesterError: it cannot work now; it is told once and left out of the run.
        """
        ...


@runtime_checkable
class Experienced(Protocol):
    """A judge of mentions that learned from the same decisions that memory counts."""

    worth: float
    """How many decisions about the same text its score is worth; others' are worth two."""


class Learner(Protocol):
    """Learns from annotated documents what no rule knows."""

    name: str

    def train(self, records: Sequence[Record], schema: LabelSchema) -> bytes:
        """What was learned from finished documents, as plain data: it is never unpickled.

        The same records give the same bytes.
        """
        ...

    def load(self, content: bytes) -> Sequence[Suggester]:
        """The suggesters that use what was learned.

        Raises:
            InvalidDataError: another version of the learner made it, or it is damaged.
        """
        ...


@dataclass(frozen=True)
class ExportOptions:
    """Choices of an export that change its content; a format ignores those it has no use for."""

    subtoken: Literal["split", "widen", "drop"] = "split"
    """What becomes of a span that begins or ends inside a word: the word is cut, the span takes
    the whole word, or the span is left out."""
    level: Literal["entities", "triggers"] = "entities"
    """What a format with one layer of labels holds."""
    label_map: Mapping[str, str] = field(default_factory=dict)
    """Type -> the label to write for it; a type mapped to the empty string is left out."""


@dataclass(frozen=True)
class Exported:
    """What an exporter made: the file's text in pieces, and what it could not hold."""

    suffix: str
    """File name ending, with its dot."""
    text: Iterable[str]
    """Read once; made while it is read, so that memory holds one document at a time."""
    losses: list[Loss]
    """Filled while `text` is read; complete when it is exhausted."""


class Exporter(Protocol):
    """Writes records in one format; pure: it makes text, others write files."""

    name: str

    def export(
        self, records: Iterable[Record], schema: LabelSchema, options: ExportOptions
    ) -> Exported:
        """The content of one file for all `records` of one layer, in their order.

        Raises:
            UsageError: the options ask for what the format or the label schema does not have.
        """
        ...


def _nothing_stored(_sha256: str) -> str | None:
    return None


@dataclass(frozen=True)
class ImportOptions:
    """What a reader needs to know beside the file; a format ignores what it has no use for."""

    schemas: Mapping[str, LabelSchema] = field(default_factory=dict)
    """The project's label schemas by name: annotations are checked against theirs."""
    schema_name: str = ""
    """The label schema of annotations whose file names none."""
    layer: str = ""
    """The layer of annotations whose file names none."""
    encoding: str = "utf-8"
    """Of files that are plain text."""
    max_characters: int = 1_000_000
    """A longer document is refused."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What a table or a JSON object calls the parts of an article: `text`, `title`, `published`
    … -> the name of the column or key. Parts not named are found by the usual names."""
    stored_text: Callable[[str], str | None] = _nothing_stored
    """The text of the stored document with this check sum: a file may leave texts out."""


class Importer(Protocol):
    """Reads one format."""

    name: str

    def accepts(self, path: Path) -> bool:
        """Whether the name of the file, or that it is a folder, says that it is of this format."""
        ...

    def read(self, path: Path, options: ImportOptions) -> Iterator[Record | Refusal]:
        """The file's records in order, each piece that cannot be read as a refusal.

        Read as they are asked for, so that memory holds one document at a time. A record of a
        document without annotations has a layer with an empty name.

        Raises:
            AnnotatorError: the file as a whole cannot be read.
        """
        ...
