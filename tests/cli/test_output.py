"""What is answered on stdout: true JSON, tables that line up, nothing that steers a terminal."""

import json
import sys
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.arabic.visual import visual
from annotator.cli import output


@dataclass(frozen=True)
class Pair:
    first: str
    f1: float | None


@dataclass(frozen=True)
class Matrix:
    pairs: tuple[Pair, ...]


@given(st.text(st.characters(exclude_categories=[])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_json_holds_any_text_and_steers_nothing(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    output.emit_json({"text": text})
    written = capsys.readouterr().out
    assert json.loads(written) == {"text": text}
    assert not set(written) & set("\x1b\x7f\x9b\u200f\u202e\u2066\ufeff")
    written.encode("utf-8")


def test_json_leaves_arabic_readable(capsys: pytest.CaptureFixture[str]) -> None:
    output.emit_json(["وكوشنر"])
    assert "وكوشنر" in capsys.readouterr().out


def test_json_takes_reports_at_any_depth_and_full_precision(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.emit_json({"agreement": Matrix((Pair("a", 2 / 3), Pair("b", None)))})
    assert json.loads(capsys.readouterr().out) == {
        "agreement": {"pairs": [{"first": "a", "f1": 2 / 3}, {"first": "b", "f1": None}]}
    }


def test_json_refuses_a_figure_that_is_not_a_number() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        output.emit_json(float("nan"))


def test_a_table_aligns_numbers_right_and_names_left(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(["layer", "mentions", "F1"], [["sara", 582, 2 / 3], ["b", 9, None]])
    assert capsys.readouterr().out.splitlines() == [
        "layer  mentions     F1",
        "sara        582  0.667",
        "b             9      –",
    ]


def test_a_table_measures_what_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(["name", "n"], [["كَتَبَ", 1], ["日本", 2]])  # three cells, and four
    assert capsys.readouterr().out.splitlines() == ["name  n", "كَتَبَ   1", "日本  2"]


def test_a_table_without_rows_shows_its_headings(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(["layer", "F1"], [])
    assert capsys.readouterr().out == "layer  F1\n"


@pytest.mark.parametrize("hostile", ["\x1b]0;title\x07", "a\rb", "a\x9b31mb"])
def test_nothing_written_steers_the_terminal(
    hostile: str, capsys: pytest.CaptureFixture[str]
) -> None:
    output.emit(f"document {hostile}")
    output.table(["document"], [[hostile]])
    assert not set(capsys.readouterr().out) & set("\x07\x1b\r\x9b")


def test_arabic_stays_in_logical_order_for_another_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output.emit("من كييف إلى موسكو")
    assert capsys.readouterr().out == "من كييف إلى موسكو\n"


def test_arabic_is_drawn_right_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    output.emit("من كييف إلى موسكو")
    assert capsys.readouterr().out == visual("من كييف إلى موسكو") + "\n"
    assert visual("من كييف إلى موسكو") != "من كييف إلى موسكو"
