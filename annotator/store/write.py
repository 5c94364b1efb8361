"""The one way to write: a whole action or nothing, never a busy error from a stale snapshot."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from annotator.errors import TryAgainError
from annotator.wording import marked, worded

REASONS = (
    marked("database is locked"),
    marked("database or disk is full"),
    marked("attempt to write a readonly database"),
    marked("disk I/O error"),
)
"""What SQLite says when it cannot write."""


@contextmanager
def write(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Run the block in one immediate transaction; committed at its end, undone by any exception.

    A deferred BEGIN would fail at once when another connection wrote since the block's first
    read, whatever the busy timeout. A block inside another one belongs to the outer transaction.

    Raises:
        TryAgainError: the file is locked, read-only, or the disk is full; nothing was written.
    """
    if connection.in_transaction:
        yield connection
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        _undo(connection)
        message = worded(
            "not saved: {reason}; make room or free the file, then try again",
            reason=worded(str(error)),
        )
        raise TryAgainError(message) from error
    except BaseException:
        _undo(connection)
        raise


def _undo(connection: sqlite3.Connection) -> None:
    # After a full disk SQLite has rolled back by itself; a second ROLLBACK would hide the reason.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
