"""How much each sign speaks for each role: the weights of the argument ranker, and their file."""

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

FILE = "argument_weights.json.gz"
NONE = ""
"""The class of what fills no role."""
_UNIT = 0.01


@dataclass(frozen=True)
class Weights:
    """What was learned from annotated events."""

    roles: Sequence[str]
    """The classes: `NONE`, then every role."""
    signs: Mapping[str, Mapping[int, float]]
    """Sign -> number of the class -> weight."""


@lru_cache
def shipped_weights() -> Weights:
    """The weights trained on the bootstrap corpus."""
    return unpacked(files("annotator.suggesters").joinpath("data", FILE).read_bytes())


def packed(weights: Weights) -> bytes:
    """The weights as bytes, rounded; the same weights give the same bytes."""
    signs: dict[str, dict[int, int]] = {}
    for sign, row in sorted(weights.signs.items()):
        rounded = {role: round(weight / _UNIT) for role, weight in sorted(row.items())}
        if kept := {role: weight for role, weight in rounded.items() if weight}:
            signs[sign] = kept
    content = {"roles": list(weights.roles), "signs": signs}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


def unpacked(data: bytes) -> Weights:
    """What `packed` made bytes of."""
    content = json.loads(gzip.decompress(data))
    return Weights(
        content["roles"],
        {
            sign: {int(role): weight * _UNIT for role, weight in row.items()}
            for sign, row in content["signs"].items()
        },
    )
