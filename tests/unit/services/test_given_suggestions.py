"""Suggestions from files: a source among the others, and a file whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import InvalidDataError
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.services.editing import EditingSession
from annotator.services.given_suggestions import take_suggestions
from annotator.services.project import Project
from annotator.services.suggestion_edits import RejectSuggestion
from annotator.services.suggestion_runs import suggest_for
from annotator.store import suggestions
from tests.unit.services.conftest import TEXT

ENTITY = {"id": "T1", "start": 26, "end": 31, "text": "السبت", "type": "ORG",
          "provenance": {"suggester": "other", "score": 0.99}}  # fmt: skip
EVENT = {"id": "E1", "type": "MOVE", "trigger": {"start": 0, "end": 3, "text": "زار"},
         "arguments": [{"role": "Agent", "target": "T1"}]}  # fmt: skip


def written(path: Path, *lines: dict[str, Any]) -> Path:
    whole = [{"doc_id": "d1", "text": TEXT, "entities": [], "events": [], **line} for line in lines]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in whole)
    path.write_text(text, encoding="utf-8")
    return path


def test_names_and_scores_come_from_the_file(project: Project, tmp_path: Path) -> None:
    path = written(tmp_path / "model-a.jsonl", {"entities": [ENTITY], "events": [EVENT]})
    report = take_suggestions(project, "ana", path)
    assert (report.document_ids, report.suggestion_count) == (["d1"], 2)
    assert report.sources == ["model-a", "other"]
    argument = SuggestedArgument("Agent", Span(26, 31), 0.7)
    assert suggestions.of_sources(project.connection, "ana", "d1") == {
        "model-a": (
            SuggestedEvent(
                Span(0, 3), "MOVE", "model-a", 0.7, "proposed by model-a", arguments=(argument,)
            ),
        ),
        "other": (SuggestedMention(Span(26, 31), "ORG", "other", 0.99, "proposed by other"),),
    }


def test_what_a_file_proposes_is_shown_only_through_the_resolver(
    project: Project, tmp_path: Path
) -> None:
    start = TEXT.index("الاجتماع")
    place = {"start": start, "end": start + 8, "text": "الاجتماع"}
    path = written(tmp_path / "a.jsonl", {"entities": [{**ENTITY, **place}]})
    take_suggestions(project, "ana", path)
    assert suggestions.get(project.connection, "ana", "d1") == ()
    assert suggestions.documents_with(project.connection, "ana") == set()
    suggest_for(project, "ana", ["d1"])
    session = EditingSession(project, "ana", "d1")
    [taken] = [s for s in session.open_suggestions if s.suggester == "other"]
    session.run(RejectSuggestion(taken.id))
    suggest_for(project, "ana", ["d1"])
    session.reload()
    assert not any(s.suggester == "other" for s in session.open_suggestions)


def test_a_second_file_replaces_what_the_source_said_of_the_document(
    project: Project, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.jsonl", {"entities": [ENTITY]})
    take_suggestions(project, "ana", path)
    take_suggestions(project, "ana", written(path, {"entities": [{**ENTITY, "type": "GPE"}]}))
    [(_, (kept,))] = suggestions.of_sources(project.connection, "ana", "d1").items()
    assert kept.type == "GPE"


def test_the_text_says_which_document_is_meant(project: Project, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", {"doc_id": "other-id", "entities": [ENTITY]})
    assert take_suggestions(project, "ana", path).document_ids == ["d1"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"entities": [{**ENTITY, "end": 30}]}, "is 'السب' in the text"),
        ({"entities": [{**ENTITY, "type": "HERO"}]}, "HERO"),
        ({"text": "نص آخر"}, "another text"),
        ({"doc_id": "d9", "text": "نص آخر"}, "no such document"),
    ],
)
def test_a_refusal_keeps_the_file_out_unless_it_is_skipped(
    project: Project, tmp_path: Path, line: dict[str, Any], reason: str
) -> None:
    path = written(tmp_path / "a.jsonl", {"entities": [ENTITY]}, {"layer": "second", **line})
    report = take_suggestions(project, "ana", path)
    assert (report.document_ids, report.suggestion_count) == ([], 0)
    [refusal] = report.refusals
    assert reason in refusal.reasons[0]
    assert suggestions.of_sources(project.connection, "ana", "d1") == {}
    report = take_suggestions(project, "ana", path, skip_invalid=True)
    assert (report.document_ids, len(report.refusals)) == (["d1"], 1)


def test_a_missing_file_is_named(project: Project, tmp_path: Path) -> None:
    with pytest.raises(InvalidDataError, match="is no file"):
        take_suggestions(project, "ana", tmp_path / "none.jsonl")


def test_the_annotator_is_given_no_layer_by_the_names_in_the_file(
    project: Project, tmp_path: Path
) -> None:
    take_suggestions(project, "ana", written(tmp_path / "a.jsonl", {"layer": "ben"}))
    assert [layer.name for layer in project.layers()] == ["ana"]
