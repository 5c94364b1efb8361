"""Relations, the same happening, the same thing: one end is active, a label picks the other."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from annotator.services.opening import open_where_left
from annotator.tui.app import AnnotatorApp
from annotator.tui.modals.links import LinkModal
from annotator.tui.widgets.row_list import RowList
from tests.tui.conftest import LAYER, Clock, Stage
from tests.tui.linked import make_linked_project


@pytest.fixture
async def stage(tmp_path: Path, clock: Clock) -> AsyncIterator[Stage]:
    path = make_linked_project(tmp_path)
    app = AnnotatorApp(
        path, open_where_left(path, named=LAYER), clock=clock, with_suggestions=False
    )
    async with app.run_test(size=(120, 40)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        for words, letter in (("حداد", "p"), ("الوفد", "o"), ("أوسلو", "g")):
            stage.go_to(words)
            await stage.press(letter)
        yield stage


def relations(stage: Stage) -> list[tuple[str, str, str]]:
    """Words of the source, type, words of the target of every stored relation."""
    session = stage.desk.session
    stored = session.project.annotations(LAYER, session.document.id)
    texts = {mention.id: mention.span.of(stage.desk.text) for mention in stored.mentions}
    return [(texts[r.source], r.type, texts[r.target]) for r in stored.relations]


async def relate(stage: Stage, *, to: str, letter: str = "") -> None:
    """Press the key of relations, the label on words, and the letter of a relation."""
    await stage.press("+")
    await stage.press(label_on(stage, to))
    if letter:
        await stage.press(letter)


def label_on(stage: Stage, words: str) -> str:
    """The label drawn just before words of the text."""
    before = stage.desk.text.index(words) - 1
    return next(label for label, offset in stage.screen.labels.items() if offset == before)


async def test_a_relation_takes_a_key_a_label_and_where_several_fit_a_letter(stage: Stage) -> None:
    stage.go_to("حداد")
    await relate(stage, to="الوفد", letter="l")
    assert relations(stage) == [("حداد", "leads", "الوفد")]
    assert stage.active_text == "حداد"
    stage.assert_sound()


async def test_the_only_relation_that_fits_needs_no_letter_from_either_end(stage: Stage) -> None:
    stage.go_to("أوسلو")
    await relate(stage, to="حداد")
    assert relations(stage) == [("حداد", "located", "أوسلو")]


async def test_what_stands_already_is_taken_away_and_undo_brings_it_back(stage: Stage) -> None:
    stage.go_to("حداد")
    await relate(stage, to="أوسلو")
    await relate(stage, to="أوسلو")
    assert relations(stage) == []
    await stage.press("z")
    assert relations(stage) == [("حداد", "located", "أوسلو")]


async def test_the_list_of_relations_ticks_those_that_stand(stage: Stage) -> None:
    stage.go_to("حداد")
    await relate(stage, to="الوفد", letter="w")
    await stage.press("+")
    await stage.press(label_on(stage, "الوفد"))
    assert isinstance(stage.app.screen, LinkModal)
    listed = stage.app.screen.query_one("#modal-rows", RowList).text.splitlines()
    assert ["✓" in line for line in listed] == [True, False]
    await stage.press("w")
    assert relations(stage) == []


async def test_backspace_takes_every_relation_of_a_mention_away(stage: Stage) -> None:
    stage.go_to("حداد")
    await relate(stage, to="الوفد", letter="w")
    await relate(stage, to="أوسلو")
    await stage.press("+", "backspace")
    assert relations(stage) == []
    assert stage.screen.labels == {}


async def test_the_panel_lists_relations_and_a_click_goes_to_one(stage: Stage) -> None:
    stage.go_to("حداد")
    await relate(stage, to="أوسلو")
    listed = stage.screen.query_one("#relations", RowList)
    assert "located" in listed.text
    stage.go_to("الوفد")
    stage.screen.show()
    await stage.pilot.click("#relations", offset=(3, 1))
    assert stage.active_text == "حداد"


async def test_what_may_not_be_related_gets_no_label(stage: Stage) -> None:
    stage.go_to("الوفد")
    await stage.press("+")
    assert len(stage.screen.labels) == 2
    await stage.press("escape")
    stage.go_to("أوسلو")
    await stage.press("backspace", "+")
    assert "begins at what is marked" in stage.line("keys")


async def test_two_events_become_one_happening_with_two_keys(stage: Stage) -> None:
    await stage.press("`")
    for words in ("زار", "بحث"):
        stage.go_to(words)
        await stage.press("m", "escape")
    await stage.press(":")
    await stage.press(label_on(stage, "زار") if stage.desk.text.index("زار") else first(stage))
    slugs = {event.coref for event in stage.desk.session.annotations.events}
    assert len(slugs) == 1
    assert None not in slugs
    await stage.press(":", "backspace")
    assert [event.coref is None for event in stage.desk.session.annotations.events] == [False, True]
    stage.assert_sound()


def first(stage: Stage) -> str:
    """The first label there is."""
    return next(iter(stage.screen.labels))


async def test_two_mentions_become_one_thing_with_two_keys(stage: Stage) -> None:
    stage.go_to("حداد", nth=1)
    await stage.press("p", ":")
    await stage.press(label_on(stage, "حداد"))
    first_one, second = (m for m in stage.desk.session.annotations.mentions if m.type == "PER")
    assert first_one.kb == second.kb
    assert first_one.kb in stage.desk.session.identities
    await stage.press("z")
    assert {m.kb for m in stage.desk.session.annotations.mentions} == {None}
    stage.assert_sound()


async def test_nesting_deeper_than_the_label_schema_has_it_is_marked_with_a_warning(
    stage: Stage,
) -> None:
    stage.go_to("وزارة")
    await stage.press("shift+left", "shift+left", "o")
    stage.go_to("الخارجية")
    await stage.press("shift+left", "o")
    stage.go_to("النرويجية")
    await stage.press("g")
    assert ("النرويجية", "GPE") in stage.mentions
    assert "lies 3 deep; the limit is 2" in stage.line("keys")
