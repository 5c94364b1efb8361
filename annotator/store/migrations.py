"""The tables of a project; a migration that shipped is never edited, a new one is added."""

import sqlite3

from sqlite_utils import Database, Migrations

from annotator.store.version import APPLICATION_ID, SCHEMA_VERSION

migrations = Migrations("annotator")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the file behind `connection` to the current version, and mark it as a project."""
    database = Database(connection, execute_plugins=False)
    migrations.apply(database)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


@migrations()
def m001_project(db: Database) -> None:
    """Documents, layers, the journal, and the state folded from it."""
    for statement in _M001:
        db.execute(statement)


@migrations()
def m002_queues_and_models(db: Database) -> None:
    """In which order an annotator goes through documents, and what was learned from each layer."""
    for statement in _M002:
        db.execute(statement)


@migrations()
def m003_work_time(db: Database) -> None:
    """What a layer is for, and how long each action took."""
    for statement in _M003:
        db.execute(statement)


@migrations()
def m004_suggestions_of_a_document(db: Database) -> None:
    """What is proposed for a document is found without looking at all documents of its layer."""
    db.execute("create index suggestions_document on suggestions (document_id, layer)")


_M001 = (
    """create table schemas (
        name text primary key,
        version integer not null,
        sha256 text not null,
        source text not null
    ) strict""",
    """create table layers (
        name text primary key,
        schema_name text not null references schemas (name),
        note text not null default ''
    ) strict""",
    """create table documents (
        id text not null unique,
        position integer primary key,
        title text not null,
        text text not null,
        sha256 text not null,
        length integer not null,
        language text not null,
        meta text not null,
        zones text not null,
        imported_at text not null
    ) strict""",
    "create index documents_sha256 on documents (sha256)",
    """create virtual table search using fts5 (
        words, content = '', detail = none, columnsize = 0,
        tokenize = 'ascii'
    )""",
    # Bytes that a bulk import gathers before it writes; the default of 1 MB halves its speed.
    "insert into search (search, rank) values ('hashsize', 67108864)",
    "create virtual table search_words using fts5vocab (search, 'row')",
    """create table journal (
        seq integer primary key,
        author text not null,
        id text not null,
        document_id text not null,
        rev integer not null,
        action text not null,
        undoes text,
        change text not null,
        kind text not null,
        payload text not null,
        version integer not null,
        at text not null,
        unique (author, id),
        unique (author, document_id, rev)
    ) strict""",
    "create index journal_action on journal (author, action)",
    """create trigger journal_is_append_only_update before update on journal
        begin select raise(abort, 'the journal is append-only'); end""",
    """create trigger journal_is_append_only_delete before delete on journal
        begin select raise(abort, 'the journal is append-only'); end""",
    """create table state (
        layer text not null,
        document_id text not null,
        kind text not null,
        id text not null,
        start integer,
        "end" integer,
        label text,
        added integer not null,
        payload text not null,
        primary key (layer, document_id, kind, id)
    ) strict, without rowid""",
    "create index state_label on state (kind, label, layer)",
    """create table suggestions (
        layer text not null,
        suggester text not null,
        document_id text not null references documents (id),
        payload text not null,
        primary key (layer, suggester, document_id)
    ) strict, without rowid""",
    """create table assignments (
        document_id text not null references documents (id),
        annotator text not null,
        round integer not null,
        primary key (annotator, round, document_id)
    ) strict, without rowid""",
    """create table sketches (
        document_id text primary key references documents (id),
        shingles blob not null,
        pieces blob not null
    ) strict, without rowid""",
    """create table links (
        first text not null references documents (id),
        second text not null references documents (id),
        signal text not null,
        strength real not null,
        detail text not null,
        primary key (first, second, signal)
    ) strict, without rowid""",
    """create table replaced_texts (
        document_id text not null references documents (id),
        text text not null,
        replaced_at text not null
    ) strict""",
    """create table places (
        annotator text primary key,
        document_id text not null references documents (id),
        place integer not null
    ) strict""",
)

_M002 = (
    """create table queues (
        annotator text not null,
        place integer not null,
        document_id text not null references documents (id),
        reason text not null,
        is_shared integer not null,
        is_blind integer not null,
        primary key (annotator, document_id)
    ) strict, without rowid""",
    """create table models (
        layer text not null,
        version integer not null,
        made_at text not null,
        document_count integer not null,
        seconds real not null,
        content blob not null,
        primary key (layer, version)
    ) strict""",
)

_M003 = (
    "alter table layers add column only_level text not null default ''",
    """create table timings (
        annotator text not null,
        action text not null,
        document_id text not null,
        level text not null,
        seconds real not null,
        keys integer not null,
        primary key (annotator, action)
    ) strict, without rowid""",
)
