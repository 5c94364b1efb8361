"""Pack the commonest Arabic words of the package `wordfreq` into annotator/arabic/data.

    pip install wordfreq && python -m tools.build_word_counts

The same version of wordfreq gives the same bytes.
"""

import json
import math
import re
import zlib
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from annotator.arabic.normalize import fold_key
from annotator.arabic.word_counts import (
    FIRST_LEVEL,
    LOWEST_ZIPF,
    PREFIX_LENGTH,
    STEPS_PER_ZIPF,
    TABLE,
)

WORD_COUNT = 150_000
DATA = Path("annotator/arabic/data")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")


def commonest_words() -> dict[str, float]:
    """Folded words and their Zipf values, the spellings of one word added up."""
    frequencies: defaultdict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("ar", wordlist="best").items():
        key = fold_key(word)
        if _ARABIC.fullmatch(key):
            frequencies[key] += frequency
    ranked = sorted(frequencies.items(), key=lambda pair: (-pair[1], pair[0]))
    return {word: math.log10(frequency) + 9 for word, frequency in ranked[:WORD_COUNT]}


def pack(words: dict[str, float]) -> bytes:
    """The table as `annotator.arabic.word_counts` reads it."""
    by_prefix: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for word, value in sorted(words.items()):
        by_prefix[word[:PREFIX_LENGTH]].append((word[PREFIX_LENGTH:], value))
    lines = (
        f"{prefix:<{PREFIX_LENGTH}}{' '.join(rest for rest, _ in group)}\t"
        + "".join(_level(value) for _, value in group)
        for prefix, group in by_prefix.items()
    )
    return zlib.compress("\n".join(lines).encode(), 9)


def _level(value: float) -> str:
    return chr(FIRST_LEVEL + max(0, round((value - LOWEST_ZIPF) * STEPS_PER_ZIPF)))


def main() -> None:
    """Write the table and say how large it is."""
    words = commonest_words()
    packed = pack(words)
    (DATA / TABLE).write_bytes(packed)
    print(json.dumps({"words": len(words), "bytes": len(packed)}))


if __name__ == "__main__":
    main()
