"""Find titles: an office or rank with its complement, ending before the holder's name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from annotator.suggesters.adjectives import adjectives_end, is_adjective
from annotator.suggesters.bodies import body_at
from annotator.suggesters.lexicon import fold_phrase, keys, sections
from annotator.suggesters.nisbas import is_nisba
from annotator.suggesters.personal_names import is_given_name, is_known_name, name_end
from annotator.suggesters.phrases import PhraseTable
from annotator.suggesters.places import place_at, place_phrase_at
from annotator.suggesters.plain_nouns import is_plain_noun
from annotator.suggesters.vocabulary import is_ordinary
from annotator.suggesters.words import Word, Words

_PRONOUNS = ("ها", "هم", "ه")
_DEEPEST = 3
"""«نائب رئيس مجلس وزراء …»: how many heads may stand in construct."""
_BEFORE_NAME_OF_OFFICE = frozenset({"باسم", "بلسان"})


@dataclass(frozen=True, slots=True)
class Office:
    """Words `first` up to `end` are a title."""

    first: int
    end: int
    complete: bool
    """Has a complement, or is an office that needs none; else only a name after it proves it."""


@lru_cache
def _heads() -> PhraseTable[str]:
    return PhraseTable(
        {
            form: "office"
            for section in ("rank", "office")
            for entry in sections("titles")[section]
            for form in _forms(
                " ".join(word.removeprefix("ال") for word in fold_phrase(entry).split())
            )
        },
        articles=False,
    )


def _forms(office: str) -> tuple[str, ...]:
    if " " in office:
        return (office,)
    return (office, *(f"{office}{pronoun}" for pronoun in _PRONOUNS if not office.endswith("ه")))


def _is_owned(word: Word) -> bool:
    """«رئيسها»: an office with a pronoun needs no other complement."""
    return any(
        word.bare.endswith(pronoun) and word.bare.removesuffix(pronoun) in keys("titles", "alone")
        for pronoun in _PRONOUNS
    )


def find_offices(words: Words) -> Iterator[Office]:
    """Every title; one inside another's complement follows the outer one."""
    for index in range(len(words)):
        found = office_at(words, index)
        if found is not None:
            yield found


def office_at(words: Words, index: int) -> Office | None:
    """The title that begins at the word, complement included."""
    head = _heads().at(words, index)
    if head is None:
        return None
    after_head, _ = head
    end = _complement_end(words, after_head, _DEEPEST)
    alone = words[index].bare in keys("titles", "alone") and words[index].definite
    return Office(index, end, complete=end > index + 1 or alone or _is_owned(words[index]))


def _complement_end(words: Words, end: int, depth: int) -> int:
    """Where the noun phrase ends whose head ends before the word `end`."""
    definite = words[end - 1].definite
    nxt = words.follower(end)
    if not definite and nxt is not None:
        after = _construct_end(words, end, depth)
        is_name = after > end and not is_nisba(words[after - 1])
        definite = is_name or _has_article(words, end, after)
        end = after
    end = adjectives_end(words, end, definite=definite or words[end - 1].definite)
    return _prepositional_end(words, end, depth)


def _has_article(words: Words, first: int, end: int) -> bool:
    return any(word.definite for word in words.items[first:end])


def _construct_end(words: Words, index: int, depth: int) -> int:
    """Where the second part of a construct ends; `index` itself when there is none."""
    nxt = words.follower(index)
    if nxt is None or depth == 0:
        return index
    named = _named_end(words, index, depth)
    if named is not None:
        return named
    if nxt.definite:
        return _portfolio_end(words, index + 1)
    if is_adjective(nxt) and not is_known_name(nxt):
        return adjectives_end(words, index, definite=False)
    if is_plain_noun(nxt) and (place_at(words, index + 1) or _is_article_noun(words, index + 1)):
        return _construct_end(words, index + 1, depth - 1)
    return index


def _named_end(words: Words, index: int, depth: int) -> int | None:
    """Where another office, a body or a place ends that completes the title; None without one."""
    nxt = words[index]
    body = body_at(words, index)
    place = place_phrase_at(words, index)
    inner = _heads().at(words, index)
    if inner is not None and not is_nisba(nxt):
        return max(_complement_end(words, inner[0], depth - 1), body.end if body else 0)
    if body is not None:
        return body.end
    if place is not None and not is_given_name(nxt):
        return place.end
    of_place = words[index - 1].bare in keys("grammar", "office-of-place")
    if of_place and not is_ordinary(nxt.bare) and _has_name(words, index):
        return index + 1
    return None


def _has_name(words: Words, index: int) -> bool:
    """Whether two more words after the one at `index` can be the holder's name."""
    end = name_end(words, index + 1)
    return end is not None and end > index + 2


def _is_article_noun(words: Words, index: int) -> bool:
    word = words.follower(index)
    return word is not None and word.definite and not is_adjective(word)


def _portfolio_end(words: Words, end: int) -> int:
    """«وزير الخارجية والمغتربين»: a second portfolio belongs to the title."""
    word = words.joined(end)
    if (
        word is not None
        and word.proclitics == "و"
        and word.definite
        and word.bare in keys("titles", "portfolio")
        and words[end - 1].bare in keys("titles", "portfolio")
    ):
        return end + 1
    return end


def _prepositional_end(words: Words, end: int, depth: int) -> int:
    """«المتحدث باسم وزارة الدفاع», «الأمين العام للأمم المتحدة»: the complement after ل or باسم."""
    word = words.joined(end)
    if word is None or depth == 0:
        return end
    if word.full in _BEFORE_NAME_OF_OFFICE:
        after = _construct_end(words, end + 1, depth - 1)
        return after if after > end + 1 else end
    if word.full == "في" or word.proclitics == "ب":
        return _institution_end(words, end)
    return _purpose_end(words, end, depth) if word.proclitics == "ل" else end


def _purpose_end(words: Words, end: int, depth: int) -> int:
    """«المبعوث الخاص للرئيس», «المستشار لشؤون الأمن»: an office, body or place after ل."""
    word = words[end]
    office = _heads().at(words, end) if word.definite else None
    if office is not None:
        return _complement_end(words, office[0], depth - 1)
    body, place = body_at(words, end), place_at(words, end)
    if body is not None:
        return body.end
    if place is not None and not place.place.weak:
        return place.end
    if word.bare in keys("titles", "portfolio"):
        return _complement_end(words, end + 1, depth - 1)
    return end


def _institution_end(words: Words, end: int) -> int:
    """«أستاذ التاريخ في جامعة القاهرة»: the institution that the office is at."""
    index = end + 1 if words[end].full == "في" else end
    word = words.joined(index)
    if word is None or word.bare not in keys("grammar", "institution"):
        return end
    body = body_at(words, index)
    return body.end if body is not None else end
