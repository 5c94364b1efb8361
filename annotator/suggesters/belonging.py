"""Which country, people or faith a name, a nisba or a capital means, by the word lists: a slug."""

from functools import lru_cache

from annotator.suggesters.lexicon import fold_phrase, packed, valued
from annotator.suggesters.nisbas import nisbas


def slug_of_name(name: str) -> str | None:
    """The slug of the country that `name` is the name of; None where it is in no list."""
    return _countries().get(fold_phrase(name))


def slug_of_nisba(word: str) -> str | None:
    """The slug of what somebody called by this adjective belongs to; None for any other word."""
    return nisbas().get(fold_phrase(word).removeprefix("ال"))


def slug_of_capital(name: str) -> str | None:
    """The slug of the country that `name` is the capital of; None for any other name."""
    return valued("places", "capital").get(fold_phrase(name))


@lru_cache
def _countries() -> dict[str, str]:
    """Folded names, with their articles -> slugs."""
    found = dict(packed("gazetteer.tsv.gz", "country"))
    return found | dict(valued("places", "country"))
