"""A record: one document with the annotations of one layer, as formats read and write it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.model.annotations import Annotations
from annotator.model.document import Document
from annotator.model.entity import Identity
from annotator.model.layer import Layer


@dataclass(frozen=True)
class Record:
    """What one line of the interchange file holds; offsets point into `document.text`."""

    document: Document
    layer: Layer
    annotations: Annotations = field(default_factory=Annotations)
    identities: Mapping[str, Identity] = field(default_factory=dict)
    """The entries of the layer's registry that the record's mentions name, by slug."""
    round: int = 1
    schema_sha256: str | None = None
    """Check sum of the label schema it was annotated under, where the source says it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A piece of a file that cannot be imported, and every reason why."""

    where: str
    """The file and the line or record, as a person would look it up."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """Something an export could not carry over: what kind of loss, in which document, what."""

    kind: str
    document_id: str
    detail: str
