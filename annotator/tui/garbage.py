"""When Python looks for garbage: not while the program opens, and then between keys."""

import gc

from textual.app import App

_SETTLED_S = 1.0
"""What is there after so long stays, and is not looked at again: that would take 0.2 s."""
_EVERY_S = 1.0
_OFTEN = 60
"""Of so many times, once all is looked at that has come since; else only what is new."""
_BACKSTOP = 100_000, 50, 50
"""Objects made in a second are never so many but where the program is busy by itself."""


def look_for_garbage(app: App[None]) -> None:
    """Begin when the application has settled, also where it was put off until then.

    A key that comes at that moment is held up by a few milliseconds.
    """
    app.set_timer(_SETTLED_S, lambda: _begin(app))


def _begin(app: App[None]) -> None:
    gc.freeze()
    gc.set_threshold(*_BACKSTOP)
    gc.enable()
    turns = 0

    def look() -> None:
        nonlocal turns
        turns += 1
        gc.collect(1 if turns % _OFTEN else 2)

    app.set_interval(_EVERY_S, look)
