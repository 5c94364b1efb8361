"""The identifiers items carry in a file: T1, T2 … for mentions, E1, E2 … for events."""

from collections.abc import Sequence

from annotator.model.event import Argument, Event
from annotator.model.mention import Mention


class Numbering:
    """Names the mentions and events of one document by their place in reading order."""

    def __init__(
        self, mentions: Sequence[Mention], events: Sequence[Event], roles: Sequence[str]
    ) -> None:
        """`roles` are the label schema's, in its order."""
        self._places = {mention.id: (0, n) for n, mention in enumerate(mentions, start=1)}
        self._places |= {event.id: (1, n) for n, event in enumerate(events, start=1)}
        self._roles = {role: n for n, role in enumerate(roles)}

    def __contains__(self, item_id: str) -> bool:
        return item_id in self._places

    def place(self, item_id: str) -> tuple[int, int]:
        """Where the item stands: mentions before events, each by number."""
        return self._places[item_id]

    def name(self, item_id: str) -> str:
        """What the file calls the item."""
        layer, number = self._places[item_id]
        return f"{'TE'[layer]}{number}"

    def arguments(self, event: Event) -> list[Argument]:
        """The arguments in the file's order: by role as the label schema lists them, then filler.

        One whose filler is gone is left out.
        """
        standing = [argument for argument in event.arguments if argument.target in self._places]
        return sorted(standing, key=lambda a: (self._roles[a.role], self._places[a.target]))
