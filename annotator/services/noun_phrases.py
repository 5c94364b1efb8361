"""A guess at how far a noun phrase goes: its first word, then what can only belong to it."""

from functools import cache

from annotator.arabic.normalize import fold_key
from annotator.model.span import Span
from annotator.services.words import Words

_LONGEST = 4
"""Words; a longer guess is right in a third of all cases only (8 of 24 of five words)."""

_ARTICLES = ("ال", "لل")
_OPENS_A_NEW_PHRASE = """
    الذي التي اللذان اللذين اللتان اللتين الذين اللاتي اللواتي إلى إلا الآن اليوم
    السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة
"""
"""Words that begin with the letters of an article and yet continue nothing."""

_TAKES_A_NAME = """
    مدينة بلدة قرية محافظة ولاية مقاطعة دولة جمهورية مملكة إمارة منطقة إقليم نهر جبل بحر خليج
    جزيرة مضيق شارع مطار ميناء جسر معبر سد وكالة صحيفة مجلة حزب حركة جماعة منظمة شركة مؤسسة
    جامعة مجلس هيئة لجنة حلف اتحاد كتيبة لواء وزارة وزير رئيس نائب مدير قائد سفير مستشار
"""
"""Heads that are in construct with what follows them, article or not: «مدينة حلب»."""


def guessed_phrase(words: Words, offset: int) -> Span:
    """The noun phrase that begins with the word at `offset`, proclitics of the first word outside.

    A name in Latin letters or a word goes on over Latin words and numbers; an Arabic word goes on
    over words with the article («وزارة الخارجية الأمريكية»), which a verb or a new clause never
    has, and some heads take the next word as well («مدينة حلب»). Where nothing of the kind
    follows, or too much, it is the one word. Where a longer phrase is guessed, an annotated phrase
    that begins there ends exactly so in 73 % of all cases (bootstrap corpus; seeds: 90 %).
    """
    first = words.at(offset)
    end, count, is_latin = first.end, 1, _is_latin(first.of(words.text))
    while count <= _LONGEST and (following := words.after(end - 1)) is not None:
        if words.text[end : following.start].strip(" ") or words.text[end] == "\n":
            break
        word = following.of(words.text)
        heads = count == 1 and _heads_a_name(words, first) and not words.cuts(following)
        goes_on = _is_latin(word) if is_latin else heads or _continues(word)
        if not goes_on:
            break
        end, count = following.end, count + 1
    if count > _LONGEST:
        end = first.end
    return Span(words.stem(first).start, end)


def _heads_a_name(words: Words, first: Span) -> bool:
    return fold_key(words.stem(first).of(words.text)) in _folded(_TAKES_A_NAME)


def _continues(word: str) -> bool:
    folded = fold_key(word)
    return folded.startswith(_ARTICLES) and folded not in _folded(_OPENS_A_NEW_PHRASE)


@cache
def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_key(word) for word in words.split())


def _is_latin(word: str) -> bool:
    return word[:1].isascii() and word[:1].isalpha()
