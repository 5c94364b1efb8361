"""Whether a word is an adjective that belongs to the noun before it."""

from functools import lru_cache

from annotator.suggesters.lexicon import keys
from annotator.suggesters.nisbas import is_nisba
from annotator.suggesters.words import Word, Words

_SHORTEST = 4
_RELATIVE_ENDINGS = ("ي", "يه", "يين", "يون", "يان", "يتين", "يتان", "يات")


@lru_cache
def listed_adjectives() -> frozenset[str]:
    """Adjectives of titles and of names of bodies, in both genders, without article."""
    bases = keys("titles", "complement") | keys("organisations", "fixed-adjective")
    return frozenset(
        form for base in bases for form in (base, f"{base}ه", f"{base}ين", f"{base}ون")
    )


def is_adjective(word: Word) -> bool:
    """Whether the word looks like an adjective: a nisba, a listed one, or with such an ending."""
    if is_nisba(word) or word.bare in listed_adjectives():
        return True
    return (
        word.definite
        and len(word.bare) >= _SHORTEST
        and word.bare.endswith(_RELATIVE_ENDINGS)
        and word.bare not in keys("grammar", "no-adjective")
    )


def adjectives_end(words: Words, index: int, *, definite: bool) -> int:
    """Where a row of adjectives that begins at `index` ends, agreeing in their article."""
    while (
        (word := words.follower(index)) is not None
        and word.definite == definite
        and is_adjective(word)
    ):
        index += 1
    return index
