"""`annotator queue`: shows and makes queues, and says in a sentence what does not go together."""

import json
from pathlib import Path

import pytest

from annotator.cli.main import run
from annotator.model.document import Document
from annotator.services.project import Project
from annotator.store import documents


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.db"
    with Project.create(made) as project, project.writing() as connection:
        found = [Document(key, text) for key, text in (("long", "نص طويل جدا"), ("short", "نص"))]
        documents.add(connection, found, at="")
    return made


def test_a_queue_is_made_shown_and_taken_away(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def ids(*options: str) -> list[str]:
        assert run(["queue", "--project", str(path), "--as", "ana", "--json", *options]) == 0
        return [
            each["document_id"] for each in json.loads(capsys.readouterr().out)["queues"]["ana"]
        ]

    assert ids() == ["long", "short"]
    assert ids("--order", "shortest") == ["short", "long"]
    assert ids() == ["short", "long"]
    assert ids("--clear") == ["long", "short"]


def test_a_person_reads_why(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["queue", "--project", str(path), "--order", "shortest", "--among", "ana, ben"]
    assert run([*command, "--overlap", "0.5", "--blind", "1"]) == 0
    told = capsys.readouterr().out
    assert "short: 2 characters" in told
    assert "shared blind" in told
    assert "ben:" in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--order", "random"], "no order 'random'; there are: imported, shortest"),
        (["--blind", "0.5"], "--blind needs an order"),
        (["--clear", "--order", "story"], "exclude each other"),
        (["--order", "story", "--overlap", "0.5"], "--among"),
        (["--order", "story", "--overlap", "2"], "overlap"),
    ],
)
def test_wrong_usage_is_one_sentence(
    path: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    assert run(["queue", "--project", str(path), "--as", "ana", *options]) == 2
    assert told in capsys.readouterr().err
