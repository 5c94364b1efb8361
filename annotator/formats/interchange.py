"""The shape of a line of the interchange file: what import accepts and the JSON Schema states."""

import json
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from annotator.model.mention import Status
from annotator.model.remark import Level, SetAsideReason

SCHEMA_VERSION = "1.0"
"""Of the interchange file itself; a reader takes every 1.x."""

_ANY = r"^[^\u0000]*$"  # SQLite and every C library end a string at NUL
Text: TypeAlias = Annotated[str, StringConstraints(pattern=_ANY)]
Name: TypeAlias = Annotated[str, StringConstraints(pattern=_ANY, min_length=1)]
Offset: TypeAlias = Annotated[int, Field(ge=0)]
"""In code points of `text`."""
Count: TypeAlias = Annotated[int, Field(ge=1, le=999_999_999)]
Pair: TypeAlias = tuple[Offset, Offset]
AttributeSet: TypeAlias = dict[Name, bool | Text]


class Part(BaseModel):
    """A piece of a line; a key it does not have is refused, never passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ProvenancePart(Part):
    """Who or what made an annotation; without a status it counts as imported."""

    status: Status = "imported"
    suggester: Text | None = None
    score: Annotated[float, Field(ge=0, le=1)] | None = None
    decided_by: Text | None = None
    decided_at: Text | None = None
    adjudicated_by: Text | None = None


class SpanPart(Part):
    """Two offsets, half open, and what they must cut out of the text: a check sum."""

    start: Offset
    end: Offset
    text: Text | None = None


class EntityPart(SpanPart):
    """A mention."""

    id: Name
    type: Name
    kb: Name | None = None
    attributes: AttributeSet = Field(default_factory=dict)
    uncertain: bool = False
    provenance: ProvenancePart = ProvenancePart()


class ArgumentPart(Part):
    """A role and the `id` of the entity or event of the same line that fills it."""

    role: Name
    target: Name


class EventPart(Part):
    """An event with its trigger and arguments."""

    id: Name
    type: Name
    trigger: SpanPart
    arguments: list[ArgumentPart] = Field(default_factory=list)
    attributes: AttributeSet = Field(default_factory=dict)
    coref: Name | None = None
    uncertain: bool = False
    provenance: ProvenancePart = ProvenancePart()


class RelationPart(Part):
    """A directed link between two entities of the same line."""

    id: Name
    type: Name
    source: Name
    target: Name
    provenance: ProvenancePart = ProvenancePart()


class NotePart(Part):
    """A remark on an entity or event, or with `on` null on the document."""

    on: Name | None = None
    by: Text = ""
    at: Text = ""
    text: Text
    resolved: bool = False


class ZonePart(Part):
    """A stretch of the text that is not running prose."""

    start: Offset
    end: Offset
    kind: Name


class IdentityPart(Part):
    """What a slug in `kb` names."""

    label: Text
    wikidata: Text | None = None


class LabelSchemaPart(Part):
    """The label schema of the line's types and roles."""

    name: Name
    version: Count | None = None
    sha256: Text | None = None


class Line(Part):
    """One document and one layer."""

    schema_version: Annotated[str, StringConstraints(pattern=r"^1\.[0-9]+$")] = SCHEMA_VERSION
    doc_id: Name
    text: Name | None = None
    """May be left out where `sha256` names a text the project holds."""
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None
    language: Name = "ar"
    meta: dict[Name, Text | None] = Field(default_factory=dict)
    label_schema: LabelSchemaPart | None = None
    layer: Name | None = None
    done: bool | list[Level] = False
    """What the annotator finished in `round`; true is every level."""
    done_at: dict[Level, Text] = Field(default_factory=dict)
    """When; a level without a time may be missing."""
    round: Count = 1
    set_aside: SetAsideReason | None = None
    zones: list[ZonePart] = Field(default_factory=list)
    document_labels: dict[Name, Text | None] = Field(default_factory=dict)
    sentences: list[Pair] = Field(default_factory=list)
    tokens: list[Pair] = Field(default_factory=list)
    entities: list[EntityPart]
    events: list[EventPart]
    relations: list[RelationPart] = Field(default_factory=list)
    notes: list[NotePart] = Field(default_factory=list)
    identities: dict[Name, IdentityPart] = Field(default_factory=dict)


def json_schema() -> str:
    """The JSON Schema of a line, as `schema/interchange.schema.json` holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Line.model_json_schema(),
        "title": "A line of the interchange file",
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
