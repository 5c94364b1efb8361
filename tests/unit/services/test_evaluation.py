"""Evaluating: nothing tested on was learned from, groups stay whole, and the figures are right."""

import pytest

from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotations, key_of
from annotator.model.change import Item
from annotator.model.document import Document
from annotator.model.event import Argument, Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import SuggestedArgument, SuggestedEvent, SuggestedMention
from annotator.services.document_edits import MarkDone
from annotator.services.document_groups import join_documents
from annotator.services.editing import EditingSession
from annotator.services.evaluation import evaluate
from annotator.services.evaluation_counts import Bin, Counts, Scores, SourceScore
from annotator.services.finished import finished_records
from annotator.services.mention_edits import LabelSpan
from annotator.services.project import Project
from annotator.store import documents

NAME = "قرطبون"
"""No lexicon has it: only what was annotated can tell."""


@pytest.fixture
def finished(project: Project) -> Project:
    """Four finished documents that all name the same person."""
    texts = {f"f{number}": f"{NAME} {number} هنا" for number in range(4)}
    with project.writing() as connection:
        documents.add(connection, [Document(key, text) for key, text in texts.items()], at="")
    for key in texts:
        session = EditingSession(project, "ana", key)
        session.run(LabelSpan(Span(0, len(NAME)), "PER"))
        session.run(MarkDone())
    return project


def test_what_others_teach_is_found_and_what_ships_is_not_enough(finished: Project) -> None:
    found = evaluate(finished, "ana", fold_count=4)
    assert (found.document_count, found.fold_count) == (4, 4)
    assert found.by_type["mentions"]["PER"].recall == 1.0
    assert [(each.suggester, each.type, each.precision) for each in found.by_source][:1] == [
        ("memory", "PER", 1.0)
    ]
    recalls = {point.document_count: point.mentions_f1 for point in found.curve}
    assert list(recalls) == [0, 1, 2, 3]
    assert not recalls[0]
    assert recalls[1]


def test_documents_that_belong_together_are_held_out_together(finished: Project) -> None:
    join_documents(finished, ["f0", "f1", "f2", "f3"])
    with pytest.raises(AnnotatorError, match="finish them with Q"):
        evaluate(finished, "ana")


def test_only_finished_documents_teach(finished: Project) -> None:
    EditingSession(finished, "ana", "d1").run(LabelSpan(Span(4, 8), "PER"))
    records = finished_records(finished, "ana")
    assert [record.document.id for record in records] == ["f0", "f1", "f2", "f3"]


def test_a_run_tells_how_far_it_is(finished: Project) -> None:
    heard: list[tuple[int, int]] = []
    evaluate(finished, "ana", fold_count=2, report=lambda done, total: heard.append((done, total)))
    assert heard[-1] == (len(heard), len(heard))


def test_the_figures_of_one_document_by_hand() -> None:
    items: list[Item] = [
        Mention("m1", Span(0, 4), "PER"),
        Mention("m2", Span(5, 9), "GPE"),
        Event("e1", Span(10, 13), "MOVE", arguments=(Argument("Agent", "m1"),)),
    ]
    counts = Counts()
    counts.add(
        "d",
        Annotations({key_of(item): item for item in items}),
        [
            SuggestedMention(Span(0, 4), "PER", "names", 0.95),
            SuggestedMention(Span(5, 9), "LOC", "places", 0.55),
            SuggestedEvent(
                Span(10, 13), "MOVE", "triggers", 1.0,
                arguments=(
                    SuggestedArgument("Agent", Span(0, 4)),
                    SuggestedArgument("Place", Span(5, 9)),
                ),
            ),
        ],
    )  # fmt: skip
    assert counts.totals() == {
        "mentions": Scores(0.5, 0.5, 0.5, 2, 2),
        "triggers": Scores(1.0, 1.0, 1.0, 1, 1),
        "arguments": Scores(0.5, 1.0, 2 / 3, 1, 2),
    }
    assert counts.by_source() == [
        SourceScore("names", "PER", 1, 1.0),
        SourceScore("places", "LOC", 1, 0.0),
        SourceScore("triggers", "MOVE", 1, 1.0),
    ]
    bins, error = counts.calibration()
    assert bins == [Bin(0.55, 0.0, 1), Bin(0.975, 1.0, 2)]
    assert error == pytest.approx((0.55 + 0.05) / 3)


def test_without_suggestions_calibration_is_undefined() -> None:
    assert Counts().calibration() == ([], None)
