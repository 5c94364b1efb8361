"""Make the printed forms of verbs and nouns that carry events; all folded, without article."""

from collections.abc import Iterator

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "كم")
_NOUN_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "كم")
_SHORTEST_STEM = 3
_PERSONS = ("ي", "ت", "ن", "ا")
_PAST_ENDINGS = (
    *("", "ت", "وا", "ا", "تا", "ن", "نا"),
    *(subject + pronoun for subject in ("", "ت", "و") for pronoun in _PRONOUNS),
)
_PRESENT_STARTS = tuple(future + person for future in ("", "س") for person in _PERSONS)


def present_of(past: str) -> str:
    """The present stem without its prefix, for the measures where it follows from the past."""
    if past.startswith("ا") and len(past) > _SHORTEST_STEM:
        return past[1:]
    return past


def past_forms(past: str) -> list[str]:
    """Of أعلن: أعلنت, أعلنوا, أعلنا, أعلنتا, أعلنه and so on."""
    if past.endswith(("ي", "ا")) and len(past) >= _SHORTEST_STEM:
        return list(_weak_past(past))
    return [past + ending for ending in _PAST_ENDINGS]


def _weak_past(past: str) -> Iterator[str]:
    """«التقى، دعا»: the last letter goes before ت and وا, and is an alif before pronouns."""
    stem = past[:-1]
    vowel = "و" if past.endswith("ا") else "ي"
    yield from (
        past,
        f"{past}ت",
        f"{stem}ت",
        f"{stem}وا",
        f"{stem}تا",
        f"{stem}{vowel}ا",
        f"{stem}{vowel}نا",
    )
    for base in (f"{stem}ا", f"{stem}ت", f"{stem}و"):
        yield from (base + pronoun for pronoun in _PRONOUNS)


def present_forms(stem: str) -> list[str]:
    """Of علن: يعلن, تعلن, نعلن, سيعلن, يعلنون, تعلنان, يعلنها and so on."""
    plural = stem[:-1] if stem.endswith(("ي", "و")) else stem
    endings = [stem, f"{plural}ون", f"{plural}وا", f"{stem}ان", f"{stem}ا", f"{plural}ين"]
    endings += [stem + pronoun for pronoun in _PRONOUNS]
    if stem.endswith("ي"):
        endings.append(f"{plural}ا")  # passive and conjunctive: يلتقى
    return [start + ending for start in _PRESENT_STARTS for ending in endings]


def noun_forms(noun: str) -> Iterator[str]:
    """Of زيارة: زيارات, زيارتين, زيارته; of هجوم: هجوما, هجومين, هجومه."""
    yield noun
    if noun.endswith("ه"):
        stem = f"{noun[:-1]}ت"
        yield from (f"{noun[:-1]}ات", f"{stem}ان", f"{stem}ين", f"{stem}ا", f"{stem}ي")
        yield from (stem + pronoun for pronoun in _NOUN_PRONOUNS)
        yield from (f"{noun[:-1]}ات{pronoun}" for pronoun in _NOUN_PRONOUNS)
        return
    if noun.endswith("اء"):
        yield from (f"{noun[:-1]}{seat}{p}" for seat in "ءوي" for p in _NOUN_PRONOUNS)
        yield from (f"{noun[:-1]}ات", f"{noun[:-1]}ين", f"{noun[:-1]}ان")
        return
    yield from (noun + ending for ending in ("ا", "ين", "ان"))
    yield from (noun + pronoun for pronoun in _NOUN_PRONOUNS)
    if not noun.endswith("ات"):
        yield f"{noun}ات"
        yield from (f"{noun}ات{pronoun}" for pronoun in _NOUN_PRONOUNS)


def participle_forms(participle: str) -> Iterator[str]:
    """Of مؤكد with an ending: مؤكدا, مؤكدة, مؤكدين, مؤكدون."""
    if participle.endswith(("ا", "ه")):
        yield participle
        return
    for ending in ("ا", "ه", "ين", "ون", "ات", "تين", "ان", "ي", "و"):
        yield participle + ending
