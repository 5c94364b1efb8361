"""Search a project: words in their context, or annotations by type, layer, status and role."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from annotator.model.span import Span, reading_order
from annotator.services.project import Project
from annotator.services.search_filters import Found, annotated, check_filters, passes, undecided
from annotator.services.search_query import SUGGESTED, UNMARKED, Plan, Query, make_plan
from annotator.store import documents, search, state, suggestions

CONTEXT_CHARACTERS = 60
_LINE_ENDS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place that was found: text, or an annotation or open suggestion of one layer."""

    document_id: str
    start: int
    end: int
    text: str
    left: str
    """What stands before it, up to a limit, with line ends as blanks."""
    right: str
    """What stands behind it."""
    layer: str | None = None
    """None for a place in the text alone."""
    item_id: str | None = None
    """Of the mention, event or suggestion; within its document."""
    type: str | None = None
    status: str | None = None
    roles: tuple[str, ...] = ()
    """That it fills, each once."""

    @property
    def span(self) -> Span:
        """The place as a span."""
        return Span(self.start, self.end)


def search_project(
    project: Project, query: Query, *, context: int = CONTEXT_CHARACTERS
) -> Iterator[SearchHit]:
    """What the query finds, document by document as they were imported, found as it is asked for.

    Raises:
        UsageError: there is nothing to look for, a filter names what there is not, or the pattern
            is no regular expression; raised at once.
        NotFoundError: there is no such document.
    """
    check_filters(project, query)
    plan = None
    if query.pattern.strip() or not query.wants_annotations:
        plan = make_plan(project, query)
    return _hits(project, query, plan, context=context)


def first_hits(
    project: Project, query: Query, *, limit: int, context: int = CONTEXT_CHARACTERS
) -> tuple[list[SearchHit], bool]:
    """The first `limit` hits, and whether there are more.

    Raises:
        UsageError, NotFoundError: as `search_project`.
    """
    found = list(islice(search_project(project, query, context=context), limit + 1))
    return found[:limit], len(found) > limit


@dataclass(frozen=True, slots=True)
class _Page:
    """A document that is searched, and the layer that is looked at."""

    document_id: str
    text: str
    layer: str | None = None

    def hit(self, found: Found, *, context: int) -> SearchHit:
        start, end, text = found.span.start, found.span.end, self.text
        return SearchHit(
            document_id=self.document_id,
            start=start,
            end=end,
            text=text[start:end],
            left=text[max(0, start - context) : start].translate(_LINE_ENDS),
            right=text[end : end + context].translate(_LINE_ENDS),
            layer=self.layer,
            item_id=found.item_id,
            type=found.type,
            status=found.status,
            roles=found.roles,
        )


def _hits(
    project: Project, query: Query, plan: Plan | None, *, context: int
) -> Iterator[SearchHit]:
    layers = [layer.name for layer in project.layers()]
    if query.layers:
        layers = [name for name in layers if name in query.layers]
    for document_id, text in _texts(project, query, plan):
        places = list(plan.find(text)) if plan is not None else None
        if places == []:
            continue
        if not query.wants_annotations:
            page = _Page(document_id, text)
            yield from (page.hit(Found(place), context=context) for place in places or ())
            continue
        for layer in layers:
            page = _Page(document_id, text, layer)
            for found in _of_layer(project, query, page, places):
                yield page.hit(found, context=context)


def _texts(project: Project, query: Query, plan: Plan | None) -> Iterator[tuple[str, str]]:
    """Identifier and text of every document that may hold a hit."""
    connection = project.connection
    only: frozenset[str] | None = query.documents or None
    if query.wants_annotations and UNMARKED not in query.statuses:
        worked_on = frozenset(search.documents_worked_on(connection))
        only = worked_on & only if only else worked_on
    if plan is None or not plan.words:
        return documents.texts(connection, only)
    texts = search.documents_with(connection, plan.words)
    return texts if only is None else ((key, text) for key, text in texts if key in only)


def _of_layer(
    project: Project, query: Query, page: _Page, places: list[Span] | None
) -> Iterator[Found]:
    """What of the page's layer the filters let through, at the places of the pattern if any."""
    layer = page.layer or ""
    annotations = state.annotations(project.connection, layer, page.document_id)
    found = list(annotated(annotations))
    marked = [item.span for item in found]
    if SUGGESTED in query.statuses:
        proposed = suggestions.get(project.connection, layer, page.document_id)
        found += undecided(proposed, annotations)
    if UNMARKED in query.statuses:
        found += [
            Found(place, status=UNMARKED)
            for place in places or ()
            if not any(place.overlaps(span) for span in marked)
        ]
    for item in sorted(found, key=lambda item: reading_order(item.span)):
        if passes(item, query) and (
            places is None or any(item.span.overlaps(place) for place in places)
        ):
            yield item
