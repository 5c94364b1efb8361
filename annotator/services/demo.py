"""The demo project: five real articles, two illustrated layers, and a fresh one for the visitor."""

import json
from collections.abc import Mapping
from pathlib import Path

from annotator.errors import NotFoundError
from annotator.formats.jsonl import JsonlImporter
from annotator.model.document import Document
from annotator.resources import seeds_folder
from annotator.services.intake import with_found_metadata
from annotator.services.project import Project, utc_now
from annotator.services.transfer_in import import_file
from annotator.store import documents

ILLUSTRATION = "model-written illustration of an annotating habit, not human work"
LAYERS = ("annotator-a", "annotator-b")


def make_demo(path: Path, *, annotator: str) -> None:
    """Make the demo project at `path`, in the place of any that is there.

    It is built beside its place and moved there, so that a half-made one is never found.

    Raises:
        AnnotatorError: it cannot be written there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    _remove(unfinished)
    with Project.create(unfinished) as project:
        _fill(project)
        project.open_layer(annotator)
        project.connection.execute("pragma wal_checkpoint(truncate)")
    _remove(path)
    unfinished.replace(path)


def seed_documents() -> list[Document]:
    """The seed articles with what is known about them."""
    directory = seeds_folder()
    metadata: Mapping[str, Mapping[str, str]] = json.loads(
        (directory / "metadata.json").read_text(encoding="utf-8")
    )
    texts = ((path.stem, path.read_bytes()) for path in sorted(directory.glob("*.txt")))
    return [
        with_found_metadata(Document(name, text.decode("utf-8"), meta=metadata.get(name, {})))
        for name, text in texts
    ]


def _fill(project: Project) -> None:
    with project.writing() as connection:
        documents.add(connection, seed_documents(), at=utc_now())
    for layer in LAYERS:
        project.open_layer(layer, note=ILLUSTRATION)
        path = seeds_folder() / "annotations" / f"{layer}.jsonl"
        report = import_file(project, path, JsonlImporter())
        if report.refusals:
            message = f"the demo's own file {path} is damaged: {report.refusals[0].reasons[0]}"
            raise NotFoundError(message)


def _remove(path: Path) -> None:
    for each in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        each.unlink(missing_ok=True)
