"""The items of a document as they are now, kept in step with every edit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotator.model.annotations import Annotations
from annotator.model.change import Change, item_of
from annotator.model.event import Event
from annotator.model.mention import Mention
from annotator.model.placed import Placed
from annotator.model.span import Span
from annotator.model.suggestion import (
    Decision,
    SuggestedEvent,
    SuggestedMention,
    Suggestion,
)
from annotator.services.editing import EditingSession
from annotator.services.navigation import (
    Item,
    Items,
    Level,
    is_of,
    is_settled,
    items_of,
    own_items,
    place_of,
)


@dataclass(frozen=True)
class _Seen:
    """A level's items, and what they were made of."""

    annotations: Annotations
    suggestions: Mapping[str, Suggestion]
    proposed: Placed[Item]
    """All that was ever proposed on the level, decided or not."""
    items: Items


class ShownItems:
    """Looks at all of a document once, and then only at what an edit touched."""

    def __init__(self, session: EditingSession) -> None:
        self._session = session
        self._seen: dict[Level, _Seen] = {}

    def on(self, level: Level) -> Items:
        """What the document holds on a level now."""
        annotations, suggestions = self._session.annotations, self._session.suggestions
        seen = self._seen.get(level)
        if seen is not None:
            if seen.suggestions is not suggestions:
                seen = self._seen[level] = _proposed_anew(seen, suggestions, level)
            if seen.annotations is annotations:
                return seen.items
            changes = annotations.changes_since(seen.annotations)
            if changes is not None:
                items = _after(seen, changes, annotations, level)
                self._seen[level] = _Seen(annotations, suggestions, seen.proposed, items)
                return items
        proposed = Items(one for one in suggestions.values() if is_of(one, level)).placed
        items = items_of(annotations, self._session.open_suggestions, level)
        self._seen[level] = _Seen(annotations, suggestions, proposed, items)
        return items


def _proposed_anew(seen: _Seen, suggestions: Mapping[str, Suggestion], level: Level) -> _Seen:
    """The same annotations beside other suggestions; those that stay are the same objects."""
    before = seen.suggestions
    gone = [one for key, one in before.items() if suggestions.get(key) is not one]
    come = [one for key, one in suggestions.items() if before.get(key) is not one]
    left = [one for one in gone if is_of(one, level)]
    new = [one for one in come if is_of(one, level)]
    items = seen.items.changed(
        [one for one in left if seen.items.get(one.id) is one],
        [one for one in new if _is_free(one, seen.annotations)],
    )
    return _Seen(seen.annotations, suggestions, seen.proposed.changed(left, new), items)


def _after(seen: _Seen, changes: Sequence[Change], annotations: Annotations, level: Level) -> Items:
    difference = own_items(annotations, level).since(own_items(seen.annotations, level))
    gone: Sequence[Mention | Event]
    come: Sequence[Mention | Event]
    gone, come = difference or ((), ())
    if difference is None:
        gone, come = own_items(seen.annotations, level).all, own_items(annotations, level).all
    asked = _in_question(seen, [place_of(item) for item in (*gone, *come)], changes, level)
    left = [item for item in asked if seen.items.get(item.id) is item]
    free = [item for item in asked if _is_free(item, annotations)]
    return seen.items.changed([*gone, *left], [*come, *free])


def _in_question(
    seen: _Seen, places: Sequence[Span], changes: Sequence[Change], level: Level
) -> list[SuggestedMention | SuggestedEvent]:
    """The suggestions that may have come or gone: decided on, or where something was marked."""
    found = {item.id: item for span in places for item in seen.proposed.over(span)}
    for change in changes:
        decision = item_of(change)
        if isinstance(decision, Decision) and decision.id in seen.suggestions:
            suggestion = seen.suggestions[decision.id]
            if is_of(suggestion, level):
                found[suggestion.id] = suggestion
    return [item for item in found.values() if isinstance(item, SuggestedMention | SuggestedEvent)]


def _is_free(suggestion: SuggestedMention | SuggestedEvent, annotations: Annotations) -> bool:
    is_decided = annotations.get(Decision, suggestion.id) is not None
    return not is_decided and not is_settled(suggestion, annotations)
