"""Recognise nisba adjectives and demonyms: of states, regions, peoples, faiths and parties."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from annotator.suggesters.lexicon import packed, valued
from annotator.suggesters.words import Word

_ENDINGS = ("", "ه", "ين", "ون", "ان", "ات", "تين", "تان", "ا")
_COUNTRY_ENDINGS = ("يا", "ا", "ه")
"""What a country's name drops before ي; only one of them, the longest that fits."""
_SHORTEST_STEM = 3
_ALSO_OTHERWISE = frozenset(
    {"جمهوري", "ديمقراطي", "غربي", "صوفي", "سلفي", "قاعدي", "ناصري", "مالي", "سني"}
)
"""Adjectives that are as often no affiliation: party names, compass points, finance."""


@lru_cache
def nisbas() -> Mapping[str, str]:
    """Every inflected nisba, folded and without article -> the slug of what it belongs to."""
    listed: dict[str, str] = {}
    countries = [
        (label, code)
        for label, code in packed("gazetteer.tsv.gz", "country").items()
        if " " not in label
    ]
    for label, code in countries:
        listed[f"{_stem(label)}ي"] = code
    for section in ("state", "region", "people", "faith", "party"):
        listed.update(valued("nisbas", section))
    inflected = {form: slug for base, slug in listed.items() for form in _forms(base)}
    for country in (*valued("places", "country"), *(label for label, _ in countries)):
        inflected.pop(country.removeprefix("ال"), None)  # «كولومبيا» is no form of كولومبي
    return inflected | dict(valued("nisbas", "broken-plural"))


@lru_cache
def certain_nisbas() -> frozenset[str]:
    """Those that are hardly ever anything but an affiliation."""
    doubtful = {form for base in _ALSO_OTHERWISE for form in _forms(base)}
    return frozenset(nisbas()) - doubtful


def is_nisba(word: Word) -> bool:
    """Whether the word is a nisba or demonym."""
    return word.is_word and word.bare in nisbas()


def _stem(country: str) -> str:
    bare = country.removeprefix("ال")
    for ending in _COUNTRY_ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_STEM:
            return bare.removesuffix(ending)
    return bare


def _forms(base: str) -> Iterator[str]:
    """The forms of one adjective: both genders, dual, sound plurals, accusative."""
    return (base + ending for ending in _ENDINGS)
