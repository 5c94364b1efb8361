"""Opening a project file: what is refused, and how every connection to it is set up."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from annotator.errors import AnnotatorError, InvalidDataError, NotFoundError, TryAgainError
from annotator.store.version import APPLICATION_ID, SCHEMA_VERSION
from annotator.wording import worded

BUSY_TIMEOUT_MS = 30_000
"""The worst wait seen among eight writers was 9.6 s; SQLite's default of 5 s would have failed."""


class ProjectError(InvalidDataError):
    """The file is no project of ours, or of a newer program."""


def open_connection(path: Path) -> sqlite3.Connection:
    """A connection to the project at `path`, brought up to the current version if it is older.

    It belongs to the thread that opens it and runs in autocommit: every write goes through
    `annotator.store.write.write`.

    Raises:
        NotFoundError: there is no such file.
        ProjectError: it is not a project, or was written by a newer program; it stays untouched.
    """
    if not path.is_file():
        message = f"no project at {path}; make one with: annotator init --project {path}"
        raise NotFoundError(message)
    version = _check(path)
    connection = _connect(path)
    if version < SCHEMA_VERSION:
        from annotator.store.migrations import migrate  # noqa: PLC0415 -- sqlite_utils: 0.16 s

        migrate(connection)
    return connection


def create_project_file(path: Path) -> sqlite3.Connection:
    """A connection to a new, empty project at `path`, readable by its owner alone.

    Raises:
        AnnotatorError: the file exists, or cannot be written; a half-made one is never found.
    """
    from annotator.store.migrations import migrate  # noqa: PLC0415 -- sqlite_utils: 0.16 s

    if path.exists():
        message = f"{path} exists already; open it, or name another file with --project"
        raise AnnotatorError(message)
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)  # of a creation that was cut short
        unfinished.touch(mode=0o600)
        with closing(_connect(unfinished)) as connection:
            migrate(connection)
        unfinished.rename(path)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}; choose a folder you may write to"
        raise AnnotatorError(message) from error
    return _connect(path)


def data_version(connection: sqlite3.Connection) -> int:
    """Another number whenever another connection has written to the file; reads no table."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    with suppress(sqlite3.OperationalError):  # a read-only file keeps the mode it has
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # NORMAL does not sync each commit
    return connection


def _check(path: Path) -> int:
    """The file's schema version, read without touching it."""
    try:
        application, version = _marks(path)
    except sqlite3.OperationalError as error:  # locked, or in a folder that may not be written to
        message = worded(
            "cannot open {path}: {reason}; free it, or put it where you may write",
            path=str(path),
            reason=worded(str(error)),
        )
        raise TryAgainError(message) from error
    except sqlite3.DatabaseError as error:
        message = f"{path} is not a project ({error}); name one with --project"
        raise ProjectError(message) from error
    if application != APPLICATION_ID:
        message = f"{path} is not a project of annotator; name one with --project"
        raise ProjectError(message)
    if version > SCHEMA_VERSION:
        message = (
            f"{path} was written by a newer annotator (project version {version}, "
            f"this program knows {SCHEMA_VERSION}); update annotator to open it"
        )
        raise ProjectError(message)
    return version


def _marks(path: Path) -> tuple[int, int]:
    """What marks the file as a project, and the version of its tables."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        application = int(connection.execute("PRAGMA application_id").fetchone()[0])
        return application, int(connection.execute("PRAGMA user_version").fetchone()[0])
