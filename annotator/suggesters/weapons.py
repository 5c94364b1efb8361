"""Suggest weapons and military vehicles, with the numeral that counts them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotator.model.reason import because
from annotator.model.suggestion import SuggestedMention, Suggestion
from annotator.protocols import Reading, Stage
from annotator.suggesters.adjectives import is_adjective
from annotator.suggesters.bodies import quoted_name_end
from annotator.suggesters.lexicon import keys
from annotator.suggesters.numerals import number_before
from annotator.suggesters.phrases import PhraseTable, table
from annotator.suggesters.proposing import Proposer
from annotator.suggesters.words import Words, words_of


@lru_cache
def _strong() -> PhraseTable[str]:
    return table(keys("nouns", "weapon-strong"), articles=False)


@lru_cache
def _all() -> PhraseTable[str]:
    accusatives = {f"{noun}ا" for noun in keys("nouns", "weapon") if not noun.endswith("ه")}
    return table(keys("nouns", "weapon") | accusatives, articles=False)


@lru_cache
def _names() -> PhraseTable[str]:
    return table(keys("nouns", "weapon-names"), articles=False)


@lru_cache
def _adjectives() -> frozenset[str]:
    return keys("nouns", "weapon-adjective")


class WeaponSuggester:
    """«صواريخ باليستية», «137 مسيّرة», «منظومة "باتريوت"»."""

    name = "weapons"
    stage: Stage = "mentions"

    def suggest(
        self,
        reading: Reading,
        found: Sequence[Suggestion],  # noqa: ARG002 - of the Protocol
    ) -> Iterator[SuggestedMention]:
        """Weapons in reading order."""
        words = words_of(reading)
        proposer = Proposer(reading, words, self.name)
        index = 0
        while index < len(words):
            weapon = _weapon_at(words, index)
            if weapon is None:
                index += 1
                continue
            end, score = weapon
            counted = number_before(words, index)
            yield from proposer.propose(
                index if counted is None else counted,
                end,
                "weapon",
                score=score if counted is None else 0.6,
                why=because("a noun for a weapon: {word}", word=words[index].key),
            )
            index = end


def _weapon_at(words: Words, index: int) -> tuple[int, float] | None:
    """Where the weapon ends that begins at the word, and how sure it is."""
    name = _names().at(words, index)
    if name is not None:
        return name[0], 0.8
    found = _all().at(words, index)
    if found is None:
        # «هجوم صاروخي باليستي»: adjectives that name the means
        is_means = words[index].bare in keys("nouns", "weapon-means") and words.previous(index)
        return (_phrase_end(words, index + 1), 0.5) if is_means else None
    strong = _strong().at(words, index) is not None
    end = _phrase_end(words, found[0])
    described = any(w.bare in _adjectives() for w in words.items[found[0] : end])
    counted = number_before(words, index) is not None
    if not (strong or described or counted or end > found[0] + 1):
        return None
    return end, 0.55 if strong or described else 0.45


def _phrase_end(words: Words, end: int) -> int:
    """With adjectives, a type's name, and a quoted type's name."""
    definite = words[end - 1].definite
    while (
        (word := words.follower(end)) is not None
        and word.definite == definite
        and (word.bare in _adjectives() or is_adjective(word))
    ):
        end += 1
    made_of = _all().at(words, end) if words.follower(end) and not definite else None
    if made_of is not None:  # «راجمات صواريخ», «قذائف الهاون»
        return made_of[0]
    name = _names().at(words, end) if words.follower(end) else None
    if name is not None:
        return name[0]
    return quoted_name_end(words, end) or end
