"""A layer: one annotator's annotations of the whole project under one label schema."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from annotator.errors import UsageError
from annotator.model.remark import LEVELS, Level

GOLD = "gold"
"""The curator's layer."""

OnlyLevel: TypeAlias = Literal["", "entities", "events"]
"""The one level a layer is for; empty where it is for both."""

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
    only_level: OnlyLevel = ""

    @property
    def levels(self) -> tuple[Level, ...]:
        """What is to be finished of a document here; who mentions are belongs to the entities."""
        match self.only_level:
            case "entities":
                return ("entities", "identity")
            case "events":
                return ("events",)
            case "":
                return LEVELS
            case _:
                assert_never(self.only_level)
