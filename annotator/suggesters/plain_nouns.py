"""Whether a word may be an indefinite noun in construct: nothing says it is something else."""

from annotator.arabic.function_words import FUNCTION_WORDS
from annotator.suggesters.trigger_lexicon import trigger_entries
from annotator.suggesters.vocabulary import given_names, is_ordinary
from annotator.suggesters.words import Word

_VERB_BEGINNINGS = ("ي", "سي", "ست")


def is_plain_noun(word: Word) -> bool:
    """Whether the word is an ordinary one, without article, and no verb, trigger or small word."""
    return (
        word.is_word
        and not word.definite
        and is_ordinary(word.bare)
        and word.bare not in FUNCTION_WORDS
        and word.bare not in given_names()
        and word.bare not in trigger_entries()
        and not word.bare.startswith(_VERB_BEGINNINGS)
        and not word.bare.endswith("ا")
    )
