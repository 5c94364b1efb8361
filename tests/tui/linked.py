"""A project whose label schema has relations, labels of documents and flat nesting."""

from pathlib import Path

from annotator.model.document import Document
from annotator.services.project import Project, utc_now
from annotator.store import documents
from tests.tui.conftest import LAYER, NEWS, SECOND, THIRD

SCHEMA = """
name: linked
version: 1
language: ar
nesting: {max_depth: 2, same_span: forbidden}
entities:
  PER: {key: p, ar: "شخص", en: "person", color: "#4fc1ff", def: "One person, by name."}
  ORG: {key: o, ar: "منظمة", en: "organisation", color: "#c792ea"}
  GPE: {key: g, ar: "بلد", en: "country", color: "#ce9178"}
roles:
  Agent: {key: a, ar: "الفاعل", en: agent}
events:
  MEET: {key: m, ar: "لقاء", en: "meeting", trigger: "Two sides talk.",
    roles: {Agent: {types: [PER, event], card: "0..1"}}, expected: [Agent]}
relations:
  works_for: {key: w, ar: "يعمل في", en: "works for", source: [PER], target: [ORG]}
  leads: {key: l, ar: "يقود", en: "leads", source: [PER], target: [ORG]}
  located: {key: i, ar: "يقع في", en: "located in", source: [PER, ORG], target: [GPE]}
document_labels:
  topic: {ar: "موضوع", en: "topic", values: [war, economy]}
  remark: {ar: "ملاحظة", en: "remark"}
"""


def make_linked_project(folder: Path) -> Path:
    """The three documents of the other project under this label schema."""
    schema, path = folder / "linked.yaml", folder / "linked.db"
    schema.write_text(SCHEMA, encoding="utf-8")
    texts = {"first": NEWS, "second": SECOND, "third": THIRD}
    with Project.create(path, schema=str(schema)) as project:
        project.open_layer(LAYER)
        with project.writing() as connection:
            documents.add(
                connection, [Document(key, text) for key, text in texts.items()], at=utc_now()
            )
    return path
