"""`annotator schema`: what is said on stdout, and with which exit code."""

import json
from pathlib import Path

import pytest

from annotator.cli.diagnostics import ExitCode
from annotator.cli.main import run
from annotator.services.schemas import load_schema

OWN = """\
name: own
version: 1
language: ar
entities:
  PER: {key: p, ar: شخص, en: person, color: "#ffffff", def: "One person."}
entity_attributes:
  level: {kind: choice, values: [NAM, NOM], default: NAM, key: "'"}
roles:
  Agent: {key: a, ar: الفاعل, en: agent}
events:
  MEET: {key: m, ar: لقاء, en: meeting, trigger: "Two sides talk.", roles: {Agent: {types: [PER]}}}
relations:
  kin: {ar: قرابة, en: kinship, source: [PER], target: [PER]}
document_labels:
  topic: {values: [war, trade]}
  remark: {}
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound label schema, `own.yaml` in the working directory."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_list_names_what_ships(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "list"]) == ExitCode.DONE
    heading, *rows = capsys.readouterr().out.splitlines()
    assert " ".join(heading.split()) == "schema version entity types event types relations file"
    (siyasa,) = (row.split() for row in rows if row.startswith("siyasa"))
    assert siyasa[1:5] == ["1", "17", "22", "0"]
    assert siyasa[5].endswith("siyasa.yaml")


def test_list_answers_with_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "list", "--json"]) == ExitCode.DONE
    listed = {entry["name"]: entry for entry in json.loads(capsys.readouterr().out)}
    assert listed["siyasa"]["event_type_count"] == 22
    assert listed["siyasa"]["sha256"] == load_schema("siyasa").sha256


@pytest.mark.usefixtures("own")
def test_show_tells_types_with_keys_names_definitions_and_roles(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["schema", "show", "own.yaml"]) == ExitCode.DONE
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        "own, version 1, language ar",
        "",
        "key entity type Arabic English definition",
        "p PER شخص person One person.",
        "",
        "key event type Arabic English triggers",
        "m MEET لقاء meeting Two sides talk.",
        "",
        "event type roles",
        "MEET Agent",
        "",
        "key role Arabic English",
        "a Agent الفاعل agent",
        "",
        "key attribute default values",
        "' level NAM NAM NOM",
        "",
        "relation Arabic English from to",
        "kin قرابة kinship PER PER",
        "",
        "document label values",
        "topic war trade",
        "remark any text",
    ]


def test_show_leaves_out_what_a_schema_does_not_have(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "show", "siyasa"]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "\n\n\n" not in said
    assert "document label" not in said


@pytest.mark.usefixtures("own")
def test_show_answers_with_json_in_the_words_of_the_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["schema", "show", "own.yaml", "--json"]) == ExitCode.DONE
    shown = json.loads(capsys.readouterr().out)
    assert shown["entities"]["PER"]["def"] == "One person."
    assert shown["events"]["MEET"]["roles"]["Agent"] == {"types": ["PER"], "card": "0..n"}


@pytest.mark.usefixtures("own")
def test_check_says_that_a_sound_schema_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "check", "own.yaml"]) == ExitCode.DONE
    assert capsys.readouterr().out == "own.yaml: no problems\n"


def test_check_lists_every_problem_and_ends_with_four(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.write_text(OWN.replace("key: p", "key: q").replace("[NAM, NOM]", "[NOM]"), encoding="utf-8")
    assert run(["schema", "check", "own.yaml"]) == ExitCode.INVALID_DATA
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        (
            'own.yaml line 5: the key "q" of entity type PER is kept for the screen;'
            " use none of b h q z"
        ),
        'own.yaml line 7: "NAM" is not a value of level; use one of: NOM',
    ]
    assert said.err == ""


def test_check_answers_with_json(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.write_text(OWN + "more: 1\n", encoding="utf-8")
    assert run(["schema", "check", "own.yaml", "--json"]) == ExitCode.INVALID_DATA
    assert json.loads(capsys.readouterr().out) == {
        "source": "own.yaml",
        "problems": [
            {
                "line": 17,
                "message": 'unknown field "more" in the label schema;'
                " take it out or mend its spelling",
            }
        ],
    }


@pytest.mark.parametrize("command", ["show", "check"])
def test_an_unknown_schema_is_not_found_and_the_known_are_named(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", command, "siyas"]) == ExitCode.NOT_FOUND
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("annotator: no label schema siyas; known: ")
    assert "siyasa" in said.err
    assert said.err.count("\n") == 1


def test_show_of_a_wrong_schema_tells_its_first_problem(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.write_text("a: &x [*x]\n", encoding="utf-8")
    assert run(["schema", "show", "own.yaml"]) == ExitCode.INVALID_DATA
    assert capsys.readouterr().err == (
        "annotator: own.yaml line 1: anchors and aliases are refused; write it out\n"
    )
