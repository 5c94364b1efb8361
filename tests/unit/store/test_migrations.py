"""A project of an older program is brought up to date when it is opened, and loses nothing."""

from pathlib import Path

from sqlite_utils import Database

from annotator.model.document import Document
from annotator.services.project import Project
from annotator.store import documents, queues, suggestions, timings
from annotator.store.connection import open_connection
from annotator.store.migrations import migrations
from annotator.store.queues import Queued
from annotator.store.version import SCHEMA_VERSION


def old_project(path: Path, *, before: str, version: int) -> None:
    """A project as a program before that migration wrote it."""
    with Project.create(path) as project:
        project.open_layer("ana")
        with project.writing() as connection:
            documents.add(connection, [Document("d1", "نص")], at="")
        connection.execute("drop index suggestions_document")
        connection.execute("drop table timings")
        connection.execute("alter table layers drop column only_level")
        if version < 2:
            connection.execute("drop table queues")
            connection.execute("drop table models")
        connection.execute("delete from _sqlite_migrations where name >= ?", (before,))
        connection.execute(f"pragma user_version = {version}")


def test_a_project_without_queues_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    old_project(path, before="m002_queues_and_models", version=1)
    connection = open_connection(path)
    assert connection.execute("pragma user_version").fetchone()[0] == SCHEMA_VERSION
    assert migrations.pending(Database(connection)) == []
    queue = [Queued("d1", "why", is_blind=True)]
    queues.put(connection, "ana", queue)
    assert queues.of_annotator(connection, "ana") == queue
    assert [heading.id for heading in documents.headings(connection)] == ["d1"]
    connection.close()


def test_a_layer_of_an_older_program_is_for_both_levels_and_has_no_times(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    old_project(path, before="m003_work_time", version=2)
    with Project.open(path) as project:
        assert project.layer("ana").only_level == ""
        assert list(timings.every(project.connection)) == []
        project.set_only_level("ana", "events")
        assert project.layer("ana").levels == ("events",)


def test_what_is_proposed_for_a_document_is_found_by_an_index(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    old_project(path, before="m003_work_time", version=2)
    connection = open_connection(path)
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    suggestions.get(connection, "ana", "d1")
    suggestions.of_sources(connection, "ana", "d1")
    connection.set_trace_callback(None)
    plans = [connection.execute(f"explain query plan {query}").fetchone() for query in asked]
    assert len(plans) == 2
    assert all("suggestions_document" in plan["detail"] for plan in plans)
    connection.close()
