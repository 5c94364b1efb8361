"""What the filters of a search let through: annotations and suggestions of one layer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.errors import UsageError
from annotator.model.annotations import Annotations
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.span import Span
from annotator.model.suggestion import Suggestion, span_of
from annotator.services.project import Project
from annotator.services.search_query import STATUSES, SUGGESTED, UNCERTAIN, Query
from annotator.wording import marked, worded


@dataclass(frozen=True, slots=True)
class Found:
    """A place, and what of an annotation or suggestion there the filters look at."""

    span: Span
    item_id: str | None = None
    type: str | None = None
    status: str | None = None
    uncertain: bool = False
    roles: tuple[str, ...] = ()


def check_filters(project: Project, query: Query) -> None:
    """See that there is what the filters name.

    Raises:
        UsageError: they name a type, role, layer or status that does not exist.
        NotFoundError: there is no such document.
    """
    schemas = [project.schema(name) for name in project.schema_names()]
    types = {name for schema in schemas for name in (*schema.entities, *schema.events)}
    known: dict[str, tuple[frozenset[str], Iterable[str]]] = {
        marked("type"): (query.types, types),
        marked("role"): (query.roles, {role for schema in schemas for role in schema.roles}),
        marked("layer"): (query.layers, {layer.name for layer in project.layers()}),
        marked("status"): (query.statuses, STATUSES),
    }
    for what, (named, there) in known.items():
        for name in sorted(named.difference(there)):
            message = worded(
                "there is no {what} {name!r}; known: {names}",
                what=worded(what),
                name=name,
                names=worded(", ").join(sorted(there)) or worded("none"),
            )
            raise UsageError(message)
    for document_id in query.documents:
        project.document(document_id)


def annotated(annotations: Annotations) -> Iterator[Found]:
    """The mentions and events, with the roles they fill."""
    roles: dict[str, list[str]] = {}
    for event in annotations.events:
        for argument in event.arguments:
            roles.setdefault(argument.target, []).append(argument.role)
    for item in annotations.items.values():
        if isinstance(item, Mention | Event):
            yield Found(
                item.span if isinstance(item, Mention) else item.trigger,
                item.id,
                item.type,
                item.provenance.status,
                item.uncertain,
                tuple(dict.fromkeys(roles.get(item.id, ()))),
            )


def undecided(proposed: Iterable[Suggestion], annotations: Annotations) -> Iterator[Found]:
    """The suggestions that nobody decided yet; what several suggesters propose, once."""
    decided = {decision.id for decision in annotations.decisions}
    for suggestion in {each.id: each for each in proposed}.values():
        if suggestion.id not in decided:
            yield Found(span_of(suggestion), suggestion.id, suggestion.type, SUGGESTED)


def passes(item: Found, query: Query) -> bool:
    """Whether type, role and status are among those asked for."""
    if query.types and item.type not in query.types:
        return False
    if query.roles and query.roles.isdisjoint(item.roles):
        return False
    if not query.statuses:
        return True
    return item.status in query.statuses or (item.uncertain and UNCERTAIN in query.statuses)
