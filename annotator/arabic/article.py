"""Tell the article ال from a root that begins with the same letters (الرئيس, but التزام)."""

from functools import lru_cache

from annotator.arabic.word_counts import UNKNOWN, zipf

_ARTICLE = "ال"
_MIN_NOUN = 3
_MUCH_RARER = 1.0
_NO_ARTICLE = frozenset({"الله", "الي", "الا", "الان", "الذي", "التي", "الذين"})


@lru_cache(maxsize=65536)
def article_length(core: str, *, behind: str) -> int:
    """How many letters of a folded word without its proclitics are the article: 0, 1 or 2.

    `behind` are the proclitics cut before it: ل takes the alif, which leaves one lam.
    """
    if behind.endswith("ل") and core.startswith("ل"):
        return int(len(core) > 1 and zipf(f"ا{core}") >= zipf(core))
    noun = core.removeprefix(_ARTICLE)
    if noun == core or core in _NO_ARTICLE:
        return 0
    if not noun or not noun[0].isalpha() or noun[0].isascii():
        return len(_ARTICLE)
    return len(_ARTICLE) if _is_definite(noun, core) else 0


def _is_definite(noun: str, core: str) -> bool:
    if zipf(core) == UNKNOWN:
        return len(noun) >= _MIN_NOUN
    if zipf(noun) == UNKNOWN:
        return False
    if zipf(f"لل{noun}") != UNKNOWN:
        return True
    # verbs and names (التقى, ألمانيا) take no ب before their ال, or are rare without it
    return zipf(f"بال{noun}") != UNKNOWN and zipf(noun) > zipf(core) - _MUCH_RARER
