"""A label schema that has every kind of part, and what the parser says once a piece is changed."""

import pytest

from annotator.model.label_schema import LabelSchema
from annotator.model.schema_parsing import parse_schema
from annotator.model.schema_problems import SchemaError

COMPLETE = """\
name: news
version: 3
language: ar
boundary: {proclitics_outside: [و, ف], edge_punctuation: inside}
nesting: {max_depth: 2, same_span: allowed}
groups:
  actor: [PER, ORG]
entities:
  PER: {key: p, ar: شخص, en: person, color: "#4FC1FF", def: "One person.", map: {other: PERS}}
  ORG: {key: o, ar: منظمة, en: organisation, color: "#c792ea", attributes: {level: NOM}}
  GPE: {key: ga, ar: مكان, en: place, color: "#ce9178"}
  DATE: {key: gd, ar: زمن, en: date, color: "#98c379"}
entity_attributes:
  level: {kind: choice, values: [NAM, NOM], default: NAM, key: "'"}
  metonym: {kind: flag, default: false, key: "*", only: [GPE]}
roles:
  Agent: {key: a, ar: الفاعل, en: agent}
  Target: {key: x, ar: الهدف, en: target}
  Place: {key: l, ar: المكان, en: place}
common_roles:
  Place: {types: [GPE]}
events:
  ATTACK: {key: k, ar: هجوم, en: attack, group: صراع, trigger: "One act.",
    roles: {Target: {types: [actor, GPE], card: "1..2"}, Agent: {types: [event, PER], card: 0..1}},
    expected: [Agent, Place], codes: {cameo: "18|19"}}
  MOVE: {key: m, ar: زيارة, en: visit, roles: {Place: {types: [GPE, DATE], card: 0..1}}}
event_attributes:
  modality: {kind: choice, values: [asserted, future], default: asserted, key: "?"}
  negated: {kind: flag, default: "false", key: "-"}
  tense: {kind: choice, values: [past, coming], default: past, key: /,
    follows: {modality: {future: coming}, negated: {"true": coming}}}
relations:
  PER-SOC: {key: s, ar: قرابة, en: kinship, source: [PER], target: [actor]}
document_labels:
  topic: {ar: الموضوع, en: topic, values: [war, trade], default: war}
  remark: {}
"""


def parsed(text: str = COMPLETE) -> LabelSchema:
    """The label schema of a text."""
    return parse_schema(text.encode(), source="x.yaml")


def problems_after(old: str, new: str) -> list[str]:
    """Every problem of the complete schema once `old` stands there as `new`, file name left out."""
    assert COMPLETE.count(old) == 1, "the change must hit one place"
    with pytest.raises(SchemaError) as raised:
        parsed(COMPLETE.replace(old, new))
    return [f"line {problem.line}: {problem.message}" for problem in raised.value.problems]
