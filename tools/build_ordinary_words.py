"""Build the list of ordinary words: those whose inflected family shows that they are no names.

Run `python -m tools.build_ordinary_words` with `wordfreq` installed; the same version gives the
same bytes.
"""

import gzip
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from annotator.arabic.normalize import fold_key

TARGET = Path(__file__).parents[1] / "annotator/suggesters/data/ordinary_words.txt.gz"

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")
SUFFIXES = ("ها", "هم", "ه", "نا", "كم", "ات", "ين", "ون", "وا", "ت", "هما")
PREFIXES = ("ال", "ي", "ت", "ن", "سي", "ست")
RARE = 3e-8
"""Share of running text below which a word says nothing about itself."""
FREQUENT = 1e-5
"""Share from which on a word is ordinary, or a name so well known that the lexicons have it."""


def main() -> None:
    """Write the list, sorted and folded."""
    counts = folded_counts()
    words = (word for word, count in counts.items() if count >= RARE and len(word) > 1)
    listed = sorted(
        word for word in words if not word.startswith("ال") and is_ordinary(word, counts)
    )
    TARGET.write_bytes(gzip.compress("\n".join(listed).encode("utf-8"), mtime=0))


def folded_counts() -> Mapping[str, float]:
    """Folded Arabic word -> share of running text."""
    from wordfreq import get_frequency_dict

    counts: defaultdict[str, float] = defaultdict(float)
    for word, count in sorted(get_frequency_dict("ar", wordlist="best").items()):
        if ARABIC.fullmatch(word):
            counts[fold_key(word)] += count
    return counts


def is_ordinary(word: str, counts: Mapping[str, float]) -> bool:
    """Whether the word is frequent, or several of its inflected forms are met with too."""
    count = counts[word]
    stem = f"{word[:-1]}ت" if word.endswith("ه") else word
    family = [stem + suffix for suffix in SUFFIXES] + [prefix + word for prefix in PREFIXES]
    if word[0] in "يتن":  # a verb in the present has sisters in the other persons
        family += [person + word[1:] for person in "يتن" if person != word[0]]
    shares = [
        counts.get(form, 0.0) / count for form in family if counts.get(form, 0.0) > 0.01 * count
    ]
    return count >= FREQUENT or (len(shares) > 1 and sum(shares) > 0.05)


if __name__ == "__main__":
    main()
