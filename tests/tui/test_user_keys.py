"""Keys a person chose: every action by its identifier, conflicts told, the cheat sheet in step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.errors import InvalidDataError
from annotator.services.schemas import load_schema
from annotator.tui.app import AnnotatorApp
from annotator.tui.key_catalogue import bound_keys
from annotator.tui.key_sheet import key_sheet
from annotator.tui.user_keys import checked_key_map, load_key_map, problems, rebound
from tests.tui.conftest import Clock, Stage

OpenApp = Callable[[], AnnotatorApp]
KNOWN = bound_keys(load_schema("siyasa"))


async def test_a_key_map_beside_the_project_rebinds_an_action(
    open_app: OpenApp, clock: Clock, project_path: Path
) -> None:
    project_path.with_suffix(".keys.toml").write_text('"annotate.decide.accept" = "alt+a,~"\n')
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        stage = Stage(app, pilot, clock)
        await stage.press("space")
        assert stage.mentions == []
        await stage.press("alt+a", "~")
        assert len(stage.mentions) == 2


async def test_the_letter_of_a_type_can_be_rebound(
    open_app: OpenApp, clock: Clock, project_path: Path
) -> None:
    project_path.with_suffix(".keys.toml").write_text('"entity.label.PER" = "@"\n')
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        stage = Stage(app, pilot, clock)
        await stage.press("o", "@")
        assert stage.mentions == [("سامي نجار", "ORG"), ("كمال حداد", "PER")]


async def test_a_wrong_key_map_is_told_and_the_keys_stay(
    open_app: OpenApp, clock: Clock, project_path: Path
) -> None:
    project_path.with_suffix(".keys.toml").write_text('"annotate.decide.acept" = "alt+a"\n')
    app = open_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        stage = Stage(app, pilot, clock)
        assert "did you mean annotate.decide.accept?" in stage.line("keys")
        await stage.press("space")
        assert len(stage.mentions) == 1


def test_a_key_that_would_do_two_things_is_refused_with_both_named() -> None:
    (found,) = problems({"annotate.decide.accept": "p"}, KNOWN)
    assert found.startswith("p is the key of both annotate.decide.accept and entity.label.PER")
    with pytest.raises(InvalidDataError, match="give one of them another"):
        checked_key_map({"annotate.decide.accept": "z"}, KNOWN)


def test_a_key_the_form_also_has_may_be_kept_beside_another() -> None:
    assert list(problems({"annotate.decide.accept": "space,alt+a"}, KNOWN)) == []


def test_the_file_of_the_project_goes_before_that_of_the_person(tmp_path: Path) -> None:
    own, beside = tmp_path / "own.toml", tmp_path / "beside.toml"
    own.write_text('"annotate.undo.undo" = "f5"\n"annotate.undo.redo" = "f6"\n')
    beside.write_text('"annotate.undo.undo" = "alt+a"\n')
    found = load_key_map([own, beside, tmp_path / "none.toml"])
    assert found == {"annotate.undo.undo": "alt+a", "annotate.undo.redo": "f6"}


@pytest.mark.parametrize("text", ['"a" = 3', '"a" = ""', "a ="])
def test_a_file_that_is_no_key_map_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "keys.toml").write_text(text)
    with pytest.raises(InvalidDataError, match=r"keys\.toml"):
        load_key_map([tmp_path / "keys.toml"])


def test_the_shipped_keys_are_a_sound_key_map() -> None:
    assert list(problems({bound.id: ",".join(bound.keys) for bound in KNOWN}, KNOWN)) == []


def test_nothing_is_bound_to_the_key_that_types_two_letters() -> None:
    assert [bound.id for bound in KNOWN if {"b", "B"} & set(bound.keys)] == []


def test_the_cheat_sheet_shows_rebound_keys_and_arabic_right_to_left() -> None:
    page = key_sheet(load_schema("siyasa"), rebound({"annotate.undo.undo": "f5"}, KNOWN))
    assert "<kbd>F5</kbd>" in page
    assert 'dir="rtl" lang="ar">لقاء ومحادثات' in page
