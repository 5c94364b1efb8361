"""Single words that are names of persons or places and nothing else: no segmenter splits them."""

from functools import lru_cache

from annotator.suggesters.lexicon import keys, packed, valued
from annotator.suggesters.vocabulary import given_names, is_ordinary, ordinary_words, surnames

_PROCLITICS = "وفبلك"
_SHORTEST_NAME = 4
"""A shorter one may be the end of another word by chance."""


@lru_cache
def distinctive_names() -> frozenset[str]:
    """Single words, folded and articles on, that name persons or places and are nothing else."""
    places = set(valued("places", "country")) | set(valued("places", "city"))
    places |= packed("gazetteer.tsv.gz", "country").keys()
    places |= keys("places", "region", "location")
    persons = {name for name in given_names() | surnames() if not is_ordinary(name)}
    # Of "بيت لحم" the first word says nothing by itself.
    return frozenset(
        name
        for name in places | persons
        if " " not in name and len(name) >= _SHORTEST_NAME and not _ends_a_word(name)
    )


def _ends_a_word(name: str) -> bool:
    """Whether an ordinary word is this name with a letter before it that looks like a proclitic."""
    return any(letter + name in ordinary_words() for letter in _PROCLITICS)
