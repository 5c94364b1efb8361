"""The proof that the state is the fold of the journal, and the way to make it so again."""

import sqlite3
from dataclasses import dataclass
from itertools import groupby

from annotator.errors import InvalidDataError
from annotator.model.annotations import Annotations, FoldError, fold
from annotator.services.project import Project
from annotator.store import journal, search, state


@dataclass(frozen=True)
class Finding:
    """A layer of a document whose state is not what the journal says."""

    layer: str
    document_id: str
    problem: str


def check_integrity(project: Project) -> list[Finding]:
    """Fold the whole journal and compare: an empty list means `state == fold(journal)`.

    Also asks SQLite whether the file itself is sound.
    """
    findings = [
        Finding("", "", f"the file is damaged: {row[0]}")
        for row in project.connection.execute("pragma integrity_check")
        if row[0] != "ok"
    ]
    folded: set[tuple[str, str]] = set()
    for (author, document_id), group in groupby(
        journal.entries(project.connection), key=lambda entry: (entry.author, entry.document_id)
    ):
        folded.add((author, document_id))
        try:
            wanted = fold(entry.change for entry in group)
            held = state.annotations(project.connection, author, document_id)
        except (FoldError, InvalidDataError) as error:
            findings.append(Finding(author, document_id, str(error)))
            continue
        if held.items != wanted.items:
            findings.append(Finding(author, document_id, _difference(held, wanted)))
    return findings + _unjournalled(project.connection, folded)


def rebuild(project: Project) -> int:
    """Derive the state from the journal and the index from the texts; how many changes there were.

    Raises:
        FoldError: the journal contradicts itself; the tables stay as they were.
    """
    with project.writing() as connection:
        state.clear(connection)
        number = 0
        for entry in journal.entries(connection):
            state.apply_changes(connection, entry.author, [entry.change], [entry.rev])
            number += 1
        search.rebuild(connection)
    return number


def _difference(held: Annotations, wanted: Annotations) -> str:
    keys = {
        key
        for key in held.items.keys() | wanted.items.keys()
        if held.items.get(key) != wanted.items.get(key)
    }
    kind, item_id = min(keys)
    return f"{len(keys)} items differ from the journal, first {kind} {item_id}"


def _unjournalled(connection: sqlite3.Connection, folded: set[tuple[str, str]]) -> list[Finding]:
    rows = connection.execute("select distinct layer, document_id from state")
    return [
        Finding(row["layer"], row["document_id"], "the state holds what the journal does not know")
        for row in rows
        if (row["layer"], row["document_id"]) not in folded
    ]
