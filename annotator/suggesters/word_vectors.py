"""What Arabic words are like: a vector and cluster numbers for each frequent stem, from a table."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from annotator.suggesters.array_file import pack_parts, unpack_parts

TABLE = Path(__file__).parent / "data" / "word_vectors.bin"
"""Written by `tools/build_word_vectors.py`; its licence stands in the README beside it."""

Vectors: TypeAlias = NDArray[np.float32]

_SUFFIXES = ("هما", "تها", "ها", "هم", "نا", "وا", "ات", "ين", "ون", "ان", "ه", "ا", "ت", "ي")
_SHORTEST_STEM = 3


@dataclass(frozen=True)
class WordVectors:
    """The table, opened: 8 MB of memory, 0.03 s."""

    places: dict[str, int]
    """Folded stem without article -> its row."""
    numbers: NDArray[np.int8]
    """`[row, dimension]`: the vectors, each of a length of its own."""
    clusters: NDArray[np.uint16]
    """`[row, level]`: the number of the cluster a stem is in, coarse levels first."""

    def vectors(self, rows: Sequence[int]) -> Vectors:
        """The vectors of some rows, each of length 1."""
        vectors = self.numbers[list(rows)].astype(np.float32)
        vectors /= np.maximum(np.sqrt((vectors**2).sum(axis=1, keepdims=True)), 1.0)
        return vectors

    def row(self, bare: str) -> int | None:
        """The row of a word, or of what is left of it without a suffix; None if unknown."""
        known = self.places.get(bare)
        if known is not None:
            return known
        for suffix in _SUFFIXES:
            stem = bare.removesuffix(suffix)
            if len(stem) < len(bare) and len(stem) >= _SHORTEST_STEM:
                known = self.places.get(stem, self.places.get(f"{stem}ه"))
                if known is not None:
                    return known
        return None


@cache
def word_vectors() -> WordVectors:
    """The table that ships; read when it is asked for first."""
    return unpack_vectors(TABLE.read_bytes())


@lru_cache(maxsize=20_000)
def cluster_of(bare: str) -> str:
    """The coarsest cluster of a word; a question mark for unknown words."""
    table = word_vectors()
    row = table.row(bare)
    return "?" if row is None else str(table.clusters[row, 0])


def pack_vectors(
    stems: list[str], vectors: NDArray[np.int8], clusters: NDArray[np.uint16]
) -> bytes:
    """The table's bytes: a line of JSON that says the sizes, then the parts, packed."""
    words = "\n".join(stems).encode()
    sizes = {
        "stems": len(stems),
        "dimensions": vectors.shape[1],
        "levels": clusters.shape[1],
    }
    return pack_parts(sizes, [words, vectors.tobytes(), clusters.tobytes()], effort=9)


def unpack_vectors(data: bytes) -> WordVectors:
    """The table as it was packed."""
    first, _, rest = data.partition(b"\n")
    sizes = json.loads(first)
    parts = unpack_parts(rest, sizes["bytes"])
    stems = parts[0].decode().split("\n")
    numbers = np.frombuffer(parts[1], dtype=np.int8).reshape(-1, sizes["dimensions"])
    clusters = np.frombuffer(parts[2], dtype=np.uint16).reshape(-1, sizes["levels"])
    return WordVectors(dict(zip(stems, range(len(stems)), strict=True)), numbers, clusters)
