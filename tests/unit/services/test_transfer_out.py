"""Exporting a layer: what goes out, where it lies, and what is said of it."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.errors import NotFoundError, UsageError
from annotator.formats.conll import ConllExporter
from annotator.formats.jsonl import JsonlExporter, JsonlImporter
from annotator.model.span import Span
from annotator.protocols import ExportOptions
from annotator.resources import seeds_folder
from annotator.services.document_edits import MarkDone
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan, SetIdentity
from annotator.services.project import Project
from annotator.services.transfer_in import import_file
from annotator.services.transfer_out import Destination, export_layer, records_of


@pytest.fixture
def annotated(session: EditingSession) -> Project:
    """The project with two mentions, one of them inside a word, in one of its two documents."""
    session.run(LabelSpan(Span(4, 8), "PER"))
    session.run(LabelSpan(Span(16, 21), "GPE"))
    walid, _ = session.annotations.mentions
    session.run(SetIdentity(walid.id, "nobody"))
    session.run(SetIdentity(walid.id, "walid"))
    session.run(MarkDone(("entities",), round=2))
    return session.project


def test_a_layer_goes_to_a_file_of_its_name_in_a_folder_of_the_format(
    annotated: Project, tmp_path: Path
) -> None:
    report = export_layer(annotated, "ana", JsonlExporter(), Destination(tmp_path))
    assert report.file.path == tmp_path / "jsonl" / "ana.jsonl"
    content = report.file.path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == report.file.sha256
    [line] = content.decode().removesuffix("\n").split("\n")
    assert json.loads(line)["doc_id"] == "d1"


def test_documents_that_a_layer_says_nothing_about_are_left_out(annotated: Project) -> None:
    [record] = records_of(annotated, "ana")
    assert record.document.id == "d1"
    assert record.round == 2
    assert list(record.identities) == ["walid"]


def test_losses_lie_beside_the_file_with_what_it_was_made_of(
    annotated: Project, tmp_path: Path
) -> None:
    options = ExportOptions(subtoken="drop", label_map={"PER": "PERS"})
    report = export_layer(annotated, "ana", ConllExporter(), Destination(tmp_path), options)
    summary = json.loads((tmp_path / "conll" / "ana.conll.losses.json").read_bytes())
    assert report.losses_path.name == "ana.conll.losses.json"
    assert report.loss_counts == summary["loss_counts"] == {"dropped": 1}
    assert summary["losses"] == [
        {"kind": "dropped", "document_id": "d1", "detail": "GPE 'بيروت' at 16-21"}
    ]
    assert summary["documents"] == ["d1"]
    assert summary["options"]["label_map"] == {"PER": "PERS"}
    assert (summary["sha256"], summary["bytes"]) == (report.file.sha256, report.file.byte_count)


def test_the_same_export_gives_the_same_bytes(annotated: Project, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export_layer(annotated, "ana", JsonlExporter(), Destination(tmp_path / name))
    for name in ("ana.jsonl", "ana.jsonl.losses.json"):
        one, two = (tmp_path / each / "jsonl" / name for each in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_a_new_project_that_imports_an_export_exports_the_same_bytes(
    annotated: Project, tmp_path: Path
) -> None:
    first = export_layer(annotated, "ana", JsonlExporter(), Destination(tmp_path / "one"))
    [again] = through_a_new_project(tmp_path / "two", [first.file.path])
    assert again == first.file.sha256


def test_the_demo_layers_come_out_of_a_second_project_as_out_of_the_first(tmp_path: Path) -> None:
    shipped = [seeds_folder() / "annotations" / f"annotator-{name}.jsonl" for name in "ab"]
    first = through_a_new_project(tmp_path / "one", shipped)
    exported = [tmp_path / "one" / "jsonl" / path.name for path in shipped]
    assert through_a_new_project(tmp_path / "two", exported) == first


def through_a_new_project(folder: Path, files: Sequence[Path]) -> list[str]:
    """Check sums of what a new project exports after it imported `files`, of one layer each."""
    folder.mkdir()
    with Project.create(folder / "p.db") as project:
        for path in files:
            assert import_file(project, path, JsonlImporter()).refusals == []
        return [
            export_layer(project, path.stem, JsonlExporter(), Destination(folder)).file.sha256
            for path in files
        ]


@pytest.mark.parametrize("name", ["ana.jsonl", "ana.jsonl.losses.json"])
def test_what_is_there_is_replaced_only_by_force(
    annotated: Project, tmp_path: Path, name: str
) -> None:
    export_layer(annotated, "ana", JsonlExporter(), Destination(tmp_path))
    kept = tmp_path / "jsonl" / name
    for path in (tmp_path / "jsonl").iterdir():
        if path != kept:
            path.unlink()
    kept.write_text("mine")
    with pytest.raises(UsageError, match="exists; replace it with --force"):
        export_layer(annotated, "ana", JsonlExporter(), Destination(tmp_path))
    assert kept.read_text() == "mine"
    assert list((tmp_path / "jsonl").iterdir()) == [kept]
    export_layer(annotated, "ana", JsonlExporter(), Destination(tmp_path, force=True))
    assert kept.read_text() != "mine"


def test_a_layer_that_is_not_there_leaves_no_file(project: Project, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no layer 'ben'"):
        export_layer(project, "ben", JsonlExporter(), Destination(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_the_name_of_a_layer_cannot_lead_out_of_the_folder(
    project: Project, tmp_path: Path
) -> None:
    project.open_layer("../ليلى")
    report = export_layer(project, "../ليلى", JsonlExporter(), Destination(tmp_path))
    assert report.file.path == tmp_path / "jsonl" / "%2E.%2Fليلى.jsonl"
