"""A layer: one annotator's annotations of the whole project under one label schema."""

from dataclasses import dataclass

GOLD = "gold"
"""The curator's layer."""

RESERVED_NAMES = frozenset({GOLD, "all"})
"""Names no annotator may have: `gold` is the curator's layer, `all` stands for every layer."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Named after its annotator; every annotation in it uses the label schema `schema_name`."""

    name: str
    schema_name: str
    note: str = ""
    """What a reader of the layer should know: who made it, how."""
