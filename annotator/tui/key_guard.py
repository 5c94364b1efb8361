"""Which keys pass to the screen: those of a burst do not, unless text is typed.

Judged as they arrive, not when they are acted on: on a busy machine the keys of a burst would
otherwise seem to come as slowly as they are worked off.
"""

from collections import deque
from collections.abc import Callable, Sequence

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

from annotator.tui.pace import MANY, Heard, Pace

_ACTING = frozenset({"backspace", "delete", "enter"})
"""Keys without a character that may decide something."""


class KeyGuard:
    """Watches the keys of one application."""

    def __init__(self, clock: Callable[[], float] | None) -> None:
        """Without a `clock`, by the time a key says it came at."""
        self._clock = clock
        self._pace = Pace()
        self._was_typing = False
        self._began = 0.0
        self._times: deque[float] = deque(maxlen=MANY)
        """When the last keys came, on the clock that keys carry."""

    def hears(self, key: events.Key, *, is_typing: bool) -> Heard:
        """What to take the key for; keys that only move, and typed text, are a person's.

        Text is typed from the first key on that comes alone: what was pasted where keys act, and
        opened a line to type in, is not typed there.
        """
        if not _may_act(key):
            return "person"
        goes_on_typing, self._was_typing = is_typing and self._was_typing, is_typing
        if goes_on_typing:
            return "person"
        self._times.append(key.time)
        heard = self._pace.hears(self._clock() if self._clock is not None else key.time, key.key)
        if heard == "begins":
            self._began = self._times[-self._pace.run_length]
        self._was_typing = is_typing and heard == "person" and not self._pace.is_together
        return heard

    @property
    def burst_began(self) -> float:
        """When the first key of the last burst came, on the clock that keys carry."""
        return self._began


def _may_act(key: events.Key) -> bool:
    if key.character and key.is_printable:
        return not key.character.isdigit()  # digits go to words
    return key.key in _ACTING


def behind_keys(app: App[None], call: Callable[[], object]) -> None:
    """Call `call` once every key that was handed on so far has been acted on.

    A key goes up from whoever has the focus to the application, and what its action tells goes the
    same way again.
    """
    focused = app.screen.focused or app.screen
    way = [node for node in focused.ancestors_with_self if isinstance(node, MessagePump)]
    _hand_on([*way, *way[:-1]], call)


def _hand_on(way: Sequence[MessagePump], call: Callable[[], object]) -> None:
    for place, node in enumerate(way, start=1):
        if node.call_later(_hand_on, way[place:], call):
            return  # what has been closed meanwhile is passed by: it hands nothing on
    call()
