"""What decisions took, kept in the project beside the journal."""

from collections.abc import Sequence

from annotator.services.project import Project
from annotator.store import timings

Timing = timings.Timing


def keep_timings(project: Project, found: Sequence[Timing]) -> None:
    """Store timings.

    Raises:
        TryAgainError: they could not be stored.
    """
    with project.writing() as connection:
        timings.add(connection, found)


def seconds_on(project: Project, annotator: str, document_id: str) -> float:
    """How long the annotator has worked on the document, in all sessions."""
    return timings.of_document(project.connection, annotator, document_id)
