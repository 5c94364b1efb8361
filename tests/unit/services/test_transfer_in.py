"""Importing: all of a file or nothing, the same file twice changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Event
from annotator.model.identifiers import new_id
from annotator.model.layer import Layer
from annotator.model.mention import Mention
from annotator.model.record import Record, Refusal
from annotator.model.span import Span
from annotator.protocols import ImportOptions
from annotator.services.integrity import check_integrity
from annotator.services.project import Project
from annotator.services.transfer_in import ImportChoices, import_file

FILE = Path("a.jsonl")


def record(
    text: str = "زار وليد", doc: str = "new", layer: str = "ben", kind: str = "PER"
) -> Record:
    item: Item = Mention(new_id(), Span(4, 8), kind, kb="walid")
    return Record(Document(doc, text), Layer(layer, "siyasa"), Annotations({key_of(item): item}))


class Reading:
    """An importer that reads what it was given, whatever the file."""

    name = "fixed"

    def __init__(self, *pieces: Record | Refusal) -> None:
        self._pieces = pieces

    def accepts(self, path: Path) -> bool:
        return path.suffix == ".txt"

    def read(self, _: Path, options: ImportOptions) -> Iterator[Record | Refusal]:
        assert "siyasa" in options.schemas
        return iter(self._pieces)


def test_document_layer_and_registry_come_in(project: Project) -> None:
    report = import_file(project, FILE, Reading(record()))
    assert report.added_documents == ["new"]
    assert report.added_layers == [("ben", "new")]
    assert [m.type for m in project.annotations("ben", "new").mentions] == ["PER"]
    assert project.identities("ben")["walid"].label == "وليد"
    assert check_integrity(project) == []


def test_the_same_again_changes_nothing(project: Project) -> None:
    import_file(project, FILE, Reading(record()))
    again = import_file(project, FILE, Reading(record()))
    assert (again.added_documents, again.added_layers) == ([], [])
    assert again.known_layers == [("ben", "new")]


def test_other_annotations_in_the_same_layer_are_refused(project: Project) -> None:
    import_file(project, FILE, Reading(record()))
    again = import_file(project, FILE, Reading(record(kind="ORG")))
    assert not again.imported
    assert "--as" in again.refusals[0].reasons[0]
    assert [m.type for m in project.annotations("ben", "new").mentions] == ["PER"]


def test_they_come_in_under_another_name(project: Project) -> None:
    import_file(project, FILE, Reading(record()))
    import_file(project, FILE, Reading(record(kind="ORG")), ImportChoices(layer="dana"))
    assert [m.type for m in project.annotations("dana", "new").mentions] == ["ORG"]


def test_one_refusal_keeps_the_whole_file_out(project: Project) -> None:
    report = import_file(project, FILE, Reading(record(), Refusal("a.jsonl line 2", ("bad",))))
    assert not report.imported
    assert [heading.id for heading in project.headings()] == ["d1", "d2"]
    assert [layer.name for layer in project.layers()] == ["ana"]


def test_skipping_what_is_invalid_keeps_the_rest(project: Project) -> None:
    pieces = Reading(record(), Refusal("a.jsonl line 2", ("bad",)))
    report = import_file(project, FILE, pieces, ImportChoices(skip_invalid=True))
    assert report.imported
    assert report.added_documents == ["new"]
    assert len(report.refusals) == 1


def test_another_text_under_a_known_identifier_is_refused(project: Project) -> None:
    report = import_file(project, FILE, Reading(record(doc="d1")))
    assert "another text" in report.refusals[0].reasons[0]


def test_an_equal_text_under_another_identifier_is_refused_naming_its_twin(
    project: Project,
) -> None:
    text = project.document("d1").text
    report = import_file(project, FILE, Reading(record(text=text, doc="copy")))
    assert "d1" in report.refusals[0].reasons[0]


def test_another_state_of_the_label_schema_is_reported(project: Project) -> None:
    told = replace(record(), schema_sha256=project.schema("siyasa").sha256)
    same = import_file(project, FILE, Reading(told))
    other = import_file(
        project, FILE, Reading(replace(record(doc="newer", text="وصل وليد"), schema_sha256="00"))
    )
    assert same.other_schema_layers == []
    assert other.other_schema_layers == [("ben", "newer")]


def test_one_event_more_on_a_word_is_another_annotation(project: Project) -> None:
    first, second = (Event(new_id(), Span(0, 3), "MOVE") for _ in range(2))
    once = Annotations({key_of(first): first})
    twice = Annotations({key_of(first): first, key_of(second): second})
    import_file(project, FILE, Reading(replace(record(), annotations=once)))
    report = import_file(project, FILE, Reading(replace(record(), annotations=twice)))
    assert len(report.refusals) == 1
