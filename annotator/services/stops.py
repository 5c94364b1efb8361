"""The words a digit goes to: the next ones that may want a mark, passed over or ahead."""

from annotator.arabic.function_words import FUNCTION_WORDS, PROCLITICS_OF
from annotator.arabic.normalize import fold_key
from annotator.model.span import Span
from annotator.services.desk import Desk

MOST_STOPS = 9
_SHORTEST = 3
"""Letters; what is left of a shorter word is a pronoun."""


def stops(desk: Desk) -> tuple[int, ...]:
    """Where the next words begin that carry meaning and no mark of the live level, in order.

    They are counted from where the cursor was before it went on by itself, so that the words it
    passed over come first.
    """
    found: list[int] = []
    word = desk.words.after(desk.passed_from)
    while word is not None and len(found) < MOST_STOPS:
        is_lettered = word.start - 1 in desk.lettered
        if word.start != desk.cursor and not is_lettered and _wants_mark(word, desk):
            found.append(word.start)
        word = desk.words.after(word.start)
    return tuple(found)


def _wants_mark(word: Span, desk: Desk) -> bool:
    key = fold_key(word.of(desk.text))
    if not key[:1].isalpha():
        return True
    bare = key.removeprefix(PROCLITICS_OF.get(key, ""))
    if key in FUNCTION_WORDS or bare in FUNCTION_WORDS or len(bare) < _SHORTEST:
        return False
    if desk.level == "events":
        return not desk.items().over(word)
    return not desk.items().beginning_in(word)
