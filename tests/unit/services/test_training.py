"""Training: what is learned is stored by version, used from then on, and damage is only told."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import AnnotatorError, InvalidDataError
from annotator.model.label_schema import LabelSchema
from annotator.model.record import Record
from annotator.model.span import Span
from annotator.services import suggestion_stack
from annotator.services.document_edits import MarkDone
from annotator.services.editing import EditingSession
from annotator.services.mention_edits import LabelSpan
from annotator.services.model_file import pack, unpack
from annotator.services.project import Project
from annotator.services.suggestion_runs import RunChoices, run
from annotator.services.training import learned_suggesters, train_layer
from annotator.store import models, suggestions
from tests.unit.services.learners import WordLearner

LEARNERS = (WordLearner(),)


@pytest.fixture(autouse=True)
def _word_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestion_stack, "installed_learners", lambda: LEARNERS)


def finish(project: Project, key: str, span: Span) -> None:
    session = EditingSession(project, "ana", key)
    session.run(LabelSpan(span, "PER"))
    session.run(MarkDone())


def test_what_was_learned_is_stored_and_used(project: Project) -> None:
    finish(project, "d1", Span(22, 25))
    heard: list[str] = []
    trained = train_layer(project, "ana", LEARNERS, tell=heard.append)
    assert (trained.version, trained.document_count, trained.learners) == (1, 1, ("word",))
    assert heard == ["word"]
    finish(project, "d2", Span(24, 28))
    assert train_layer(project, "ana", LEARNERS).version == 2
    report = run(project, "ana", ["d2"], RunChoices())
    assert report.failures == {}


def test_a_learned_suggester_is_among_the_sources(project: Project) -> None:
    finish(project, "d1", Span(45, 53))
    with project.writing() as connection:
        parts = {"word": "السفير".encode()}
        models.put(connection, "ana", models.StoredModel(1, "", 1, 0.1, pack(parts)))
    run(project, "ana", ["d2"], RunChoices())
    found = suggestions.get(project.connection, "ana", "d2")
    assert any(each.suggester == "word" for each in found)


@pytest.mark.parametrize(
    ("content", "who"),
    [(b"", "model"), (b"annotator models 1\n{", "model"), (pack({"word": b""}), "word")],
)
def test_what_cannot_be_used_is_told_and_the_rest_goes_on(
    project: Project, content: bytes, who: str
) -> None:
    with project.writing() as connection:
        models.put(connection, "ana", models.StoredModel(1, "", 1, 0.1, content))
    report = run(project, "ana", ["d1"], RunChoices())
    assert list(report.failures) == [who]
    assert report.mention_count > 0


def test_a_learner_that_is_gone_is_no_failure() -> None:
    failures: dict[str, str] = {}
    assert learned_suggesters(pack({"other": b"x"}), LEARNERS, failures) == []
    assert failures == {}


def test_only_the_last_versions_are_kept(project: Project) -> None:
    finish(project, "d1", Span(4, 8))
    for _ in range(5):
        train_layer(project, "ana", LEARNERS)
    rows = project.connection.execute("select version from models order by version").fetchall()
    assert [row["version"] for row in rows] == [3, 4, 5]


def test_without_a_finished_document_there_is_nothing_to_learn(project: Project) -> None:
    with pytest.raises(AnnotatorError, match="finish one with Q"):
        train_layer(project, "ana", LEARNERS)


def test_without_a_learner_it_says_so(project: Project) -> None:
    with pytest.raises(AnnotatorError, match="no learner is installed"):
        train_layer(project, "ana", ())


class Interrupted(WordLearner):
    """Somebody presses Ctrl+C while it trains."""

    def train(self, records: Sequence[Record], schema: LabelSchema) -> bytes:
        del records, schema
        raise KeyboardInterrupt


def test_an_interruption_leaves_the_version_before(project: Project) -> None:
    finish(project, "d1", Span(4, 8))
    train_layer(project, "ana", LEARNERS)
    with pytest.raises(KeyboardInterrupt):
        train_layer(project, "ana", [Interrupted()])
    latest = models.latest(project.connection, "ana")
    assert latest is not None
    assert latest.version == 1


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=50), max_size=4))
def test_packing_loses_nothing(parts: dict[str, bytes]) -> None:
    assert unpack(pack(parts)) == parts


@given(st.integers(0, 200), st.integers(0, 255))
def test_a_changed_byte_is_noticed_or_changes_nothing(place: int, byte: int) -> None:
    parts = {"a": b"some data", "b": b"more of it"}
    content = bytearray(pack(parts))
    content[place % len(content)] = byte
    try:
        found = unpack(bytes(content))
    except InvalidDataError:
        return
    assert sorted(found.values()) == sorted(parts.values())
