"""A write is a whole action or nothing, and never trips over another writer."""

import sqlite3
from pathlib import Path

import pytest

from annotator.errors import TryAgainError
from annotator.store.connection import create_project_file, open_connection
from annotator.store.write import write

ADD = "insert into assignments values ('d', ?, 1)"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.db"
    connection = create_project_file(path)
    connection.execute(
        "insert into documents values ('d', 1, 't', 't', 'x', 1, 'ar', '{}', '[]', 'now')"
    )
    connection.close()
    return path


def count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("select count(*) from assignments").fetchone()[0])


def test_an_exception_undoes_the_whole_block(path: Path) -> None:
    connection = open_connection(path)
    with pytest.raises(sqlite3.IntegrityError), write(connection):
        connection.executemany(ADD, [("ana",), (None,)])
    assert count(connection) == 0
    assert not connection.in_transaction


def test_a_block_inside_another_belongs_to_the_outer_one(path: Path) -> None:
    connection = open_connection(path)

    def add_and_fail() -> None:
        with write(connection):
            with write(connection):
                connection.execute(ADD, ("ana",))
            connection.execute(ADD, (None,))

    with pytest.raises(sqlite3.IntegrityError):
        add_and_fail()
    assert count(connection) == 0


def test_a_writer_that_read_before_another_wrote_does_not_fail(path: Path) -> None:
    mine, other = open_connection(path), open_connection(path)
    assert count(mine) == 0
    with write(other):
        other.execute(ADD, ("other",))
    with write(mine):
        mine.execute(ADD, ("mine",))
    assert count(other) == 2


def test_a_locked_file_says_not_saved_and_to_try_again(path: Path) -> None:
    mine, other = open_connection(path), open_connection(path)
    mine.execute("pragma busy_timeout = 0")
    with write(other), pytest.raises(TryAgainError, match="not saved"), write(mine):
        mine.execute(ADD, ("mine",))
    assert count(mine) == 0


def test_the_journal_cannot_be_changed_or_shortened(path: Path) -> None:
    connection = open_connection(path)
    connection.execute(
        "insert into journal values (1, 'a', 'i', 'd', 1, 'x', null, 'added', 'k', '{}', 1, 'now')"
    )
    for statement in ("update journal set author = 'b'", "delete from journal"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)


def test_every_write_of_the_package_goes_through_write() -> None:
    package = Path(__file__).parents[3] / "annotator"
    offenders = [
        str(source)
        for source in package.rglob("*.py")
        if source.name != "write.py"
        and any(word in source.read_text() for word in (".atomic(", '"BEGIN', ".commit("))
    ]
    assert offenders == []
