"""Guess an event's polarity, modality and tense by the words before its trigger."""

from collections.abc import Mapping

from annotator.suggesters.lexicon import keys
from annotator.suggesters.trigger_lexicon import WordClass
from annotator.suggesters.words import Word, Words

_WINDOW = 4


def attributes_of(words: Words, trigger: Word, word_class: WordClass) -> Mapping[str, str]:
    """Only what differs from the defaults: positive, asserted, past."""
    before = _before(words, trigger)
    near = [word.full for word in before[-2:]]
    found: dict[str, str] = {}
    if not keys("grammar", "negation").isdisjoint(near):
        found["polarity"] = "neg"
    if _is_future(before, trigger, word_class):
        found["modality"] = "future"
    elif _is_hypothetical(before, trigger, word_class):
        found["modality"] = "hypothetical"
    elif word_class == "present" and not {"لم", "ولم"} & set(near):
        found["tense"] = "present"
    return found


def _before(words: Words, trigger: Word) -> list[Word]:
    """The words before the trigger in its clause, the nearest last."""
    clause: list[Word] = []
    index = trigger.index
    while len(clause) < _WINDOW and (word := words.previous(index)) is not None:
        clause.insert(0, word)
        index -= 1
    return clause


def _is_future(before: list[Word], trigger: Word, word_class: WordClass) -> bool:
    if word_class == "present" and trigger.key.startswith("س") and trigger.key[1:2] in set("يتنا"):
        return True
    return not keys("grammar", "future").isdisjoint(
        form for w in before for form in (w.bare, w.full)
    )


def _is_hypothetical(before: list[Word], trigger: Word, word_class: WordClass) -> bool:
    if word_class == "noun" and trigger.proclitics == "ل" and not trigger.definite:
        return True
    near = before[-1:] if word_class in {"past", "participle"} else before[-2:]
    cues = keys("grammar", "hypothetical")
    if word_class != "present":
        cues -= {"ان", "قد"}
    return any(word.full in cues or word.bare in cues for word in near)
