"""A story of the bootstrap corpus after its markup is read: the text and what is marked in it."""

from dataclasses import dataclass, field

from tools.bootstrap.findings import Finding, Place


@dataclass(frozen=True, slots=True)
class MentionMark:
    """A mention; offsets are code points of the story's text, half open."""

    start: int
    end: int
    text: str
    type: str
    kb: str | None
    level: str
    metonym: bool
    uncertain: bool
    handle: str | None
    """The name the writer gave it, to fill roles with; unique in its line only."""
    sentence: int
    """Index of the sentence it lies in."""
    place: Place


@dataclass(frozen=True, slots=True)
class Argument:
    """A role of an event and what fills it: an index into the story's mentions or triggers."""

    role: str
    mention: int | None
    trigger: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class TriggerMark:
    """A trigger with its event; offsets as in a mention."""

    start: int
    end: int
    text: str
    type: str
    coref: str | None
    polarity: str
    modality: str
    tense: str
    uncertain: bool
    handle: str | None
    sentence: int
    place: Place
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of the source; a dateline belongs to the sentence it opens."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text with a task in the layout: headline, byline, dateline and so on."""

    start: int
    end: int
    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Story:
    """One source file, parsed; `findings` holds what the reading itself found wrong."""

    name: str
    """The file's name without `.txt`, which is the story's id."""
    header: dict[str, str]
    text: str
    sentences: tuple[Sentence, ...]
    zones: tuple[Zone, ...]
    mentions: tuple[MentionMark, ...]
    triggers: tuple[TriggerMark, ...]
    findings: tuple[Finding, ...] = field(default=())

    def zone_at(self, offset: int) -> str | None:
        """The kind of the zone that holds `offset`."""
        return next((zone.kind for zone in self.zones if zone.start <= offset < zone.end), None)
