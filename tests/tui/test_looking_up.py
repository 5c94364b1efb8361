"""Looking up: the concordance and what is done to its hits, guidelines, texts side by side."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from annotator.model.document import Document
from annotator.services.document_groups import join_documents
from annotator.services.project import Project, utc_now
from annotator.services.search_edits import BulkOutcome, BulkStoppedError, BulkWatch
from annotator.store import documents
from annotator.tui.app import AnnotatorApp
from annotator.tui.modals import concordance
from annotator.tui.modals.concordance import ConcordanceModal
from annotator.tui.modals.versions import VersionsModal
from annotator.tui.screens.comparing import ComparingScreen
from annotator.tui.widgets.article import Article
from annotator.tui.widgets.row_list import RowList
from annotator.tui.widgets.split_line import SplitLine
from tests.tui.conftest import LAYER, NEWS, Clock, Stage


@pytest.fixture
async def stage(open_app: Callable[[], AnnotatorApp], clock: Clock) -> AsyncIterator[Stage]:
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        yield stage


async def found(stage: Stage) -> list[str]:
    """The rows of the concordance, once what goes on in the background has ended."""
    await stage.pilot.pause()
    while not all(worker.is_finished for worker in stage.app.workers):
        await stage.app.workers.wait_for_complete()
        await stage.pilot.pause()
    text = stage.app.screen.query_one("#modal-rows", RowList).text
    return text.splitlines()


def hint(stage: Stage) -> str:
    """What the modal says at its foot."""
    return stage.app.screen.query_one("#modal-hint", SplitLine).text


async def search(stage: Stage, typed: str) -> list[str]:
    """Open the concordance and look for something else than the words one came with."""
    await stage.press("ctrl+k", "ctrl+u", *typed)
    return await found(stage)


async def test_one_key_lists_every_place_of_the_active_words_in_all_documents(
    stage: Stage,
) -> None:
    stage.go_to("أوسلو")
    await stage.press("ctrl+k")
    rows = await found(stage)
    assert [row.split()[1] for row in rows] == ["first", "second"]
    modal = stage.app.screen
    assert isinstance(modal, ConcordanceModal)
    assert [hit.text for hit in modal.hits] == ["أوسلو", "أوسلو"]


async def test_enter_twice_goes_to_a_place_in_another_document(stage: Stage) -> None:
    await search(stage, "وزير")
    await stage.press("enter", "enter")
    assert stage.desk.session.document.id == "second"
    assert stage.desk.text[stage.desk.cursor :].startswith("وزير")


async def test_a_letter_labels_every_chosen_hit_and_one_undo_takes_all_back(stage: Stage) -> None:
    await search(stage, "أوسلو")
    await stage.press("enter", "*", "g")
    await found(stage)
    assert "2 marked GPE" in hint(stage)
    await stage.press("escape", "escape")
    other = stage.desk.session.project.annotations(LAYER, "second")
    assert stage.mentions == [("أوسلو", "GPE")]
    assert len(other.mentions) == 1
    stage.assert_sound()
    await stage.press("z")
    other = stage.desk.session.project.annotations(LAYER, "second")
    assert (stage.mentions, other.mentions) == ([], [])


async def test_when_all_are_chosen_those_that_are_not_shown_are_marked_as_well(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(concordance, "MOST", 1)
    assert len(await search(stage, "أوسلو")) == 1
    assert "1 and more found" in hint(stage)
    await stage.press("enter", "*", "g")
    await found(stage)
    assert "2 marked GPE" in hint(stage)


async def test_esc_stops_an_action_on_very_many_and_nothing_of_it_is_written(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object, watch: BulkWatch) -> BulkOutcome:
        watch.tell(7, 9)
        while not watch.is_stopped():
            pass
        raise BulkStoppedError("stopped")

    monkeypatch.setattr(concordance, "act_in_project", endless)
    await search(stage, "أوسلو")
    await stage.press("enter", "*", "g")
    while "7 of 9" not in hint(stage):
        await stage.pilot.pause()
    await stage.press("p")
    assert "7 of 9" in hint(stage), "one thing at a time"
    await stage.press("escape")
    await found(stage)
    assert "stopped" in hint(stage)
    await stage.press("escape", "escape")
    assert stage.mentions == []


async def test_without_a_choice_only_the_hit_that_stands_out_is_acted_on(stage: Stage) -> None:
    await search(stage, "أوسلو")
    await stage.press("enter", "down", "g")
    await found(stage)
    await stage.press("escape", "escape")
    assert stage.mentions == []
    assert len(stage.desk.session.project.annotations(LAYER, "second").mentions) == 1


async def test_space_chooses_and_backspace_rejects_what_is_suggested(stage: Stage) -> None:
    rows = await search(stage, "status:suggested type:per")
    assert len(rows) == 2
    await stage.press("enter", "space")
    assert "1 of 2 chosen" in hint(stage)
    await stage.press("backspace")
    await found(stage)
    await stage.press("escape", "escape")
    decisions = stage.desk.session.annotations.decisions
    assert [decision.verdict for decision in decisions] == ["rejected"]


async def test_an_exclamation_mark_flags_marked_hits(stage: Stage) -> None:
    await stage.press(".")
    await search(stage, "type:per")
    await stage.press("enter", "*", "!", "escape", "escape")
    assert [m.uncertain for m in stage.desk.session.annotations.mentions[:2]] == [True, True]


async def test_what_the_label_schema_forbids_is_told_and_the_others_are_marked(
    stage: Stage,
) -> None:
    await stage.press("space")
    await search(stage, "نجار")
    await stage.press("enter", "*", "p")
    await found(stage)
    assert "2 marked PER" in hint(stage)


async def test_proclitics_regular_expressions_and_mistakes(stage: Stage) -> None:
    assert len(await search(stage, "قال")) == 1, "found behind its conjunction"
    await stage.press("escape")
    assert await search(stage, "=قال") == []
    await stage.press("escape")
    assert len(await search(stage, "/يوم ال.*د/")) == 1
    await stage.press("escape")
    await search(stage, "/(/")
    assert "not a regular expression" in hint(stage)


async def test_letters_typed_into_the_line_act_on_nothing(stage: Stage) -> None:
    await search(stage, "g!*")
    await stage.press("escape")
    assert stage.mentions == []


async def test_the_guidelines_of_the_active_type_are_one_key_away(stage: Stage) -> None:
    await stage.press("f5")
    text = stage.app.screen.query_one("#modal-rows", RowList).text
    assert "One person. Name without title" in text
    assert "level" in text
    await stage.press("enter", "`", "tab", "ctrl+d")
    text = stage.app.screen.query_one("#modal-rows", RowList).text
    assert "Destination" in text
    assert "at most 1" in text
    await stage.press("escape")
    assert stage.mentions == []


async def test_all_there_is_to_read_is_drawn_on_a_small_screen(stage: Stage) -> None:
    await stage.pilot.resize_terminal(80, 24)
    await stage.press("f5")
    rows = stage.app.screen.query_one("#modal-rows", RowList)
    drawn = "\n".join(rows.render_line(y).text for y in range(rows.size.height))
    assert "One person. Name without title" in drawn
    assert "NAM unless set" in drawn


async def test_without_a_type_the_guidelines_tell_of_all(stage: Stage) -> None:
    stage.go_to("الوفد")
    await stage.press("f5")
    text = stage.app.screen.query_one("#modal-rows", RowList).text
    assert all(name in text for name in stage.desk.session.schema.entities)


async def test_a_document_without_another_version_says_so(stage: Stage) -> None:
    await stage.press("ctrl+y")
    assert "nothing to compare with" in stage.line("keys")


async def test_an_earlier_text_and_a_document_of_the_story_lie_side_by_side(
    stage: Stage, project_path: Path
) -> None:
    corrected = NEWS.replace("طرطوس", "حلب")
    with Project.open(project_path) as project:
        with project.writing() as connection:
            documents.replace(connection, Document("third", "انتهت المفاوضات."), at=utc_now())
            documents.add(connection, [Document("copy", corrected)], at=utc_now())
        join_documents(project, ["first", "copy"])
        join_documents(project, ["first", "third"])
    await stage.press("ctrl+y")
    assert isinstance(stage.app.screen, VersionsModal)
    await stage.press("s")
    compared = stage.app.screen
    assert isinstance(compared, ComparingScreen)
    words = [span.of(NEWS) for span in compared.differences["#this-text"]]
    assert words == ["طرطوس"]
    await stage.press("n", "down", "pagedown", "p")
    left, right = (
        compared.query_one(name, Article).region for name in ("#other-text", "#this-text")
    )
    assert left.x < right.x, "one's own text is on the reading side"
    await stage.press("escape")
    assert stage.mentions == []
