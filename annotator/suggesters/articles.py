"""Tell a folded word with the article ال from one whose root begins with these letters."""

import re

ARTICLE = "ال"
_SHORTEST_NOUN = 2

_ROOT_BEGINS_SO = re.compile(
    # small words
    "ال(?:ي|يه|يها|يهم|يهما|ينا|ا|ان|ذي|تي|ذين|لذين|لتين|لذان|لواتي|لاتي|له|لهم)"
    # numbers, and plurals that begin with a long vowel: ألف, آلاف, آلة, آليات
    "|ال(?:ف|فا|في|فين|فان|اف|افا|ه|ات|يات)"
    # verbs and their nouns: ألقى, إلغاء, التقى, التزم, التحق, إلزام, إلهام …
    "|الق(?:ي|ت|وا|اء.*|اه|اها)|الغ(?:ي|ت|وا|اء.*)|التق(?:ي|ت|وا|يا|اء.*|اه|اها|ته)"
    "|التز(?:م.*|ام.*)|التح(?:ق.*|اق.*)|الت(?:هاب|فاف|ماس|باس|هم|مس|فت|حم|ام).*"
    "|الز(?:م.*|ام.*)|اله(?:ام.*|م)|الح(?:ق|قت|اق.*|اح)|الص(?:ق|اق)"
    # names: ألمانيا, ألبانيا, ألكسندر, إليزابيث, ألاسكا …
    "|المان(?:يا|ي|يه|يين|يون)?|البان(?:يا|ي|يه|يين|يون)?|الكس.*|اليكس.*|اليزاب.*|البرت.*"
    "|الفريد|الفونس.*|الاسكا|الباما|الين|الون|الياس|اليسون|الان"
)


def has_article(key: str) -> bool:
    """Whether the folded word, proclitics off, begins with ال as its article."""
    return (
        key.startswith(ARTICLE)
        and len(key) - len(ARTICLE) >= _SHORTEST_NOUN
        and _ROOT_BEGINS_SO.fullmatch(key) is None
    )
