"""What is opened as a project, what is refused, and that a refused file stays as it was."""

import sqlite3
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, InvalidDataError, NotFoundError
from annotator.store.connection import create_project_file, open_connection
from annotator.store.version import SCHEMA_VERSION


def test_a_new_project_is_private_and_opens_again(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    create_project_file(path).close()
    assert path.stat().st_mode & 0o777 == 0o600
    connection = open_connection(path)
    assert connection.execute("pragma synchronous").fetchone()[0] == 2
    assert connection.execute("pragma journal_mode").fetchone()[0] == "wal"
    assert connection.execute("pragma foreign_keys").fetchone()[0] == 1


def test_a_missing_project_is_not_made_by_opening_it(tmp_path: Path) -> None:
    path = tmp_path / "missing.db"
    with pytest.raises(NotFoundError, match=r"annotator init --project"):
        open_connection(path)
    assert not path.exists()


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "taken.db"
    path.write_text("mine")
    with pytest.raises(AnnotatorError, match="exists already"):
        create_project_file(path)
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "content", [b"no database at all, only words " * 40, b"", b"SQLite format 3"]
)
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(InvalidDataError, match="not a project"):
        open_connection(path)
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table documents (id text)")
    before = path.read_bytes()
    with pytest.raises(InvalidDataError, match="not a project of annotator"):
        open_connection(path)
    assert path.read_bytes() == before


def test_a_newer_programs_project_is_refused_naming_both_versions(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    connection = create_project_file(path)
    connection.execute(f"pragma user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(InvalidDataError, match=rf"version {SCHEMA_VERSION + 1}.*{SCHEMA_VERSION}"):
        open_connection(path)
    assert path.read_bytes() == before
