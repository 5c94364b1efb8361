"""A line becomes a record, or everything wrong with it is said."""

from typing import Any

import pytest

from annotator.formats.interchange_reading import read_line
from annotator.model.event import Argument
from annotator.model.mention import Provenance
from annotator.model.record import Record
from annotator.model.remark import DocumentLabel, Done, SetAside
from annotator.model.span import Span
from annotator.protocols import ImportOptions
from tests.unit.formats.lines import OPTIONS, SHA256, TEXT, line, reasons, record


def mention(start: int, end: int, kind: str = "PER", name: str = "T1") -> dict[str, Any]:
    return {"id": name, "start": start, "end": end, "type": kind}


def test_the_four_keys_that_are_needed_are_enough() -> None:
    found = record(line())
    assert found.document.text == TEXT
    assert found.document.language == "ar"
    assert (found.layer.name, found.layer.schema_name, found.round) == ("ana", "golden", 1)
    assert found.annotations.done == []


def test_identifiers_are_our_own_and_sort_in_the_order_of_the_file() -> None:
    found = record(line(entities=[mention(4, 8, name="b"), mention(4, 8, "ORG", "a")], events=[]))
    first, second = found.annotations.mentions
    assert [first.type, second.type] == ["PER", "ORG"]
    assert len(first.id) == len(second.id) == 26
    assert first.id < second.id


def test_arguments_point_at_mentions_and_events_by_their_new_identifiers() -> None:
    states = line()["events"]
    states[0]["arguments"].append({"role": "Theme", "target": "E2"})
    states.append({"id": "E2", "type": "MEET", "trigger": {"start": 29, "end": 35}})
    found = record(line(events=states)).annotations
    walid, _ = found.mentions
    said, meeting = found.events
    assert said.arguments == (Argument("Agent", walid.id), Argument("Theme", meeting.id))


def test_an_attribute_in_the_file_counts_as_set_and_an_absent_one_does_not() -> None:
    marked = mention(4, 8) | {"attributes": {"metonym": False}}
    found = record(line(entities=[marked], events=[]))
    assert [m.attributes for m in found.annotations.mentions] == [{"metonym": False}]


def test_annotations_without_a_status_count_as_imported_and_others_keep_theirs() -> None:
    taken = mention(9, 14, "GPE", "T2") | {
        "provenance": {"status": "accepted", "suggester": "names", "score": 1}
    }
    first, second = record(line(entities=[mention(4, 8), taken])).annotations.mentions
    assert first.provenance == Provenance("imported")
    assert second.provenance == Provenance("accepted", "names", 1.0)


@pytest.mark.parametrize(
    ("done", "levels"),
    [
        (True, ["entities", "identity", "events"]),
        (["events", "entities"], ["entities", "events"]),
        (False, []),
        ([], []),
    ],
)
def test_done_names_levels_or_means_all_or_nothing(done: object, levels: list[str]) -> None:
    found = record(line(done=done, round=2)).annotations.done
    assert [mark.level for mark in found] == levels
    assert {mark.round for mark in found} <= {2}


def test_everything_else_a_layer_says_comes_along() -> None:
    found = record(
        line(
            done=["entities"],
            done_at={"entities": "2025-01-01T00:00:00Z"},
            set_aside="not news",
            document_labels={"topic": "trade", "other": None},
            relations=[{"id": "R1", "type": "employment", "source": "T1", "target": "T2"}],
            notes=[{"on": "E1", "text": "?"}, {"text": "whole", "resolved": True}],
            zones=[{"start": 0, "end": 3, "kind": "byline"}],
            identities={"walid": {"label": "وليد"}},
            meta={"title": "زيارة", "url": None},
        )
    )
    said = found.annotations
    assert said.done == [Done("entities", 1, "2025-01-01T00:00:00Z")]
    assert said.set_aside == SetAside("not news")
    assert said.document_labels == [DocumentLabel("topic", "trade")]
    [employment] = said.relations
    assert [employment.source, employment.target] == [m.id for m in said.mentions]
    assert [(note.on, note.text) for note in said.notes] == [
        (said.events[0].id, "?"),
        ("", "whole"),
    ]
    assert [zone.span for zone in found.document.zones] == [Span(0, 3)]
    assert found.identities["walid"].label == "وليد"
    assert found.document.meta == {"title": "زيارة"}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"entities": [mention(4, 400)]}, f"T1: 4-400 lies outside the text of {len(TEXT)}"),
        ({"entities": [mention(8, 8)]}, "T1: 8-8 is empty"),
        ({"entities": [mention(4, 8) | {"text": "بيروت"}]}, "T1: 4-8 is 'وليد' in the text"),
        ({"entities": [mention(4, 8, "PLANET")]}, "T1: label schema golden has no entity type"),
        ({"entities": [mention(0, 8), mention(4, 14, name="T2")]}, "T1, T2: PER «زار وليد» (0-8)"),
        ({"entities": [mention(0, 3), mention(4, 8)]}, "T1: two entities or events have this"),
        ({"sha256": "0" * 64}, "`sha256` is not the check sum of `text`"),
        ({"text": None}, "`text` is missing, and `sha256` names no text"),
        ({"text": None, "sha256": SHA256}, "`text` is missing, and `sha256` names no text"),
        ({"text": ""}, "`text` should have at least 1 character"),
        ({"doc_id": "a\0b"}, "`doc_id` holds NUL"),
        ({"layer": None}, "`layer` is missing; say whose annotations they are with --as"),
        ({"layer": "all"}, "`layer` is all"),
        ({"label_schema": {"name": "xyz"}}, "label schema 'xyz' is not known here; known: golden"),
        ({"schema_version": "2.0"}, "`schema_version` is 2.0, this annotator reads 1.0; update it"),
        ({"zones": [{"start": 3, "end": 900, "kind": "x"}]}, "zone 1: 3-900 lies outside"),
        ({"notes": [{"on": "T9", "text": "?"}]}, "a note points at T9, which the line does not"),
        ({"done_at": {"events": "2025"}}, "`done_at` names events, which is not in `done`"),
        ({"done": ["all"]}, "`done[0]` should be 'entities', 'identity' or 'events'"),
        ({"document_labels": {"x": 5}}, "`document_labels.x` should be a valid string"),
        ({"done_at": {"x": "2025"}}, "`done_at.x` should be 'entities', 'identity' or"),
        (
            {"entities": [mention(4, 8) | {"attributes": {"level": 5}}]},
            "`entities[0].attributes.level` should be a valid string",
        ),
        ({"colour": 1}, "`colour` is not a key of the interchange file"),
        ({"entities": [mention(4, 8) | {"x": 1}]}, "`entities[0].x` is not a key"),
        ({"entities": [{"id": "T1", "start": 4, "end": 8}]}, "`entities[0].type` is missing"),
        ({"entities": [mention(4, 8) | {"start": "4"}]}, "`entities[0].start` should be a valid"),
        ({"round": 10**30}, "`round` should be less than or equal to"),
    ],
)
def test_what_is_wrong_is_said(changed: dict[str, Any], reason: str) -> None:
    found = reasons(line(**{"events": [], **changed}))
    assert any(each.startswith(reason) for each in found), found


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ({"type": "MELT"}, "E1: label schema golden has no event type MELT"),
        ({"trigger": {"start": 17, "end": 20, "text": "x"}}, "E1: 17-20 is 'قال' in the text"),
        ({"arguments": [{"role": "Boss", "target": "T1"}]}, "E1: label schema golden has no role"),
        ({"arguments": [{"role": "Agent", "target": "T7"}]}, "E1: Agent points at T7, which the"),
    ],
)
def test_what_is_wrong_with_an_event_is_said(event: dict[str, Any], reason: str) -> None:
    [found] = reasons(line(events=[line()["events"][0] | event]))
    assert found.startswith(reason)


@pytest.mark.parametrize(
    ("relation", "reason"),
    [
        ({"type": "love"}, "R1: label schema golden has no relation love"),
        ({"source": "T8"}, "R1: source points at T8, which the line does not have"),
        ({"target": "E1"}, "R1, E1: a relation employment links two mentions, not this"),
    ],
)
def test_what_is_wrong_with_a_relation_is_said(relation: dict[str, Any], reason: str) -> None:
    right = {"id": "R1", "type": "employment", "source": "T1", "target": "T2"}
    assert reasons(line(relations=[right | relation])) == (reason,)


def test_every_reason_of_a_line_is_said_and_no_one_twice() -> None:
    wrong = [mention(4, 400), mention(9, 14, "X", "T2"), mention(15, 16, "X", "T3")]
    found = reasons(line(entities=wrong, sha256="0" * 64))
    assert len(found) == 3
    assert found[-1] == "T2, T3: label schema golden has no entity type X"


def test_offsets_that_count_utf16_units_are_recognised() -> None:
    text = "\U0001f4f0 زار وليد"
    entity = {"id": "T1", "start": 7, "end": 11, "text": "وليد", "type": "PER"}
    [found] = reasons(line(text=text, entities=[entity], events=[]))
    assert found.endswith("it counts UTF-16 units, this format counts code points")
    shifted = entity | {"start": 6, "end": 10}
    assert record(line(text=text, entities=[shifted], events=[])).annotations.mentions


def test_the_text_may_be_one_that_the_project_holds() -> None:
    options = ImportOptions(
        schemas=OPTIONS.schemas, schema_name="golden", stored_text={SHA256: TEXT}.get
    )
    without_text = line(sha256=SHA256)
    del without_text["text"]
    assert record(without_text, options).document.text == TEXT


def test_a_text_longer_than_the_limit_is_refused() -> None:
    options = ImportOptions(schemas=OPTIONS.schemas, schema_name="golden", max_characters=10)
    assert reasons(line(), options) == (
        f"`text` has {len(TEXT)} characters, the limit is 10; split the document",
    )


def test_a_document_without_annotations_needs_no_layer_and_no_label_schema() -> None:
    bare = {"doc_id": "d1", "text": TEXT, "entities": [], "events": []}
    assert record(bare, ImportOptions()).layer.name == ""


def test_a_layer_may_be_named_from_outside() -> None:
    options = ImportOptions(schemas=OPTIONS.schemas, schema_name="golden", layer="dana")
    assert record(line(layer=None), options).layer.name == "dana"
    assert record(line(), options).layer.name == "ana"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"doc_id": ', "not JSON: EOF while parsing a value at byte 11"),
        (b"[1]", "the line should be an object"),
        (b'{"doc_id": "\xcf\xe6"}', "not UTF-8 at byte 13; the interchange file is always UTF-8"),
        (b'{"doc_id": "\\ud800"}', "not JSON: "),
    ],
)
def test_what_is_no_json_is_refused(raw: bytes, reason: str) -> None:
    found = read_line(raw, OPTIONS)
    assert not isinstance(found, Record)
    assert found[0].startswith(reason)
