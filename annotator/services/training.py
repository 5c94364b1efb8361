"""Train learners on a layer's finished documents, keep what they learned, and use it."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotator.errors import AnnotatorError, InvalidDataError
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.protocols import Learner, Suggester
from annotator.services.finished import finished_records
from annotator.services.model_file import pack, unpack
from annotator.services.project import Project, utc_now
from annotator.store import models


@dataclass(frozen=True, slots=True)
class Trained:
    """A version that was stored."""

    version: int
    document_count: int
    byte_count: int
    seconds: float
    learners: tuple[str, ...]


Tell = Callable[[str], None]
"""Hears the name of the learner that begins."""


def train_layer(
    project: Project, layer: str, learners: Sequence[Learner], *, tell: Tell | None = None
) -> Trained:
    """Learn from all finished documents and store it as the next version.

    Until the end nothing is written: whatever ends it, Ctrl+C too, the version before stays.

    Raises:
        AnnotatorError: no learner is installed, or no document is finished.
        TryAgainError: it could not be stored.
    """
    if not learners:
        raise AnnotatorError("no learner is installed; memory learns from every decision anyway")
    records = finished_records(project, layer)
    if not records:
        message = f"{layer} has no finished document to learn from; finish one with Q"
        raise AnnotatorError(message)
    started = time.monotonic()
    content = pack(learn(records, project.schema_of(layer), learners, tell=tell))
    seconds = round(time.monotonic() - started, 3)
    with project.writing() as connection:
        before = models.latest(connection, layer)
        version = before.version + 1 if before else 1
        kept = models.StoredModel(version, utc_now(), len(records), seconds, content)
        models.put(connection, layer, kept)
    names = tuple(learner.name for learner in learners)
    return Trained(version, len(records), len(content), seconds, names)


def learn(
    records: Sequence[Record],
    schema: LabelSchema,
    learners: Sequence[Learner],
    *,
    tell: Tell | None = None,
) -> dict[str, bytes]:
    """What each learner learns from the records, by its name."""
    parts = {}
    for learner in learners:
        if tell is not None:
            tell(learner.name)
        parts[learner.name] = learner.train(records, schema)
    return parts


def learned_suggesters(
    content: bytes, learners: Sequence[Learner], failures: dict[str, str]
) -> list[Suggester]:
    """The suggesters of what was stored; a part that cannot be used is named in `failures`."""
    try:
        parts: Mapping[str, bytes] = unpack(content)
    except InvalidDataError as error:
        failures["model"] = str(error)
        return []
    found: list[Suggester] = []
    for learner in learners:
        if learner.name in parts:
            try:
                found += learner.load(parts[learner.name])
            except InvalidDataError as error:
                failures[learner.name] = str(error)
    return found
