"""The verbs of saying that stand before whoever says it."""

from functools import lru_cache

from annotator.suggesters.lexicon import keys
from annotator.suggesters.words import Word


@lru_cache
def _forms() -> frozenset[str]:
    past = keys("grammar", "verb-of-saying")
    feminine = {f"{verb[:-1]}ت" if verb.endswith("ي") else f"{verb}ت" for verb in past}
    return past | feminine | keys("grammar", "verb-of-saying-present")


def is_verb_of_saying(word: Word) -> bool:
    """Whether the word is such a verb; its subject usually follows."""
    return is_form_of_saying(word.bare) and not word.definite


def is_form_of_saying(bare: str) -> bool:
    """Whether the folded letters are a form of such a verb."""
    return bare in _forms()
