"""Find bodies: organs of state, armed forces, media and other organisations."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from annotator.suggesters.adjectives import adjectives_end, is_adjective
from annotator.suggesters.concepts import Concept
from annotator.suggesters.lexicon import keys
from annotator.suggesters.nisbas import is_nisba
from annotator.suggesters.personal_names import name_end
from annotator.suggesters.phrases import PhraseTable
from annotator.suggesters.places import place_at
from annotator.suggesters.plain_nouns import is_plain_noun
from annotator.suggesters.vocabulary import is_ordinary
from annotator.suggesters.words import Words


@dataclass(frozen=True, slots=True)
class Body:
    """Words `first` up to `end` name a body; `fixed` names are in the lists as they stand."""

    first: int
    end: int
    concept: Concept
    fixed: bool
    certain: bool = True


_NAME_SECTIONS: tuple[tuple[str, Concept], ...] = (
    ("media-names", "media"),
    ("organisation-names", "organisation"),
    ("government-names", "government"),
    ("military-names", "military"),
)
_HEAD_SECTIONS: tuple[tuple[str, Concept], ...] = (
    ("organisation", "organisation"),
    ("media", "media"),
    ("government", "government"),
    ("military", "military"),
)


@lru_cache
def _fixed_names() -> PhraseTable[Concept]:
    return PhraseTable(
        {name: c for section, c in _NAME_SECTIONS for name in keys("organisations", section)},
        articles=True,
    )


@lru_cache
def _heads() -> PhraseTable[Concept]:
    return PhraseTable(
        {head: c for section, c in _HEAD_SECTIONS for head in keys("organisations", section)},
        articles=False,
    )


def find_bodies(words: Words) -> Iterator[Body]:
    """Every body in the text, the longest first where names share words; none overlap."""
    index = 0
    while index < len(words):
        found = body_at(words, index)
        if found is None or _completes_title(words, found):
            index += 1
            continue
        yield found
        index = found.end


def _completes_title(words: Words, found: Body) -> bool:
    """«وزير الخارجية»: the portfolio of a title, no body of its own."""
    before = words.previous(found.first)
    return (
        before is not None
        and not before.definite
        and not words[found.first].proclitics
        and words[found.first].bare in keys("titles", "portfolio")
        and before.bare in keys("titles", "office")
    )


def body_at(words: Words, index: int) -> Body | None:
    """The body whose name begins at the word, however long."""
    candidates = [found for find in (fixed_body_at, _headed) if (found := find(words, index))]
    return max(candidates, key=lambda found: found.end, default=None)


def fixed_body_end(words: Words, index: int) -> int:
    """Where the listed name that begins at the word ends; `index` itself without one."""
    found = _fixed_names().at(words, index)
    return found[0] if found else index


def fixed_body_at(words: Words, index: int) -> Body | None:
    """The listed name that begins at the word, with the adjectives behind it."""
    found = _fixed_names().at(words, index)
    if found is None:
        return None
    end, concept = found
    return Body(index, adjectives_end(words, end, definite=True), concept, fixed=True)


def _headed(words: Words, index: int) -> Body | None:
    head = _heads().at(words, index)
    if head is None:
        return None
    end, concept = head
    name = " ".join(word.bare for word in words.items[index:end])
    if words[end - 1].definite:
        return _definite(words, index, end, name, concept)
    return _construct(words, index, end, name, concept)


def _definite(words: Words, first: int, end: int, name: str, concept: Concept) -> Body | None:
    """«الجيش الروسي», «المحكمة الدستورية العليا»: a head with its article and its adjectives."""
    after = adjectives_end(words, end, definite=True)
    tail = _purpose_end(words, after) if after > end else after
    if tail > after or any(is_nisba(word) for word in words.items[end:after]):
        return Body(first, tail, concept, fixed=False)
    if after > end and name not in keys("organisations", "needs-proof"):
        return Body(first, after, concept, fixed=False)
    alone = keys("organisations", "government-alone", "military-alone")
    if name in alone:
        return Body(first, end, concept, fixed=False)
    if concept in {"government", "military"} and name not in keys("organisations", "needs-proof"):
        return Body(first, after, concept, fixed=False, certain=False)
    return None


def _construct(words: Words, first: int, end: int, name: str, concept: Concept) -> Body | None:
    """«وزارة الدفاع الروسية», «صحيفة "بوليتيكو"», «إدارة ترامب», «قوات أوكرانية»."""
    quoted = quoted_name_end(words, end)
    if quoted is not None and concept in {"media", "organisation"}:
        quoted = _purpose_end(words, adjectives_end(words, quoted, definite=True))
        return Body(first, quoted, concept, fixed=False)
    nxt = words.follower(end)
    if nxt is None:
        return None
    inner = body_at(words, end) if nxt.bare != words[first].bare else None
    named = _named_end(words, end, inner)
    if named is not None and inner is not None:
        concept = _joint_concept(concept, inner)
    common = None if named else _common_end(words, end)
    if named is None and common is None:
        return _with_indefinite(words, first, end, concept, name)
    end = named or common or end
    after = adjectives_end(words, end, definite=True)
    tail = _purpose_end(words, after)
    proven = named is not None or name not in keys("organisations", "needs-proof")
    proven |= tail > after or any(is_nisba(word) for word in words.items[end:after])
    return Body(first, tail, concept, fixed=False, certain=proven)


def _named_end(words: Words, index: int, inner: Body | None) -> int | None:
    """Where the place or body that completes the construct ends."""
    place = place_at(words, index)
    if place is not None and not place.place.weak:
        return place.end
    return inner.end if inner is not None else None


def _common_end(words: Words, index: int) -> int | None:
    """Where the noun phrase that completes the construct ends."""
    word = words[index]
    if word.definite:
        return _coordinated_end(words, adjectives_end(words, index + 1, definite=True))
    return _chain_end(words, index + 1) if is_plain_noun(word) else None


def _with_indefinite(
    words: Words, first: int, end: int, concept: Concept, name: str
) -> Body | None:
    """«إدارة ترامب», «قوات أوكرانية», «شركة غازبروم»."""
    if name in keys("organisations", "takes-person") and (person := name_end(words, end)):
        return Body(first, person, concept, fixed=False)
    if is_nisba(words[end]):
        after = adjectives_end(words, end, definite=False)
        return Body(first, after, concept, fixed=False) if concept == "military" else None
    if concept in {"media", "organisation"} and not is_ordinary(words[end].bare):
        return Body(first, _rare_words_end(words, end), concept, fixed=False)
    return None


def _joint_concept(concept: Concept, inner: Body) -> Concept:
    """«وكالة رويترز» is what رويترز is; «قيادة الجيش» what its head says."""
    return inner.concept if inner.fixed and concept in {"organisation", "government"} else concept


def _chain_end(words: Words, index: int) -> int | None:
    """«فوج مكافحة الشغب», «بلدية برج حمود»: where the second half of a longer construct ends."""
    word = words.follower(index)
    if word is None:
        return None
    place = place_at(words, index)
    if place is not None and not place.place.weak:
        return place.end
    return index + 1 if word.definite and not is_adjective(word) else None


def _coordinated_end(words: Words, end: int) -> int:
    """«وزارة التربية والتعليم», «حزب العدالة والتنمية»: و and a second noun, with adjectives."""
    word = words.joined(end)
    if (
        word is not None
        and word.proclitics == "و"
        and word.definite
        and not is_adjective(word)
        and _heads().at(words, end) is None
        and _fixed_names().at(words, end) is None
        and (words[end - 1].bare in keys("titles", "portfolio")) == _is_portfolio(word.bare)
    ):
        return adjectives_end(words, end + 1, definite=True)
    return end


def _is_portfolio(bare: str) -> bool:
    return bare in keys("titles", "portfolio")


def _purpose_end(words: Words, end: int) -> int:
    """«الاتحاد الدولي لعمال النقل», «الهيئة العامة للكتاب»: ل and what the body is for."""
    word = words.joined(end)
    if word is None or word.proclitics != "ل" or is_nisba(word):
        return end
    if word.definite and _is_told(word.bare):
        return end
    if word.definite:
        end = adjectives_end(words, end + 1, definite=True)
        return _coordinated_end(words, end)
    if is_plain_noun(word) and (longer := _chain_end(words, end + 1)):
        return _coordinated_end(words, adjectives_end(words, longer, definite=True))
    return end


def _is_told(bare: str) -> bool:
    """«للصحفيين»: to whom something is said."""
    return bare.endswith(("ين", "ون")) or bare in keys("groups", "broken")


def _rare_words_end(words: Words, index: int) -> int:
    end = index + 1
    while end < index + 3 and (word := words.follower(end)) and not is_ordinary(word.bare):
        if is_adjective(word):
            break
        end += 1
    return end


_OPENING = frozenset("\"“«'‘”")
_CLOSING = frozenset("\"”»'’“")
_LONGEST_QUOTE = 5


def quoted_name_end(words: Words, index: int) -> int | None:
    """Where the quotation that opens at the word `index` has closed; None without a short one."""
    if not 0 < index < len(words) or words[index].full not in _OPENING or not words[index].joined:
        return None
    for end in range(index + 2, min(index + 2 + _LONGEST_QUOTE, len(words))):
        if words[end].full in _CLOSING:
            return end + 1
    return None
