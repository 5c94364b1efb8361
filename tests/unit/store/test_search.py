"""The index holds every document's words, in step with the texts, and no text."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.document import Document
from annotator.store import documents, search
from annotator.store.connection import create_project_file
from annotator.store.write import write

NOW = "2025-01-01T00:00:00Z"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    made = create_project_file(tmp_path / "p.db")
    with write(made):
        documents.add(
            made,
            [Document("a", "زار وَليد بـغداد، ليلا"), Document("b", "قال وليد_سامي: نعم")],
            at=NOW,
        )
    yield made
    made.close()


def holding(connection: sqlite3.Connection, *groups: list[str]) -> list[str]:
    return [key for key, _ in search.documents_with(connection, groups)]


def test_words_are_found_in_every_spelling(connection: sqlite3.Connection) -> None:
    assert holding(connection, ["وليد"]) == ["a", "b"]
    assert holding(connection, ["بغداد"]) == ["a"]
    assert holding(connection, ["وليد"], ["سامي", "نادر"]) == ["b"]
    assert holding(connection, ["نادر"]) == []


def test_what_looks_like_query_syntax_is_a_word(connection: sqlite3.Connection) -> None:
    for word in ("and", "or", "not", "near", "words"):
        assert holding(connection, [word]) == []


def test_a_replaced_text_leaves_no_word_behind_and_is_kept_aside(
    connection: sqlite3.Connection,
) -> None:
    with write(connection):
        documents.replace(connection, Document("a", "نص جديد", meta={"title": "ع"}), at=NOW)
    assert holding(connection, ["بغداد"]) == []
    assert holding(connection, ["جديد"]) == ["a"]
    kept = connection.execute("select document_id, text from replaced_texts").fetchall()
    assert [tuple(row) for row in kept] == [("a", "زار وَليد بـغداد، ليلا")]
    replaced = documents.get(connection, "a")
    assert replaced == Document("a", "نص جديد", meta={"title": "ع"})
    assert documents.by_sha256(connection, Document("a", "نص جديد").sha256) == ["a"]


def test_rebuilding_comes_to_the_same(connection: sqlite3.Connection) -> None:
    before = sorted(search.every_word(connection))
    with write(connection):
        search.rebuild(connection)
    assert sorted(search.every_word(connection)) == before
    assert holding(connection, ["وليد"]) == ["a", "b"]


def test_an_undone_import_leaves_the_index_as_it_was(connection: sqlite3.Connection) -> None:
    def fail() -> None:
        with write(connection):
            documents.add(connection, [Document("c", "كلمة نادرة")], at=NOW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert holding(connection, ["نادره"]) == []


def test_texts_come_in_the_order_of_import(connection: sqlite3.Connection) -> None:
    assert [key for key, _ in documents.texts(connection)] == ["a", "b"]
    assert [key for key, _ in documents.texts(connection, {"b", "a", "x"})] == ["a", "b"]


def test_what_is_known_is_told_by_identifier_and_by_text(connection: sqlite3.Connection) -> None:
    sha256 = Document("", "قال وليد_سامي: نعم").sha256
    assert documents.known(connection, "b", sha256) == (sha256, "b")
    assert documents.known(connection, "c", sha256) == (None, "b")
    assert documents.known(connection, "a", "0")[1] is None
