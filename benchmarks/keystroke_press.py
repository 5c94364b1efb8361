"""A step of a scripted annotator: keys, and what for."""

from typing import NamedTuple


class Press(NamedTuple):
    """Keys, and what for."""

    keys: tuple[str, ...]
    action: str
