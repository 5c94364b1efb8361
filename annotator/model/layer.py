"""A layer: one annotator's annotations of the whole project under one label schema."""

from dataclasses import dataclass

from annotator.errors import UsageError

GOLD = "gold"
"""The curator's layer."""

RESERVED_NAMES = frozenset({GOLD, "all"})
"""Names no annotator may have: `gold` is the curator's layer, `all` stands for every layer."""


def check_annotator_name(name: str) -> None:
    """Refuse a name that no annotator may have.

    Raises:
        UsageError: it is reserved or empty.
    """
    if name in RESERVED_NAMES or not name.strip():
        message = f"{name!r} cannot name an annotator; choose another name with --as"
        raise UsageError(message)


@dataclass(frozen=True, slots=True)
class Layer:
    """Named after its annotator; every annotation in it uses the label schema `schema_name`."""

    name: str
    schema_name: str
    note: str = ""
    """What a reader of the layer should know: who made it, how."""
