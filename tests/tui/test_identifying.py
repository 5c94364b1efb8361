"""Which thing a mention names: the likeliest first, new ones, two made one, one split off."""

from collections.abc import AsyncIterator, Callable

import pytest

from annotator.tui.app import AnnotatorApp
from annotator.tui.widgets.row_list import RowList
from tests.tui.conftest import LAYER, Clock, Stage


@pytest.fixture
async def stage(open_app: Callable[[], AnnotatorApp], clock: Clock) -> AsyncIterator[Stage]:
    app = open_app()
    async with app.run_test(size=(120, 30)) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.shown()
        await stage.press(".")
        await name(stage, "سامي", "sami")
        await name(stage, "كمال", "kamal")
        yield stage


async def name(stage: Stage, words: str, slug: str, *, nth: int = 0) -> None:
    """Give the mention at words a slug."""
    stage.go_to(words, nth=nth)
    await stage.press(";", *slug, "enter")


def slugs(stage: Stage) -> list[str | None]:
    """What the first two mentions name, as it is stored."""
    session = stage.desk.session
    stored = session.project.annotations(LAYER, session.document.id)
    return [mention.kb for mention in stored.mentions[:2]]


async def test_the_thing_it_names_already_stands_first_and_keeps_with_one_key(
    stage: Stage,
) -> None:
    stage.go_to("سامي")
    await stage.press(";", "enter")
    assert slugs(stage) == ["sami", "kamal"]


async def test_two_things_become_one_in_all_documents_with_one_undo(stage: Stage) -> None:
    await stage.press("ctrl+n")
    stage.go_to("وزير")
    await stage.press("t")
    await name(stage, "وزير", "sami")
    await stage.press("(")
    stage.go_to("سامي")
    await stage.press(";", *"kamal", "ctrl+t")
    assert slugs(stage) == ["kamal", "kamal"]
    assert "2 mentions changed" in stage.line("keys")
    other = stage.desk.session.project.annotations(LAYER, "second")
    assert [mention.kb for mention in other.mentions] == ["kamal"]
    assert set(stage.desk.session.identities) == {"kamal"}
    stage.assert_sound()
    await stage.press("z")
    assert slugs(stage) == ["sami", "kamal"]
    assert set(stage.desk.session.project.identities(LAYER)) == {"sami", "kamal"}
    stage.assert_sound()


async def test_one_mention_is_split_off(stage: Stage) -> None:
    await name(stage, "كمال", "sami")
    assert slugs(stage) == ["sami", "sami"]
    stage.go_to("كمال")
    await stage.press(";", *["down"] * 2, "enter")
    assert slugs(stage) == ["sami", "sami-2"]
    assert "sami-2" in stage.desk.session.identities


async def test_a_wikidata_number_is_kept_with_the_thing(stage: Stage) -> None:
    stage.go_to("سامي")
    await stage.press(";", *"Q796", "enter")
    assert stage.desk.session.identities["sami"].wikidata == "Q796"
    stage.go_to("كمال")
    await stage.press(";")
    assert "Q796" in stage.app.screen.query_one("#modal-rows", RowList).text
    await stage.press("escape", "z")
    assert stage.desk.session.identities["sami"].wikidata is None


async def test_what_is_no_wikidata_number_is_a_slug(stage: Stage) -> None:
    stage.go_to("سامي")
    await stage.press(";", *"Q7x", "enter")
    assert slugs(stage) == ["Q7x", "kamal"]


async def test_a_happening_has_neither_number_nor_merging(stage: Stage) -> None:
    await stage.press("`", "tab", "space")
    stage.go_to("زار")
    await stage.press(";", *"visit", "enter", ";", *"Q796", "enter")
    assert stage.desk.session.annotations.events[0].coref == "Q796"
