"""Groups of documents that belong together, made of links: what a split must not tear apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from annotator.errors import UsageError
from annotator.services.project import Project
from annotator.store import groups

Link: TypeAlias = groups.Link


@dataclass(frozen=True)
class DocumentGroup:
    """Documents linked with each other, directly or by others of the group."""

    key: str
    """The document of the group that was imported first: it stays when others join."""
    documents: tuple[str, ...]
    """In the order of import."""
    links: tuple[Link, ...]


def document_groups(project: Project) -> list[DocumentGroup]:
    """The groups of two and more documents, as far as they are found."""
    links = groups.links(project.connection)
    found = DisjointSets()
    for link in links:
        found.join(link.first, link.second)
    members: dict[str, list[str]] = {}
    for document_id in groups.by_position(project.connection, found.known()):
        members.setdefault(found.root(document_id), []).append(document_id)
    of_root: dict[str, list[Link]] = {}
    for link in links:
        of_root.setdefault(found.root(link.first), []).append(link)
    return [
        DocumentGroup(documents[0], tuple(documents), tuple(of_root[root]))
        for root, documents in members.items()
    ]


def join_documents(project: Project, document_ids: Iterable[str]) -> None:
    """Say that documents belong together whatever their texts are.

    Raises:
        NotFoundError: there is no such document.
        UsageError: fewer than two were named.
    """
    named = [project.document(key).id for key in dict.fromkeys(document_ids)]
    if len(named) < 2:  # noqa: PLR2004 -- a pair
        message = "name two documents or more that belong together"
        raise UsageError(message)
    first, *others = groups.by_position(project.connection, named)
    with project.writing() as connection:
        groups.put_links(connection, [Link(first, other, "person", 1.0) for other in others])


class DisjointSets:
    """Which of many things were joined, directly or by others."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def known(self) -> list[str]:
        """Everything that was joined to something."""
        return list(self._parents)

    def root(self, item: str) -> str:
        """The one that stands for all that `item` was joined to."""
        parent = self._parents.setdefault(item, item)
        while parent != item:
            grandparent = self._parents[parent]
            self._parents[item] = grandparent
            item, parent = parent, grandparent
        return item

    def join(self, one: str, other: str) -> None:
        """Put two, and all that they were joined to, together."""
        self._parents[self.root(other)] = self.root(one)
